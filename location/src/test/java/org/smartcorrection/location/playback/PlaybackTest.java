package org.smartcorrection.location.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.CircleArea;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.LeftOutReason;
import org.smartcorrection.location.LocalFrame;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.location.journal.Fate;
import org.smartcorrection.location.playback.Stretch.Cause;
import org.smartcorrection.location.playback.Stretch.Gap;
import org.smartcorrection.location.playback.Stretch.Stop;
import org.smartcorrection.location.playback.Stretch.Way;
import org.smartcorrection.location.recording.Gpx;
import org.smartcorrection.location.supervision.DeadZone;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.location.supervision.Signs;

class PlaybackTest {
  private static final Instant EIGHT = Instant.parse("2026-03-02T00:00:00Z");
  private static final Wgs84Point HOME = new Wgs84Point(31.15, 104.55);
  private static final LocalFrame AROUND = new LocalFrame(HOME);
  private static final UUID DEVICE = new UUID(1, 2);
  private static final Fate USED = new Fate.Weighed(-100);
  private static final Span MORNING = span(0, 240);

  /** From the first position of {@link #aMorning} to the last. */
  private static final Span SEEN = span(0, 239);

  private static final List<Span> LIVE = List.of(span(-1_000, 1_000));

  private static Instant at(double minute) {
    return EIGHT.plusMillis(Math.round(minute * 60_000));
  }

  private static Span span(double from, double until) {
    return new Span(at(from), at(until));
  }

  private static Entry entry(double minute, double east, double accuracy, Fate fate) {
    Wgs84Point point = AROUND.pointAt(new LocalFrame.Offset(east, 0));
    Fix fix = Fix.of(at(minute), point, accuracy, FixSource.GNSS);
    return new Entry(Report.of(fix), DEVICE, at(minute), fate);
  }

  private static Entry silentWord(double minute) {
    var report =
        new Report(
            at(minute),
            Optional.empty(),
            Optional.empty(),
            Signs.NONE,
            OptionalInt.empty(),
            OptionalInt.empty());
    return new Entry(report, DEVICE, at(minute), new Fate.NoPosition());
  }

  /** At home from minute 0 to 60, 3 km on the way until 90, there until 240; one a minute. */
  private static List<Entry> aMorning() {
    var chance = new Random(7);
    var entries = new ArrayList<Entry>();
    for (int minute = 0; minute < 240; minute++) {
      double true_ = minute < 60 ? 0 : minute < 90 ? (minute - 60) * 100 : 3_000;
      entries.add(entry(minute, true_ + 12 * chance.nextGaussian(), 12, USED));
    }
    return entries;
  }

  private static List<Stretch> play(List<Entry> entries) {
    return Playback.of(MORNING, entries, LIVE, List.of());
  }

  private static void withoutAHole(Span asked, List<Stretch> told) {
    assertEquals(asked.from(), told.getFirst().from());
    assertEquals(asked.until(), told.getLast().until());
    for (int i = 1; i < told.size(); i++)
      assertEquals(told.get(i - 1).until(), told.get(i).from(), told::toString);
  }

  @Test
  void a_morning_is_a_stop_a_way_and_a_stop() {
    List<Stretch> told = play(aMorning());

    withoutAHole(SEEN, told);
    assertEquals(3, told.size(), told::toString);
    var home = (Stop) told.get(0);
    var way = (Way) told.get(1);
    var work = (Stop) told.get(2);
    assertTrue(home.place().metresTo(HOME) < 30, home::toString);
    assertTrue(Math.abs(way.metres() - 3_000) < 400, way::toString);
    assertTrue(Duration.between(at(60), home.until()).abs().toMinutes() <= 3, home::toString);
    assertTrue(Duration.between(at(90), work.from()).abs().toMinutes() <= 3, work::toString);
    assertTrue(home.radiusMetres() < 250, home::toString);
  }

  @Test
  void one_stray_position_does_not_end_a_stop() {
    List<Entry> entries = aMorning();
    entries.set(30, entry(30, 900, 12, USED));
    assertEquals(
        play(aMorning()).stream().map(Stretch::getClass).toList(),
        play(entries).stream().map(Stretch::getClass).toList());
  }

  @Test
  void a_gap_is_not_bridged_and_says_what_came_meanwhile() {
    var entries = new ArrayList<Entry>();
    for (Entry one : aMorning())
      if (one.time().isBefore(at(100)) || one.time().isAfter(at(150))) entries.add(one);
    assertEquals(List.of(Cause.SILENCE), causes(play(entries)));

    var spoke = new ArrayList<>(entries);
    spoke.add(silentWord(120));
    assertEquals(Cause.NO_POSITION, causes(play(inOrder(spoke))).getFirst());

    spoke.add(entry(125, 9_000, 12, new Fate.LeftOut(LeftOutReason.MADE_BY_SOFTWARE)));
    spoke.add(entry(126, 9_000, 12, new Fate.Unjudged()));
    List<Stretch> told = play(inOrder(spoke));
    withoutAHole(SEEN, told);
    Gap gap = gaps(told).getFirst();
    assertEquals(Cause.NOT_USABLE, gap.cause());
    assertEquals(2, gap.leftOut());
    assertEquals(span(99, 151), gap.span());
  }

