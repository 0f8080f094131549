package org.smartcorrection.procedure.act;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Counter;
import org.smartcorrection.procedure.Counting;
import org.smartcorrection.procedure.Deadline;
import org.smartcorrection.procedure.Delivery;
import org.smartcorrection.procedure.Explanation;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Rule;
import org.smartcorrection.procedure.Span;
import org.smartcorrection.procedure.Start;
import org.smartcorrection.procedure.Step;

/** Which deadlines an act opens, opens anew and meets. */
final class DeadlineBook {

  private final LegalCalendar calendar;
  private final Counter counter;

  DeadlineBook(LegalCalendar calendar) {
    this.calendar = calendar;
    counter = new Counter(calendar);
  }

  /**
   * @param open owed after the act
   * @param opened by the act
   * @param met by the act, in time or late
   */
  record Entries(List<OpenDeadline> open, List<OpenDeadline> opened, List<MetDeadline> met) {}

  Entries enter(Definition definition, Situation situation) {
    Map<String, OpenDeadline> open = new LinkedHashMap<>();
    situation.instance().deadlines().forEach(deadline -> open.put(deadline.id(), deadline));
    var met = new ArrayList<MetDeadline>();
    var opened = new ArrayList<OpenDeadline>();
    for (DeadlineSpec spec : definition.deadlines()) {
      Optional<Instant> metAt =
          spec.meeting(situation.act(), situation.facts())
              .map(meeting -> moment(meeting.fact(), situation));
      OpenDeadline before = open.get(spec.id());
      if (before != null && metAt.isPresent()) {
        met.add(new MetDeadline(before, metAt.get()));
        open.remove(spec.id());
      }
      Optional<DeadlineSpec.Starting> starting = spec.starting(situation.act(), situation.facts());
      if (starting.isEmpty()) continue;
      OpenDeadline deadline = open(spec, starting.get(), situation);
      opened.add(deadline);
      if (before == null && metAt.isPresent()) met.add(new MetDeadline(deadline, metAt.get()));
      else open.put(spec.id(), deadline);
    }
    return new Entries(List.copyOf(open.values()), opened, met);
  }

  /** The deadline that the situation's act opens, if it does. */
  Optional<OpenDeadline> foresee(DeadlineSpec spec, Situation situation) {
    return spec.starting(situation.act(), situation.facts())
        .map(starting -> open(spec, starting, situation));
  }

  private OpenDeadline open(
      DeadlineSpec spec, DeadlineSpec.Starting starting, Situation situation) {
    Deadline counted = capped(spec, count(spec, starting, situation), situation);
    return new OpenDeadline(
        spec.id(), spec.rule(), spec.owner(), spec.protects(), spec.then(), counted);
  }

  private Deadline count(DeadlineSpec spec, DeadlineSpec.Starting starting, Situation situation) {
    Rule rule = situation.rule(spec.rule());
    if (spec.on().isPresent()) {
      String fact = spec.on().get();
      LocalDate day = situation.day(fact).minusDays(spec.daysBefore().map(rule::number).orElse(0));
      return counter.on(day, "fact." + fact, spec.lastDay(), spec.rule());
    }
    int number =
        spec.numberFact()
            .map(situation::count)
            .orElseGet(() -> rule.number(spec.number().orElseThrow()));
    var span = new Span(number, spec.unit().orElseThrow());
    var how = new Counting(span, spec.firstDay(), spec.lastDay(), spec.rule());
    if (starting.way().isPresent()) {
      return fromDelivery(starting.way().get(), starting, how, situation);
    }
    String event =
        starting.fact().map(fact -> "fact." + fact).orElse("act." + situation.act().type());
    return counter.count(new Start(moment(starting.fact(), situation), event), how);
  }

  private Deadline fromDelivery(
      String way, DeadlineSpec.Starting starting, Counting how, Situation situation) {
    var delivery = new Delivery(calendar, situation.rules());
    LocalDate day = LegalCalendar.legalDay(moment(starting.fact(), situation));
    Delivery.Served served = delivery.served(Delivery.Way.valueOf(situation.choice(way)), day);
    Deadline counted = counter.count(Start.on(served.day(), "event.served"), how);
    return new Deadline(
        counted.day(),
        counted.end(),
        served.provisional() || counted.provisional(),
        served.explanation().then(counted.explanation()));
  }

  private static Deadline capped(DeadlineSpec spec, Deadline counted, Situation situation) {
    Optional<LocalDate> cap = spec.cap().flatMap(situation::findDay);
    if (cap.filter(day -> day.isBefore(counted.day())).isEmpty()) return counted;
    LocalDate day = cap.orElseThrow();
    var step =
        Step.of(
            "count.capped",
            List.of(new Arg.Named("fact." + spec.cap().orElseThrow()), new Arg.Day(day)),
            spec.rule());
    return new Deadline(
        day,
        LegalCalendar.endOf(day),
        counted.provisional(),
        counted.explanation().then(new Explanation(List.of(step))));
  }

  private static Instant moment(Optional<String> fact, Situation situation) {
    if (fact.isEmpty()) return situation.proposal().occurredAt();
    return switch (situation.facts().get(fact.get())) {
      case Fact.Moment(var at) -> at;
      case Fact.Day(var day) -> LegalCalendar.startOf(day);
      case null -> throw new IllegalStateException("no fact " + fact.get());
      case Fact.Count _, Fact.Text _, Fact.Flag _, Fact.Choice _, Fact.Length _, Fact.Ranges _ ->
          throw new IllegalStateException(fact.get() + " is no day");
    };
  }
}
