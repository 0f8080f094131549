package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.procedure.Article;
import org.smartcorrection.procedure.ArticleText;
import org.smartcorrection.procedure.ArticleTexts;
import org.smartcorrection.procedure.Cited;
import org.smartcorrection.procedure.Confidence;
import org.smartcorrection.procedure.Rule;
import org.smartcorrection.procedure.act.Definition;

/**
 * An article as its page shows it: its text, and the rules that rest on it.
 *
 * @param words how it is cited in the reader's language
 * @param text in the words of the law; {@code null} when it is not here
 * @param missing message key of why there is no text; {@code null} when there is
 */
record ArticleView(
    String words, @Nullable ArticleText text, @Nullable String missing, List<Resting> rules) {

  /**
   * A rule that rests on the article.
   *
   * @param sure message key of how sure we are of it, and what follows from that
   * @param reading message key of how a text that is silent is read
   * @param others further articles on which it rests
   * @param procedures that use it, by id
   */
  record Resting(
      String id,
      String title,
      String confidence,
      String sure,
      @Nullable String reading,
      List<NumberRow> numbers,
      List<Cited> others,
      List<String> procedures) {}

  /** Empty when neither the article is here nor any rule in force rests on it. */
  static Optional<ArticleView> of(
      Article article,
      ArticleTexts texts,
      ReadersNumbers.Shown shown,
      List<Definition> inForce,
      Law law,
      Locale locale) {
    List<Resting> rules =
        shown.rules().all().stream()
            .filter(rule -> rule.articles().contains(article))
            .map(rule -> resting(rule, article, shown, inForce, law, locale))
            .toList();
    Optional<ArticleText> text = texts.find(article);
    if (rules.isEmpty() && text.isEmpty()) return Optional.empty();
    return Optional.of(
        new ArticleView(
            law.explanations().words(article, locale),
            text.orElse(null),
            text.isPresent() ? null : missing(article, texts),
            rules));
  }

  private static String missing(Article article, ArticleTexts texts) {
    if (article.number().isEmpty()) return "desk.article.missing.ours";
    return texts.has(article.law())
        ? "desk.article.missing.excerpt"
        : "desk.article.missing.elsewhere";
  }

  private static Resting resting(
      Rule rule,
      Article article,
      ReadersNumbers.Shown shown,
      List<Definition> inForce,
      Law law,
      Locale locale) {
    Basis basis = Basis.of(rule.id(), law, locale);
    return new Resting(
        rule.id(),
        basis.title(),
        basis.confidence(),
        "desk.article.sure." + sure(rule),
        rule.reading().orElse(null),
        rule.numbers().keySet().stream()
            .sorted()
            .map(name -> NumberRow.of(rule, name, shown, law, locale))
            .toList(),
        basis.articles().stream().filter(other -> !other.article().equals(article)).toList(),
        inForce.stream()
            .filter(procedure -> ProcedureView.rules(procedure).anyMatch(rule.id()::equals))
            .map(Definition::id)
            .toList());
  }

  private static String sure(Rule rule) {
    return rule.confidence() == Confidence.PRACTICE && rule.protects()
        ? "PROTECTS"
        : rule.confidence().name();
  }
}
