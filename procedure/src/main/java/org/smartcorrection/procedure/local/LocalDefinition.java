package org.smartcorrection.procedure.local;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.smartcorrection.procedure.LawFiles;
import org.smartcorrection.procedure.act.Definition;

/**
 * A procedure as one agency follows it, with the names of what it adds.
 *
 * @param words by message key, such as {@code act.BrigadeReviewed}; only for what is new
 */
public record LocalDefinition(Definition definition, Map<String, Word> words) {

  public LocalDefinition {
    words = Map.copyOf(words);
  }

  /**
   * Reads what was typed.
   *
   * @throws org.smartcorrection.procedure.LawFileUnreadable naming line and reason
   */
  public static LocalDefinition parse(String name, String json) {
    return LawFiles.parse(name, json, LocalDefinition.class);
  }

  /** What an agency begins with: the definition that is in force, and no names of its own. */
  public static LocalDefinition of(Definition definition) {
    return new LocalDefinition(definition, Map.of());
  }

  /** The same with the version and the day of its publication, which nobody types. */
  public LocalDefinition published(int version, LocalDate validFrom) {
    return with(
        new Definition(
            definition.id(),
            version,
            validFrom,
            definition.family(),
            definition.opening(),
            definition.initial(),
            definition.states(),
            definition.acts(),
            definition.deadlines()));
  }

  LocalDefinition with(Definition changed) {
    return new LocalDefinition(changed, words);
  }

  LocalDefinition called(String key, Word word) {
    var more = new TreeMap<>(words);
    more.put(key, word);
    return new LocalDefinition(definition, more);
  }

  /** As it is kept and shown for editing; the same text for the same content. */
  public String json() {
    return LawFiles.write(this);
  }
}
