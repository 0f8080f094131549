package org.smartcorrection.platform.exchange.checkup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.smartcorrection.platform.exchange.Words;
import org.smartcorrection.platform.exchange.table.Field;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Show;
import org.smartcorrection.platform.shell.Text;
import org.springframework.stereotype.Component;

/** Writes the findings of a check-up out, row by row of the spreadsheet. */
@Component
class FindingRows {
  /** So many rows of the spreadsheet are shown; the download has all. */
  static final int MOST = 200;

  private final Words words;
  private final Show show;

  FindingRows(Words words, Show show) {
    this.words = words;
    this.show = show;
  }

  /** One finding. {@code kind} is how the look draws it. */
  record Row(
      String kind,
      Text what,
      Text state,
      String articles,
      String confidence,
      String rule,
      String cell,
      LocalDate from,
      LocalDate due,
      boolean provisional,
      List<Line> why) {}

  /** What was found about one row of the spreadsheet. */
  record Person(int row, List<Row> findings) {}

  /** One bar of the picture. */
  record Bar(Text what, int missed, int due, int late, double missedShare, double dueShare) {}

  /** The whole page. */
  record Seen(
      int rows,
      int withFindings,
      int missed,
      int due,
      int late,
      List<Bar> bars,
      List<Person> people,
      List<Text> unasked,
      List<String> unreadable,
      int unreadableInAll) {}

  Seen of(Checkup.Result result, LocalDate today, Locale locale) {
    var byRow = new TreeMap<Integer, List<Finding>>();
    for (Finding finding : result.findings())
      byRow.computeIfAbsent(finding.row(), _ -> new ArrayList<>()).add(finding);
    List<Person> people =
        byRow.entrySet().stream()
            .limit(MOST)
            .map(
                entry ->
                    new Person(
                        entry.getKey(),
                        entry.getValue().stream()
                            .sorted(Comparator.comparing(finding -> finding.deadline().day()))
                            .map(finding -> row(finding, today, locale))
                            .toList()))
            .toList();
    return new Seen(
        result.rows(),
        byRow.size(),
        count(result.findings(), Finding.Kind.MISSED),
        count(result.findings(), Finding.Kind.DUE),
        count(result.findings(), Finding.Kind.LATE),
        bars(result),
        people,
        Duties.ALL.stream()
            .filter(duty -> !result.asked().contains(duty))
            .map(FindingRows::unasked)
            .toList(),
        result.unreadable().stream().limit(20).toList(),
        result.unreadable().size());
  }

  /** A line of the download. */
  List<String> csv(Finding finding, Locale locale) {
    return List.of(
        Integer.toString(finding.row()),
        show.say(Text.of("exchange.checkup.kind." + finding.kind())),
        show.say(title(finding.duty())),
        finding.rule() + ": " + words.article(finding.rule(), locale),
        finding.cell(),
        finding.from().toString(),
        finding.deadline().day().toString(),
        finding.met() == null ? "" : finding.met().toString(),
        String.join(
            "; ",
            words.why(finding.deadline().explanation(), locale).stream()
                .map(line -> show.say(line.term()) + ": " + show.say(line.detail()))
                .toList()));
  }

  private Row row(Finding finding, LocalDate today, Locale locale) {
    LocalDate due = finding.deadline().day();
    LocalDate met = finding.met();
    String kind =
        switch (finding.kind()) {
          case MISSED -> "over";
          case DUE -> "soon";
          case LATE -> "met";
        };
    Text state =
        switch (finding.kind()) {
          case MISSED -> inDays("exchange.checkup.missed", days(due, today));
          case DUE ->
              due.equals(today)
                  ? Text.of("exchange.checkup.today")
                  : inDays("exchange.checkup.due", days(today, due));
          case LATE -> inDays("exchange.checkup.late", met == null ? 0 : days(due, met));
        };
    return new Row(
        kind,
        title(finding.duty()),
        state,
        words.article(finding.rule(), locale),
        words.confidence(finding.rule()),
        finding.rule(),
        finding.cell(),
        finding.from(),
        due,
        finding.deadline().provisional(),
        words.why(finding.deadline().explanation(), locale));
  }

  private static List<Bar> bars(Checkup.Result result) {
    int most =
        Duties.ALL.stream()
            .mapToInt(duty -> (int) result.findings().stream().filter(of(duty)).count())
            .max()
            .orElse(1);
    double whole = Math.max(1, most);
    return result.asked().stream()
        .map(
            duty -> {
              List<Finding> found = result.findings().stream().filter(of(duty)).toList();
              int missed = count(found, Finding.Kind.MISSED);
              int due = count(found, Finding.Kind.DUE);
              return new Bar(
                  title(duty),
                  missed,
                  due,
                  count(found, Finding.Kind.LATE),
                  missed / whole,
                  due / whole);
            })
        .toList();
  }

  private static java.util.function.Predicate<Finding> of(Duty duty) {
    return finding -> finding.duty().equals(duty);
  }

  /** What the table would need a column for. */
  private static Text unasked(Duty duty) {
    List<Field> needed = duty.needed();
    Text first = Text.of("exchange.field." + needed.getFirst());
    return needed.size() == 1
        ? Text.of("exchange.checkup.unasked.one", title(duty), first)
        : Text.of(
            "exchange.checkup.unasked.two",
            title(duty),
            first,
            Text.of("exchange.field." + needed.getLast()));
  }

  private static Text title(Duty duty) {
    return Text.of("deadline." + duty.procedure() + "." + duty.deadline());
  }

  private static int count(List<Finding> findings, Finding.Kind kind) {
    return (int) findings.stream().filter(finding -> finding.kind() == kind).count();
  }

  private static Text inDays(String key, int days) {
    return days == 1 ? Text.of(key + ".one") : Text.of(key, days);
  }

  private static int days(LocalDate from, LocalDate to) {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
  }
}
