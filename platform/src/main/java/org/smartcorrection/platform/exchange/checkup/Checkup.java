package org.smartcorrection.platform.exchange.checkup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.exchange.table.Categories;
import org.smartcorrection.platform.exchange.table.Days;
import org.smartcorrection.platform.exchange.table.Field;
import org.smartcorrection.platform.exchange.table.Mapping;
import org.smartcorrection.platform.exchange.table.TableRow;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Rule;
import org.smartcorrection.procedure.Rules;
import org.smartcorrection.procedure.act.ActProposal;
import org.smartcorrection.procedure.act.Fact;
import org.smartcorrection.procedure.act.Interpreter;
import org.smartcorrection.procedure.act.OpenDeadline;
import org.smartcorrection.procedure.act.Role;

/**
 * Goes through a caseload and asks the law's own interpreter when each thing was or is due: pure,
 * and nothing is remembered but what many rows share.
 */
final class Checkup {
  private static final int DAYS_AHEAD = 7;

  /**
   * Deadlines counted from the same day and facts are the same: few rows have a day of their own.
   */
  private final Map<List<Object>, Optional<OpenDeadline>> counted = new HashMap<>();

  private final Mapping mapping;
  private final Interpreter interpreter;
  private final Rules rules;
  private final LocalDate today;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> unreadable = new LinkedHashSet<>();
  private int rows;

  /**
   * @param rules of the agency, with its own numbers
   */
  Checkup(Mapping mapping, Interpreter interpreter, Rules rules, LocalDate today) {
    this.mapping = mapping;
    this.interpreter = interpreter;
    this.rules = rules;
    this.today = today;
  }

  /**
   * What was found.
   *
   * @param asked the duties that the table can tell of
   * @param unreadable cells that should hold a day and hold none
   */
  record Result(int rows, List<Finding> findings, List<Duty> asked, List<String> unreadable) {}

  void row(TableRow row) {
    rows++;
    for (Duty duty : Duties.ALL) if (asks(duty)) check(duty, row);
  }

  Result result() {
    return new Result(
        rows,
        List.copyOf(findings),
        Duties.ALL.stream().filter(this::asks).toList(),
        List.copyOf(unreadable));
  }

  /** A deadline is judged only where the table has a column that can say it was met. */
  private boolean asks(Duty duty) {
    return duty.needed().stream().allMatch(mapping::has);
  }

  private void check(Duty duty, TableRow row) {
    Optional<LocalDate> from = day(duty.from(), row);
    if (from.isEmpty() || (from.get().isAfter(today) && duty.days().isEmpty())) return;
    @Nullable String category = Categories.read(mapping.value(Field.CATEGORY, row)).orElse(null);
    if (!duty.only().isEmpty() && !duty.only().contains(category)) return;
    Optional<OpenDeadline> open = open(duty, row, from.get(), category);
    if (open.isEmpty()) return;
    LocalDate due = open.get().deadline().day();
    Field at = duty.met();
    @Nullable LocalDate met = at == null ? null : day(at, row).orElse(null);
    // what falls due after the release is owed by nobody
    Optional<LocalDate> released = day(Field.RELEASED, row);
    boolean over = duty.met() != Field.RELEASED && released.filter(due::isAfter).isPresent();
    kind(due, met)
        .filter(_ -> !over)
        .ifPresent(
            kind ->
                findings.add(
                    new Finding(
                        row.number(),
                        kind,
                        duty,
                        open.get().rule(),
                        mapping.address(duty.from(), row),
                        from.get(),
                        open.get().deadline(),
                        met)));
  }

  private Optional<Finding.Kind> kind(LocalDate due, @Nullable LocalDate met) {
    if (met != null) return met.isAfter(due) ? Optional.of(Finding.Kind.LATE) : Optional.empty();
    if (due.isBefore(today)) return Optional.of(Finding.Kind.MISSED);
    return due.isAfter(today.plusDays(DAYS_AHEAD))
        ? Optional.empty()
        : Optional.of(Finding.Kind.DUE);
  }

  private Optional<OpenDeadline> open(
      Duty duty, TableRow row, LocalDate from, @Nullable String category) {
    var facts = new HashMap<String, Fact>();
    if (category != null) facts.put("category", new Fact.Choice(category));
    duty.said().forEach((fact, value) -> facts.put(fact, new Fact.Choice(value)));
    duty.days()
        .forEach(
            (fact, field) -> day(field, row).ifPresent(day -> facts.put(fact, new Fact.Day(day))));
    duty.number()
        .flatMap(number -> number(number, row, from))
        .ifPresent(count -> facts.put(duty.number().orElseThrow().fact(), new Fact.Count(count)));
    return counted.computeIfAbsent(List.of(duty.id(), from, facts), _ -> count(duty, from, facts));
  }

  private Optional<OpenDeadline> count(Duty duty, LocalDate from, Map<String, Fact> facts) {
    // a term lies ahead: what is counted back from it is counted by the rules of today
    LocalDate day = from.isAfter(today) ? today : from;
    if (rules.at(day).find("L11").isEmpty()) return Optional.empty();
    ActProposal act =
        ActProposal.of(duty.act(), Role.SYSTEM, LegalCalendar.startOf(day)).with(facts);
    return interpreter.foresee(duty.procedure(), duty.deadline(), act);
  }

  private Optional<Integer> number(Duty.Measure number, TableRow row, LocalDate from) {
    Field column = number.column();
    String said = column == null ? "" : mapping.value(column, row);
    if (said.matches("\\d{1,3}")) return Optional.of(Integer.valueOf(said));
    LocalDate day = from.isAfter(today) ? today : from;
    return rules.at(day).find(number.rule()).map((Rule rule) -> rule.number(number.of()));
  }

  private Optional<LocalDate> day(Field field, TableRow row) {
    String said = mapping.value(field, row);
    if (said.isBlank()) return Optional.empty();
    Optional<LocalDate> day = Days.read(said);
    if (day.isEmpty()) unreadable.add(mapping.address(field, row));
    return day;
  }
}
