package org.smartcorrection.ledger.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed after the name of a command: words, and options each with a value.
 *
 * @param words in their order
 * @param options by name, such as {@code --policy}
 */
public record Arguments(List<String> words, Map<String, String> options) {
  private static final String LANGUAGE = "--lang";
  private static final Set<String> LANGUAGES = Set.of("en", "zh");

  public Arguments {
    words = List.copyOf(words);
    options = Map.copyOf(options);
  }

  /**
   * Reads them; nothing if they break the usage: an option that is not known, stands twice, or has
   * no value, or one that is missing.
   *
   * @param required options that must be there; {@code --lang} may be
   */
  public static Optional<Arguments> read(List<String> args, Set<String> required) {
    return read(args, required, Set.of());
  }

  /** The same, with options that may be left out. */
  public static Optional<Arguments> read(
      List<String> args, Set<String> required, Set<String> optional) {
    var words = new ArrayList<String>();
    var options = new HashMap<String, String>();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (!arg.startsWith("--")) {
        words.add(arg);
        continue;
      }
      boolean known = required.contains(arg) || optional.contains(arg) || arg.equals(LANGUAGE);
      if (!known || i + 1 == args.size() || options.put(arg, args.get(++i)) != null) {
        return Optional.empty();
      }
    }
    boolean speaks = LANGUAGES.contains(options.getOrDefault(LANGUAGE, "en"));
    return speaks && options.keySet().containsAll(required)
        ? Optional.of(new Arguments(words, options))
        : Optional.empty();
  }

  /** The value of an option that was required. */
  public String option(String name) {
    String value = options.get(name);
    if (value == null) throw new IllegalArgumentException(name + " was not required");
    return value;
  }
}
