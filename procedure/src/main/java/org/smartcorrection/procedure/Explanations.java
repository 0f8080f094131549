package org.smartcorrection.procedure;

import java.util.List;
import java.util.Locale;

/** Writes explanations and reasons out in the reader's language: English or Simplified Chinese. */
public final class Explanations {

  private final Rules rules;
  private final MoreWords more;

  /**
   * @param rules where the articles are looked up; every version, so that old acts can be shown
   */
  public Explanations(Rules rules) {
    this(rules, MoreWords.NONE);
  }

  /**
   * @param more names of what agencies have added
   */
  public Explanations(Rules rules, MoreWords more) {
    this.rules = rules;
    this.more = more;
  }

  /** Whether this library has a text with that key. */
  public boolean has(String key) {
    return new Texts(Locale.ROOT, MoreWords.NONE).has(key);
  }

  /** One line a step, in order. */
  public List<Line> render(Explanation explanation, Locale locale) {
    var texts = new Texts(locale, more);
    return explanation.steps().stream().map(step -> line(step, texts)).toList();
  }

  /** A reason with its remedy, its articles and how sure we are of its rule. */
  public RenderedReason render(Reason reason, Locale locale) {
    var texts = new Texts(locale, more);
    List<String> args = args(reason.args(), texts);
    return new RenderedReason(
        texts.fill(reason.key(), args),
        texts.get(reason.remedy()),
        articles(reason.rule(), texts),
        note(reason.rule(), texts));
  }

  /**
   * Any text of this library, such as a rule's title, by its key.
   *
   * @throws java.util.MissingResourceException when no text has that key
   */
  public String text(String key, Locale locale, Arg... args) {
    var texts = new Texts(locale, more);
    return texts.fill(key, args(List.of(args), texts));
  }

  /** The rule's articles, written out, such as "Community Corrections Law, Art. 27". */
  public String article(String rule, Locale locale) {
    return articles(rule, new Texts(locale, more));
  }

  private Line line(Step step, Texts texts) {
    List<String> args = args(step.args(), texts);
    return new Line(
        texts.fill(step.key() + ".label", args),
        texts.fill(step.key() + ".value", args),
        step.rules().stream().map(rule -> articles(rule, texts)).toList());
  }

  private List<String> args(List<Arg> args, Texts texts) {
    return args.stream().map(arg -> write(arg, texts)).toList();
  }

  private String write(Arg arg, Texts texts) {
    return switch (arg) {
      case Arg.Day(var day) -> Dates.day(day, texts);
      case Arg.Days(var days) -> Dates.days(days, texts);
      case Arg.Moment(var at) -> Dates.moment(at, texts);
      case Arg.Count(var value) -> Long.toString(value);
      case Arg.Amount(var span) -> Dates.span(span, texts);
      case Arg.Length(var length) -> Dates.length(length, texts);
      case Arg.Kind(var kind) -> Dates.kind(kind, texts);
      case Arg.Named(var key) -> texts.get(key);
      case Arg.Rule(var id) -> articles(id, texts);
      case Arg.Words(var words) -> words;
    };
  }

  private String articles(String rule, Texts texts) {
    List<String> written =
        rules.rule(rule).articles().stream()
            .map(article -> texts.fill("law." + article.law(), List.of(article.number())))
            .toList();
    return String.join(texts.get("list.separator"), written);
  }

  private String note(String rule, Texts texts) {
    return texts.get("confidence." + rules.rule(rule).confidence());
  }
}
