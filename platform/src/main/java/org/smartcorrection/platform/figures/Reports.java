package org.smartcorrection.platform.figures;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Timeliness;
import org.smartcorrection.platform.casework.Timeliness.Kept;
import org.smartcorrection.platform.figures.Counting.Began;
import org.smartcorrection.platform.figures.Counting.Ended;
import org.smartcorrection.platform.figures.Figures.Done;
import org.smartcorrection.platform.figures.Figures.People;
import org.smartcorrection.platform.figures.Table.Cell;
import org.smartcorrection.platform.figures.Table.Row;
import org.smartcorrection.platform.shell.Text;
import org.springframework.stereotype.Component;

/** Makes the tables of a report. */
@Component
class Reports {
  private static final List<Dimension> DIVIDED_BY =
      List.of(Dimension.CATEGORY, Dimension.SEX, Dimension.AGE, Dimension.LEVEL, Dimension.OFFENCE);

  private final Figures figures;
  private final Timeliness timeliness;
  private final Law law;
  private final Clock clock;

  Reports(Figures figures, Timeliness timeliness, Law law, Clock clock) {
    this.figures = figures;
    this.timeliness = timeliness;
    this.law = law;
    this.clock = clock;
  }

  Report of(Links links, Locale locale) {
    Map<Column, People> people = figures.people(links.scope(), links.period());
    var tables = new ArrayList<Table>();
    for (Dimension dimension : DIVIDED_BY) tables.add(divided(dimension, people, links));
    tables.add(how(Column.CAME, came(links.scope()), people, links));
    tables.add(how(Column.WENT, went(links.scope()), people, links));
    Map<EventKind, Done> acts = figures.acts(links.scope(), links.period());
    for (EventKind.Section section : EventKind.Section.values())
      tables.add(acts(section, acts, links));
    tables.add(kept(links, locale));
    List<Cell> columns =
        Arrays.stream(Column.values()).map(in -> cell(people, in, Map.of(), links)).toList();
    return new Report(columns, months(links), tables);
  }

  private Months months(Links links) {
    Period around = Months.around(links.period());
    return Months.of(
        around,
        figures.people(links.scope(), around, Column.BEGINNING).count(Map.of()),
        figures.byMonth(links.scope(), around, Column.CAME),
        figures.byMonth(links.scope(), around, Column.WENT));
  }

  private static Table divided(Dimension by, Map<Column, People> people, Links links) {
    boolean unknown =
        people.values().stream()
            .anyMatch(column -> column.count(Map.of(by, Dimension.UNKNOWN)) > 0);
    List<Row> rows =
        by.groups(unknown).stream()
            .map(
                value ->
                    Row.of(
                        by.label(value),
                        Arrays.stream(Column.values())
                            .map(in -> cell(people, in, Map.of(by, value), links))
                            .toList()))
            .toList();
    boolean changes = by == Dimension.LEVEL || by == Dimension.AGE;
    return new Table(
        "by-" + Behind.name(by),
        Text.of("figures.table." + by),
        changes ? Text.of("figures.table.changes") : null,
        Text.of("figures.dimension." + by),
        Arrays.stream(Column.values()).map(in -> Text.of("figures.column." + in)).toList(),
        rows,
        List.of(Column.values()).indexOf(Column.END));
  }

  private static Table how(Column in, List<String> ways, Map<Column, People> people, Links links) {
    List<Row> rows =
        ways.stream()
            .map(
                way -> {
                  var cells = new ArrayList<Cell>();
                  cells.add(cell(people, in, Map.of(Dimension.HOW, way), links));
                  for (String category : Dimension.CATEGORY.groups()) {
                    var of = new EnumMap<Dimension, String>(Dimension.class);
                    of.put(Dimension.HOW, way);
                    of.put(Dimension.CATEGORY, category);
                    cells.add(cell(people, in, of, links));
                  }
                  return Row.of(Dimension.HOW.label(way), cells);
                })
            .toList();
    return new Table(
        "how-" + in.name().toLowerCase(Locale.ROOT),
        Text.of("figures.table." + in),
        null,
        Text.of("figures.dimension.HOW"),
        Stream.concat(Stream.of(Text.of("figures.all")), categories()).toList(),
        rows,
        0);
  }

