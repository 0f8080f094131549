package org.smartcorrection.platform.lab;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.smartcorrection.location.supervision.Figure;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.tracking.RulesInForce;
import org.smartcorrection.procedure.Bounds;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Rule;
import org.springframework.stereotype.Component;

/** The form on which other figures are proposed: what is in force stands in it at first. */
@Component
class TrialForm {
  private static final int LONGEST_REASON = 1000;
  private static final int USUAL_DAYS = 14;

  /** A trial is about so many days at most. */
  static final int MOST_DAYS = 92;

  private final Law law;
  private final Clock clock;

  TrialForm(Law law, Clock clock) {
    this.law = law;
    this.clock = clock;
  }

  /** A figure that may be set, what is in force, and between what it may lie. */
  record Field(Figure figure, int inForce, Bounds bounds) {
    public String name() {
      return figure.number();
    }
  }

  /** What was asked for. */
  record Typed(List<Trial.Value> figures, LocalDate first, LocalDate last, String reason) {}

  List<Field> fields(AgencyId agency) {
    Rule rule = law.rules(agency).at(today()).rule(RulesInForce.RULE);
    var fields = new ArrayList<Field>();
    for (Figure figure : Figure.values())
      fields.add(new Field(figure, rule.number(figure.number()), rule.bounds(figure.number())));
    return fields;
  }

  /** As it stands before anybody types. */
  Form fresh(List<Field> fields) {
    LocalDate yesterday = today().minusDays(1);
    Form form =
        Form.empty()
            .with("first", yesterday.minusDays(USUAL_DAYS - 1).toString())
            .with("last", yesterday.toString());
    for (Field field : fields) form = form.with(field.name(), Integer.toString(field.inForce()));
    return form;
  }

  /** The form that puts tried figures into force, tomorrow at the earliest. */
  Form toPublish() {
    return Form.empty().with("from", today().plusDays(1).toString());
  }

  /** Reads what was typed; empty when something is wrong, which the reader then says. */
  Optional<Typed> read(FormReader reader, List<Field> fields) {
    var figures = new ArrayList<Trial.Value>();
    for (Field field : fields) {
      OptionalLong typed =
          reader.wholeNumber(field.name(), field.bounds().min(), field.bounds().max());
      if (typed.isPresent())
        figures.add(
            new Trial.Value(field.figure(), field.inForce(), Math.toIntExact(typed.getAsLong())));
    }
    Optional<LocalDate> first = reader.date("first");
    Optional<LocalDate> last = reader.date("last");
    String reason = reader.text("reason", LONGEST_REASON);
    if (first.isPresent() && last.isPresent()) days(reader, first.get(), last.get());
    if (!reader.failed() && figures.stream().noneMatch(Trial.Value::changed))
      reader.failing(fields.getFirst().name(), "lab.trial.nothing");
    return reader.failed()
        ? Optional.empty()
        : Optional.of(new Typed(figures, first.orElseThrow(), last.orElseThrow(), reason));
  }

  private void days(FormReader reader, LocalDate first, LocalDate last) {
    if (last.isAfter(today())) reader.failing("last", "lab.trial.future");
    else if (last.isBefore(first)) reader.failing("last", "lab.trial.order");
    else if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS)
      reader.failing("first", "lab.trial.long", MOST_DAYS);
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }
}
