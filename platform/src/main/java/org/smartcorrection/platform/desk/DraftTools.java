package org.smartcorrection.platform.desk;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Explanations;
import org.smartcorrection.procedure.LawFileUnreadable;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Role;
import org.smartcorrection.procedure.local.Drafting;
import org.smartcorrection.procedure.local.LocalDefinition;
import org.smartcorrection.procedure.local.Word;
import org.springframework.stereotype.Component;

/** The changes that agencies make most, as short forms: nobody has to know how they are written. */
@Component
class DraftTools {
  private static final Set<Role> HOUSE =
      EnumSet.of(Role.AGENCY_OFFICER, Role.JUDICIAL_OFFICE, Role.BUREAU_HEAD);
  private static final List<String> KINDS =
      List.of("add-step", "add-document", "add-fact", "only-by");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
  private static final int LONGEST_NAME = 40;

  /**
   * What the short forms offer.
   *
   * @param kinds of change
   * @param acts those that are the agency's to arrange
   * @param posts those of the agency
   */
  record Choices(List<Option> kinds, List<Option> acts, List<Option> posts) {}

  /**
   * The choices for a definition.
   *
   * @param words that know what only the draft has
   */
  Choices choices(Definition definition, Explanations words, Locale locale) {
    return new Choices(
        KINDS.stream().map(kind -> new Option(kind, Text.of("desk.own.kind." + kind))).toList(),
        definition.acts().stream()
            .filter(act -> HOUSE.containsAll(act.who()))
            .map(
                act ->
                    new Option(act.type(), Text.literal(words.text("act." + act.type(), locale))))
            .toList(),
        HOUSE.stream().map(role -> new Option(role.name(), Text.of("role." + role))).toList());
  }

  /** The draft after one change; empty, with the errors in the reader, when it cannot be made. */
  Optional<String> apply(String tool, String content, FormReader reader) {
    LocalDefinition draft;
    try {
      draft = LocalDefinition.parse("draft", content);
    } catch (LawFileUnreadable e) {
      reader.failing("content", "desk.own.unreadable", e.line());
      return Optional.empty();
    }
    String type = reader.form().value("act");
    Optional<Act> act =
        draft.definition().act(type).filter(found -> HOUSE.containsAll(found.who()));
    if (act.isEmpty()) reader.failing("act", "desk.own.no-act");
    Optional<LocalDefinition> changed =
        switch (tool) {
          case "add-step" -> step(draft, type, reader);
          case "add-document" ->
              named(reader)
                  .map(word -> Drafting.requireDocument(draft, type, key(word), Optional.of(word)));
          case "add-fact" ->
              named(reader)
                  .map(word -> Drafting.requireFact(draft, type, key(word), Optional.of(word)));
          case "only-by" -> onlyBy(draft, type, reader);
          case String _ -> {
            reader.failing("step", "desk.own.no-kind");
            yield Optional.empty();
          }
        };
    return act.isEmpty() || reader.failed() ? Optional.empty() : changed.map(LocalDefinition::json);
  }

  private static Optional<LocalDefinition> step(
      LocalDefinition draft, String type, FormReader reader) {
    Set<Role> who = reader.choices("who", Role.class);
    if (who.isEmpty() || !HOUSE.containsAll(who)) reader.failing("who", "desk.own.no-post");
    Optional<Word> done = named(reader);
    if (draft.definition().act(type).isEmpty() || reader.failed()) return Optional.empty();
    return done.map(
        word ->
            Drafting.stepBefore(
                draft,
                type,
                "Own" + key(word.en()),
                who,
                word,
                new Word(word.zh() + "完毕", word.en() + ": done")));
  }

  private static Optional<LocalDefinition> onlyBy(
      LocalDefinition draft, String type, FormReader reader) {
    Set<Role> who = reader.choices("who", Role.class);
    if (who.isEmpty() || !HOUSE.containsAll(who)) reader.failing("who", "desk.own.no-post");
    return reader.failed() ? Optional.empty() : Optional.of(Drafting.onlyBy(draft, type, who));
  }

  private static Optional<Word> named(FormReader reader) {
    String zh = reader.text("zh", LONGEST_NAME);
    String en = reader.text("en", LONGEST_NAME);
    if (!en.isEmpty() && key(en).length() < 2) reader.failing("en", "desk.own.no-letters");
    return reader.failed() ? Optional.empty() : Optional.of(new Word(zh, en));
  }

  /** The name in the data, from the English words: ownBrigadeReview. */
  private static String key(Word word) {
    return "own" + key(word.en());
  }

  private static String key(String english) {
    return WORD.matcher(english)
        .results()
        .map(word -> capital(word.group()))
        .collect(Collectors.joining());
  }

  private static String capital(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** A procedure of one's own to begin with: it can be published as soon as its names are right. */
  static String beginning(String procedure) {
    return """
    {
      "definition" : {
        "id" : "%1$s",
        "validFrom" : "2026-01-01",
        "family" : "EVERYDAY",
        "initial" : "NONE",
        "states" : [
          { "id" : "NONE" },
          { "id" : "DONE", "end" : true }
        ],
        "acts" : [
          {
            "type" : "OwnStepDone",
            "from" : [ "NONE" ],
            "to" : "DONE",
            "who" : [ "AGENCY_OFFICER" ],
            "facts" : { "reason" : { "type" : "TEXT" } },
            "rules" : [ "L14" ]
          }
        ]
      },
      "words" : {
        "procedure.%1$s" : { "zh" : "%1$s", "en" : "%1$s" },
        "state.%1$s.NONE" : { "zh" : "未开始", "en" : "Not begun" },
        "state.%1$s.DONE" : { "zh" : "已完成", "en" : "Done" },
        "act.OwnStepDone" : { "zh" : "完成", "en" : "Done" }
      }
    }
    """
        .formatted(procedure);
  }
}