  private static Table acts(EventKind.Section section, Map<EventKind, Done> acts, Links links) {
    List<Row> rows =
        section.kinds().stream()
            .map(
                kind -> {
                  Done done = acts.getOrDefault(kind, Done.NONE);
                  var cells = new ArrayList<Cell>();
                  cells.add(new Cell(done.acts(), links.acts(kind, null)));
                  for (String category : Dimension.CATEGORY.groups())
                    cells.add(
                        new Cell(
                            done.byCategory().getOrDefault(category, 0),
                            links.acts(kind, category)));
                  cells.add(new Cell(done.people(), links.acts(kind, null)));
                  return Row.of(Text.of("figures.kind." + kind), cells);
                })
            .toList();
    return new Table(
        section.name().toLowerCase(Locale.ROOT),
        Text.of("figures.table." + section),
        null,
        Text.of("figures.act"),
        Stream.of(
                Stream.of(Text.of("figures.acts")),
                categories(),
                Stream.of(Text.of("figures.people")))
            .flatMap(one -> one)
            .toList(),
        rows,
        0);
  }

  private Table kept(Links links, Locale locale) {
    var asked = asked(links.scope(), links.period());
    List<Row> rows =
        timeliness.of(asked).stream()
            .map(
                line ->
                    new Row(
                        Text.of("rule." + line.rule()),
                        Text.of("role." + line.owner()),
                        law.explanations().cited(line.rule(), locale),
                        List.of(
                            deadline(line, null, line.all(), links),
                            deadline(line, Kept.IN_TIME, line.inTime(), links),
                            deadline(line, Kept.LATE, line.late(), links),
                            deadline(line, Kept.MISSED, line.missed(), links),
                            deadline(line, Kept.RUNNING, line.running(), links))))
            .toList();
    return new Table(
        "deadlines",
        Text.of("figures.table.deadlines"),
        Text.of("figures.table.deadlines.say"),
        Text.of("figures.rule"),
        Stream.concat(
                Stream.of(Text.of("figures.due")),
                Arrays.stream(Kept.values()).map(kept -> Text.of("figures.kept." + kept)))
            .toList(),
        rows,
        3);
  }

  /** What is asked about deadlines. */
  Timeliness.Asked asked(Scope scope, Period period) {
    return new Timeliness.Asked(
        scope.agencies(), scope.offices(), period.first(), period.last(), clock.instant());
  }

  private static Cell deadline(Timeliness.Line line, @Nullable Kept kept, int count, Links links) {
    return new Cell(count, links.deadlines(line.rule(), line.owner(), kept));
  }

  private static Cell cell(
      Map<Column, People> people, Column in, Map<Dimension, String> of, Links links) {
    return new Cell(people.getOrDefault(in, new People(List.of())).count(of), links.people(in, of));
  }

  private static Stream<Text> categories() {
    return Dimension.CATEGORY.groups().stream().map(Dimension.CATEGORY::label);
  }

  /** An agency gets nobody from an office of its own, and loses nobody to one. */
  private static List<String> came(Scope scope) {
    return Stream.of(Began.RECEIVED, Began.TAKEN_OVER, Began.MOVED_HERE, Began.OFFICE)
        .filter(how -> how != Began.OFFICE || scope.offices() != null)
        .map(Enum::name)
        .toList();
  }

  private static List<String> went(Scope scope) {
    return Arrays.stream(Ended.values())
        .filter(how -> how != Ended.LEVEL)
        .filter(how -> how != Ended.OFFICE || scope.offices() != null)
        .map(Enum::name)
        .toList();
  }
}
