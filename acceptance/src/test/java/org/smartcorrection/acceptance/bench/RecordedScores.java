package org.smartcorrection.acceptance.bench;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.smartcorrection.location.DatumCheck;
import org.smartcorrection.location.LocalFrame;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.measure.Measurement;
import org.smartcorrection.location.measure.Measurement.Matter;
import org.smartcorrection.location.measure.Score;
import org.smartcorrection.location.recording.Gpx;
import org.smartcorrection.location.recording.GpxRecording;
import org.smartcorrection.location.recording.Recording;
import org.smartcorrection.location.recording.RecordingCsv;
import org.smartcorrection.location.simulation.RecordedPerson;
import org.smartcorrection.location.simulation.RecordedPerson.Fault;
import org.smartcorrection.location.supervision.SupervisionRules;

/**
 * How well things are found among movements of real people into which faults were put, beside what
 * simulated people give. Nothing is tuned on them: these are notes and no bars.
 */
final class RecordedScores implements Row {
  private static final int PEOPLE_OF_EACH = 40;
  private static final long FIRST_SEED = 900_001;
  private static final int HOUR = 720; // positions
  private static final double HOURS_OF_MONTH = 720;

  @Override
  public String id() {
    return "location.10r";
  }

  @Override
  public List<Figure> measure() throws IOException {
    List<Recording> recordings = recordings();
    Map<Fault, List<RecordedPerson>> people = new EnumMap<>(Fault.class);
    long seed = FIRST_SEED;
    for (Fault fault : Fault.values()) {
      var same = new ArrayList<RecordedPerson>();
      for (int i = 0; i < PEOPLE_OF_EACH; i++)
        same.add(new RecordedPerson(seed++, recordings, fault));
      people.put(fault, same);
    }
    Map<Fault, Measurement> measured = new EnumMap<>(Fault.class);
    people.forEach((fault, same) -> measured.put(fault, measured(same)));
    Measurement all = measured(people.values().stream().flatMap(Collection::stream).toList());
    System.out.printf(
        "         %d recordings, %d people for %d hours, messages: %d%n",
        recordings.size(),
        PEOPLE_OF_EACH * people.size(),
        RecordedPerson.length().toHours(),
        all.messages());

    var figures = new ArrayList<Figure>();
    Score exit = all.score(Matter.EXIT);
    note(figures, "10r", "exits, recall of " + exit.happened(), exit.recall());
    note(figures, "10r", "exits, precision of " + exit.raised(), exit.precision());
    Score silence = all.score(Matter.SILENCE);
    note(figures, "10r", "silence, recall of " + silence.happened(), silence.recall());
    note(figures, "10r", "silence, precision of " + silence.raised(), silence.precision());
    Score separation = all.score(Matter.SEPARATION);
    note(figures, "11r", "separation, recall of " + separation.happened(), separation.recall());
    note(figures, "11r", "separation, precision of " + separation.raised(), separation.precision());
    for (Fault fault : List.of(Fault.REPLAY, Fault.MOCK)) {
      Score one = requireNonNull(measured.get(fault)).score(Matter.SPOOFING);
      note(figures, "11r", "spoofing by " + fault + ", recall of " + one.happened(), one.recall());
    }
    for (Fault fault : Fault.values()) {
      Measurement of = requireNonNull(measured.get(fault));
      for (Matter matter : List.of(Matter.EXIT, Matter.SEPARATION, Matter.SPOOFING)) {
        Score score = of.score(matter);
        int wrong = score.raised() - score.right();
        if (wrong > 0)
          note(
              figures,
              matter == Matter.EXIT ? "10r" : "11r",
              matter
                  + ", false in %.0f hours with %s"
                      .formatted(score.personMonths() * HOURS_OF_MONTH, fault),
              wrong);
      }
    }
    datum(figures, requireNonNull(people.get(Fault.WRONG_DATUM)));
    return figures;
  }

  private static Measurement measured(List<RecordedPerson> people) {
    return Measurement.of(people, SupervisionRules.standard());
  }

  /** Whether a track in another datum is told from one that is right, held against its own way. */
  private static void datum(List<Figure> figures, List<RecordedPerson> people) {
    int told = 0;
    int wrong = 0;
    for (RecordedPerson person : people) {
      // an hour of it: whoever was everywhere once fits anything
      List<Wgs84Point> way = person.way().subList(0, Math.min(HOUR, person.way().size()));
      List<Wgs84Point> every = everyTenth(way, 0);
      List<Wgs84Point> shifted =
          every.stream()
              .map(Wgs84Point::toGcj02)
              .map(point -> new Wgs84Point(point.latitude(), point.longitude()))
              .toList();
      List<List<Wgs84Point>> roads = List.of(everyTenth(way, 5));
      if (DatumCheck.of(shifted, roads) == DatumCheck.Verdict.LIKELY_GCJ02) told++;
      if (DatumCheck.of(every, roads) != DatumCheck.Verdict.AS_DECLARED) wrong++;
    }
    note(figures, "11r", "GCJ-02 declared as WGS-84, told of " + people.size(), told);
    note(figures, "11r", "WGS-84 taken for another, of " + people.size(), wrong);
  }

  private static List<Wgs84Point> everyTenth(List<Wgs84Point> way, int from) {
    var some = new ArrayList<Wgs84Point>();
    for (int i = from; i < way.size(); i += 10) some.add(way.get(i));
    return some;
  }

  private static void note(List<Figure> figures, String row, String what, double value) {
    figures.add(Figure.note("location." + row, what, value, ""));
  }

  private static List<Recording> recordings() throws IOException {
    var recordings = new ArrayList<Recording>();
    for (byte[] file : files("goal.zip"))
      if (RecordingCsv.read(new StringReader(new String(file, StandardCharsets.UTF_8)))
          instanceof RecordingCsv.Reading.Read(var recording)) recordings.add(recording);
    for (byte[] file : files("gpx.zip"))
      if (Gpx.read(new ByteArrayInputStream(file)) instanceof Gpx.Reading.Read(var gpx))
        recordings.add(withoutPlace(gpx));
    return recordings;
  }

  /** Only points with a time that moves on. */
  private static Recording withoutPlace(GpxRecording gpx) {
    var moments = new ArrayList<Recording.Moment>();
    List<GpxRecording.Point> timed =
        gpx.points().stream().filter(point -> point.time().isPresent()).toList();
    var start = timed.getFirst().time().orElseThrow();
    var frame = new LocalFrame(timed.getFirst().place());
    for (GpxRecording.Point point : timed) {
      var after = Duration.between(start, point.time().orElseThrow());
      if (moments.isEmpty() || after.compareTo(moments.getLast().after()) > 0)
        moments.add(new Recording.Moment(after, frame.offsetOf(point.place())));
    }
    return new Recording(moments);
  }

  private static List<byte[]> files(String archive) throws IOException {
    var files = new ArrayList<byte[]>();
    try (InputStream in = RecordedScores.class.getResourceAsStream("/recordings/" + archive);
        var zip = new ZipInputStream(requireNonNull(in, archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
        files.add(zip.readAllBytes());
    }
    return files;
  }
}