  @Test
  void twenty_minutes_are_no_gap_and_a_second_more_is_one() {
    List<Entry> close = List.of(entry(0, 0, 10, USED), entry(20, 2_000, 10, USED));
    List<Entry> apart = List.of(entry(0, 0, 10, USED), entry(20 + 1 / 60.0, 2_000, 10, USED));

    assertEquals(1, Playback.of(span(0, 20.1), close, LIVE, List.of()).size());
    assertEquals(
        List.of(Cause.SILENCE), causes(Playback.of(span(0, 20.1), apart, LIVE, List.of())));
  }

  @Test
  void a_silence_that_begins_in_a_dead_zone_is_explained_for_as_long_as_that_was_approved() {
    var tunnel = new DeadZone("tunnel", new CircleArea(HOME, 300), Duration.ofHours(1));
    List<Entry> short_ =
        List.of(entry(0, 0, 10, USED), entry(50, 0, 10, USED), entry(51, 0, 10, USED));
    List<Entry> long_ =
        List.of(entry(0, 0, 10, USED), entry(70, 0, 10, USED), entry(71, 0, 10, USED));

    Gap explained = gaps(Playback.of(span(0, 52), short_, LIVE, List.of(tunnel))).getFirst();
    assertEquals(Cause.DEAD_ZONE, explained.cause());
    assertEquals(Optional.of("tunnel"), explained.deadZone());
    assertEquals(
        Cause.SILENCE,
        gaps(Playback.of(span(0, 72), long_, LIVE, List.of(tunnel))).getFirst().cause());
  }

  @Test
  void where_no_ground_was_live_nothing_is_missing() {
    List<Span> grounds = List.of(span(-100, 60), span(180, 300));
    var entries = new ArrayList<Entry>();
    for (Entry one : aMorning())
      if (one.time().isBefore(at(60)) || one.time().isAfter(at(200))) entries.add(one);
    List<Stretch> told = Playback.of(MORNING, entries, grounds, List.of());

    withoutAHole(SEEN, told);
    assertEquals(
        span(60, 180),
        gaps(told).stream()
            .filter(gap -> gap.cause() == Cause.NO_GROUND)
            .map(Gap::span)
            .findFirst()
            .orElseThrow());
    assertTrue(told.stream().noneMatch(one -> one instanceof Way), told::toString);
  }

  @Test
  void nothing_at_all_is_one_gap_and_one_position_alone_is_a_way_of_no_length() {
    assertEquals(List.of(new Gap(MORNING, Cause.SILENCE, Optional.empty(), 0)), play(List.of()));
    List<Stretch> told = play(List.of(entry(100, 0, 10, USED)));
    withoutAHole(MORNING, told);
    assertEquals(new Way(span(100, 100), 0, 1), told.get(1));
  }

  @Test
  void a_gpx_file_reads_back_as_the_runs_and_bridges_no_gap() throws IOException {
    var entries = new ArrayList<Entry>();
    for (Entry one : aMorning())
      if (one.time().isBefore(at(100)) || one.time().isAfter(at(150))) entries.add(one);
    entries.set(50, entry(50, 5_000, 12, new Fate.LeftOut(LeftOutReason.IMPLAUSIBLE_SPEED)));
    var about = new TrackFile.About("A & B", "made for <nobody>", at(300));
    String gpx = TrackFile.gpx(about, entries);

    var reading = Gpx.read(new ByteArrayInputStream(gpx.getBytes(StandardCharsets.UTF_8)));
    var recording = ((Gpx.Reading.Read) reading).recording();
    assertTrue(recording.notes().isClean(), recording.notes()::toString);
    List<List<Fix>> runs = Playback.runs(entries);
    assertEquals(
        runs.stream().map(List::size).toList(),
        recording.segments().stream().map(segment -> segment.points().size()).toList());
    assertEquals(2, runs.size());
    assertTrue(gpx.contains("<type>IMPLAUSIBLE_SPEED</type>"), gpx);
    assertTrue(gpx.contains("A &amp; B"), gpx);
    assertTrue(
        runs.getFirst().getFirst().point().metresTo(recording.points().getFirst().place()) < 0.05);
  }

  @Test
  void a_geojson_file_names_its_datum_and_why_a_position_was_left_out() {
    List<Entry> entries =
        List.of(
            entry(0, 0, 10, USED),
            entry(1, 50, 10, USED),
            entry(2, 9_000, 10, new Fate.LeftOut(LeftOutReason.MADE_BY_SOFTWARE)));
    String json = TrackFile.geoJson(new TrackFile.About("\"T\"", "a\nb", at(5)), entries);

    assertTrue(json.contains("\"datum\":\"WGS-84\""), json);
    assertTrue(json.contains("\"title\":\"\\\"T\\\"\",\"about\":\"a\\u000ab\""), json);
    assertTrue(json.contains("\"used\":false,\"leftOut\":\"MADE_BY_SOFTWARE\""), json);
    assertEquals(1, json.split("LineString", -1).length - 1);
  }

  private static List<Entry> inOrder(List<Entry> entries) {
    return entries.stream().sorted(Comparator.comparing(Entry::time)).toList();
  }

  private static List<Gap> gaps(List<Stretch> told) {
    return told.stream().filter(Gap.class::isInstance).map(Gap.class::cast).toList();
  }

  private static List<Cause> causes(List<Stretch> told) {
    return gaps(told).stream().map(Gap::cause).toList();
  }
}
