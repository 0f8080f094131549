package org.smartcorrection.platform.casework;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Explanations;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.local.Change;
import org.smartcorrection.procedure.local.Changes;
import org.smartcorrection.procedure.local.LocalDefinition;
import org.smartcorrection.procedure.local.Word;
import org.springframework.stereotype.Component;

/** Says in what an agency's own version of a procedure differs, in words that everybody follows. */
@Component
public class ChangeWords {
  private final Law law;
  private final LocalDefinitionsOfAgencies locals;

  ChangeWords(Law law, LocalDefinitionsOfAgencies locals) {
    this.law = law;
    this.locals = locals;
  }

  /** What a published version changed against the one that it followed. */
  public List<String> of(PublishedDefinition act, Locale locale) {
    Optional<Definition> before =
        Optional.ofNullable(act.before()).map(version -> law.definition(act.procedure(), version));
    return say(before, act.own(), locale);
  }

  /** What a draft would change. */
  public List<String> say(Optional<Definition> before, LocalDefinition own, Locale locale) {
    Explanations words = explanations(own);
    return Changes.between(before, own.definition()).stream()
        .map(change -> line(change, words, locale))
        .toList();
  }

  /** In what one version differs from another. */
  public List<String> between(Definition before, Definition after, Locale locale) {
    return Changes.between(Optional.of(before), after).stream()
        .map(change -> line(change, law.explanations(), locale))
        .toList();
  }

  /** The words of the law, of what is published, and of a draft. */
  public Explanations explanations(LocalDefinition own) {
    return new Explanations(
        law.rules(),
        (key, language) ->
            Optional.ofNullable(own.words().get(key))
                .map(word -> in(word, language))
                .or(() -> locals.word(key, language)));
  }

  private static String in(Word word, Locale language) {
    return language.getLanguage().equals(Locale.CHINESE.getLanguage()) ? word.zh() : word.en();
  }

  private static String line(Change change, Explanations words, Locale locale) {
    String what =
        change.what().stream()
            .map(key -> named(key, change.kind(), words, locale))
            .collect(Collectors.joining(words.text("list.separator", locale)));
    return words.text(
        "change." + change.kind(), locale, new Arg.Named(change.of()), new Arg.Words(what));
  }

  private static String named(String key, Change.Kind kind, Explanations words, Locale locale) {
    return switch (kind) {
      case RULE_ADDED, RULE_GONE -> words.article(key, locale);
      case STATE_ADDED,
          STATE_GONE,
          ACT_ADDED,
          ACT_GONE,
          DEADLINE_ADDED,
          DEADLINE_GONE,
          DEADLINE_CHANGED,
          WHO_ADDED,
          WHO_GONE,
          FROM_ADDED,
          FROM_GONE,
          FACT_ADDED,
          FACT_GONE,
          DOCUMENT_ADDED,
          DOCUMENT_GONE,
          REST_CHANGED ->
          words.text(key, locale);
    };
  }
}
