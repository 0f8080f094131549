package org.smartcorrection.platform.my;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.FactWords;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.organisation.StandingPosts;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Cited;
import org.smartcorrection.procedure.Explanation;
import org.smartcorrection.procedure.Explanations;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.RenderedReason;
import org.smartcorrection.procedure.act.Withheld;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What acts, dates and refusals say, in the reader's words. */
@Component
class Words {
  private static final Set<String> NAMES =
      Set.of("officerNamed", "formerOfficer", "dispatchedWho", "otherCase");

  private final MessageSource messages;
  private final Law law;
  private final Explanations explanations;
  private final FactWords facts;

  Words(MessageSource messages, Law law, FactWords facts) {
    this.messages = messages;
    this.law = law;
    this.explanations = law.explanations();
    this.facts = facts;
  }

  /**
   * What an act states, a line a fact; what stayed empty is left out. Which post is responsible is
   * said, and never who, as everywhere on these pages; and no other case is named, for records can
   * be joined by mistake.
   */
  List<Line> facts(Act act, Locale locale) {
    return act.facts().values().entrySet().stream()
        .filter(fact -> !withheld(fact.getKey()))
        .map(fact -> new Said(fact.getKey(), facts.of(fact.getKey(), fact.getValue(), locale)))
        .filter(fact -> !fact.value().isBlank())
        .map(fact -> new Line(Text.of("fact." + fact.name()), Text.literal(fact.value())))
        .toList();
  }

  /** Whether a fact names somebody or something that these pages never name. */
  static boolean withheld(String fact) {
    return NAMES.contains(fact) || Withheld.isWithheld(fact);
  }

  /** The post that acted; whether a substitute did, and never who. */
  String post(StandingPosts.Title title, Act act, Locale locale) {
    if (act.substitution() == null) return title.in(locale);
    return messages.getMessage("my.act.substitute", new Object[] {title.in(locale)}, locale);
  }

  private record Said(String name, String value) {}

  /** The articles on which an act rests. */
  List<Cited> articles(Act act, Locale locale) {
    return law.articles(act.procedure(), act.type(), locale);
  }

  /** How something was counted or judged. */
  List<Line> why(Explanation explanation, Locale locale) {
    return explanations.render(explanation, locale).stream()
        .map(
            line ->
                new Line(Text.literal(line.label()), Text.literal(line.value()), line.articles()))
        .toList();
  }

  /** Why the law does not accept something, and how to go on. */
  List<RenderedReason> reasons(List<Reason> reasons, Locale locale) {
    return reasons.stream().map(reason -> explanations.render(reason, locale)).toList();
  }

  /** The form with each reason at the field that it is about. */
  Form failing(Form form, List<Reason> reasons, String otherwise, Locale locale) {
    Form failing = form;
    for (Reason reason : reasons) {
      RenderedReason rendered = explanations.render(reason, locale);
      Text said = Text.literal(rendered.text() + " (" + rendered.article() + ")");
      failing = failing.failing(field(reason.key(), otherwise), "my.said", said);
    }
    return failing;
  }

  private static String field(String reason, String otherwise) {
    return switch (reason) {
      case "reason.leave.ends-before-start" -> "lastDay";
      case "reason.leave.begun", "reason.leave.overlap" -> "firstDay";
      case "reason.leave.late", "reason.leave.cause" -> "urgent";
      case "reason.document.missing" -> otherwise.startsWith("document-") ? otherwise : "proof";
      case "reason.day.future" -> "returnedOn";
      case String _ -> otherwise;
    };
  }
}
