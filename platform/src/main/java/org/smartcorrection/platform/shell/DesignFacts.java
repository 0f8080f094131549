package org.smartcorrection.platform.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.smartcorrection.platform.kernel.Json;

/** Invented facts for the component sheet. The days are those of the National Day of 2026. */
final class DesignFacts {
  private static final String PAGE = "/design/staff";
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 29);
  private static final LocalDate MAKE_UP = LocalDate.of(2026, 10, 10);
  private static final LocalDate SUNDAY = LocalDate.of(2026, 10, 11);

  private static final Pattern MESSAGE = Pattern.compile("\"(shell\\.[a-z.]+)\"");

  private DesignFacts() {}

  /** The schematic ground of the sheet as GeoJSON; a name in it is the key of a message. */
  static String map(Show show) {
    try (InputStream file = DesignFacts.class.getResourceAsStream("/demo/design.geojson")) {
      if (file == null) throw new IllegalStateException("the sheet has no map");
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return MESSAGE
          .matcher(text)
          .replaceAll(key -> Matcher.quoteReplacement(said(show, key.group(1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String said(Show show, String key) {
    return Json.text(show.say(Text.of(key))).replace("<", "\\u003c");
  }

  static Ribbon ribbon() {
    return Ribbon.of(
        TODAY,
        IntStream.range(0, 18).mapToObj(TODAY::plusDays).map(DesignFacts::calendarDay).toList());
  }

  private static Ribbon.Day calendarDay(LocalDate date) {
    boolean holiday = date.getMonth() == Month.OCTOBER && date.getDayOfMonth() <= 7;
    Ribbon.Kind kind =
        holiday
            ? Ribbon.Kind.HOLIDAY
            : date.equals(MAKE_UP)
                ? Ribbon.Kind.MAKE_UP
                : date.equals(SUNDAY) ? Ribbon.Kind.WEEKEND : Ribbon.Kind.WORKING;
    return new Ribbon.Day(
        date, kind, holiday ? fact("national-day") : null, flags().getOrDefault(date, List.of()));
  }

  private static Map<LocalDate, List<Ribbon.Flag>> flags() {
    return Map.of(
        TODAY,
        List.of(flag(Ribbon.Nearness.TODAY, "report"), flag(Ribbon.Nearness.TODAY, "call-back")),
        TODAY.plusDays(1),
        List.of(flag(Ribbon.Nearness.SOON, "leave")),
        TODAY.plusDays(9),
        List.of(flag(Ribbon.Nearness.SOON, "intake")),
        MAKE_UP,
        List.of(flag(Ribbon.Nearness.HELD, "device")),
        TODAY.plusDays(16),
        List.of(flag(Ribbon.Nearness.LATER, "opinion")));
  }

  private static Ribbon.Flag flag(Ribbon.Nearness nearness, String what) {
    return new Ribbon.Flag(nearness, fact("flag." + what), fact("flag." + what + ".whom"), PAGE);
  }

  static TermClock clock() {
    LocalDate from = LocalDate.of(2025, 3, 12);
    LocalDate warned = LocalDate.of(2026, 7, 8);
    LocalDate device = LocalDate.of(2026, 7, 10);
    return TermClock.of(
        from,
        LocalDate.of(2027, 9, 11),
        TODAY,
        List.of(
            new TermClock.Period(
                TermClock.Restriction.STRICT, from, from.plusMonths(3), fact("strict")),
            new TermClock.Period(
                TermClock.Restriction.ORDINARY,
                from.plusMonths(3).plusDays(1),
                warned.minusDays(1),
                fact("ordinary")),
            new TermClock.Period(TermClock.Restriction.STRICT, warned, TODAY, fact("strict")),
            new TermClock.Period(
                TermClock.Restriction.POSITIONING,
                device,
                device.plusMonths(3),
                fact("positioning"))),
        List.of(
            event(TermClock.Kind.DONE, LocalDate.of(2025, 3, 18), "intake"),
            event(TermClock.Kind.DONE, LocalDate.of(2025, 12, 15), "praise"),
            event(TermClock.Kind.DONE, LocalDate.of(2026, 5, 20), "leave"),
            event(TermClock.Kind.BAD, warned, "warning"),
            event(TermClock.Kind.AHEAD, LocalDate.of(2027, 8, 12), "summary")));
  }

  private static TermClock.Event event(TermClock.Kind kind, LocalDate date, String what) {
    return new TermClock.Event(kind, date, fact("event." + what));
  }

  static List<Line> why() {
    return List.of(
        new Line(fact("why.received"), fact("why.received.day")),
        new Line(fact("why.counted"), fact("why.counted.days")),
        new Line(fact("why.skipped"), fact("why.skipped.days")),
        new Line(fact("why.result"), Text.of("shell.design.day", TODAY)));
  }

  static Form wrongForm() {
    return Form.empty()
        .with("to", "2026-10-01")
        .with("place", "baishi")
        .with("why", "MEDICAL")
        .failing("to", "shell.design.form.to.early", LocalDate.of(2026, 10, 4))
        .failing("reason", "shell.design.form.reason.missing");
  }

  static List<Option> reasons() {
    return List.of(
        new Option("MEDICAL", fact("form.medical")), new Option("FAMILY", fact("form.family")));
  }

  static List<Option> places() {
    return List.of(
        new Option("baishi", fact("form.baishi")), new Option("yunshan", fact("form.yunshan")));
  }

  static Navigation staffNavigation() {
    return new Navigation(
        List.of(
            new Navigation.Item("today", PAGE, fact("nav.today"), "home", 1),
            new Navigation.Item("people", PAGE, fact("nav.people"), "people", 2),
            new Navigation.Item("alarms", PAGE, fact("nav.alarms"), "warn", 3, 3, true),
            new Navigation.Item(
                "applications", PAGE, fact("nav.applications"), "send", 4, 4, false),
            new Navigation.Item("acts", PAGE, fact("nav.acts"), "doc", 5)));
  }

  static Navigation personNavigation() {
    return new Navigation(
        List.of(
            new Navigation.Item("today", "/design/my", fact("nav.today"), "home", 1),
            new Navigation.Item("apply", "/design/my", fact("nav.apply"), "send", 2),
            new Navigation.Item("learn", "/design/my", fact("nav.learn"), "book", 3),
            new Navigation.Item("data", "/design/my", fact("nav.data"), "eye", 4),
            new Navigation.Item("help", "/design/my", fact("nav.help"), "ear", 5)));
  }

  private static Text fact(String key) {
    return Text.of("shell.design." + key);
  }
}
