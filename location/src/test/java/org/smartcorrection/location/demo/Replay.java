package org.smartcorrection.location.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.LocalFrame;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.recording.Recording;
import org.smartcorrection.location.recording.RecordingCsv;

/**
 * A real movement put down in the invented district.
 *
 * @param id name in the scenario
 * @param recording its file, below the demo's folder of them
 * @param anchor where its first point comes to lie
 * @param turnedClockwise degrees
 * @param speedup 1 for as recorded
 * @param accuracyMetres told by the replayed device
 * @param leavesDistrict whether it crosses the border
 */
record Replay(
    String id,
    String recording,
    Wgs84Point anchor,
    double turnedClockwise,
    double speedup,
    double accuracyMetres,
    boolean leavesDistrict) {

  /** The one that raises the alarm comes first. */
  static final List<Replay> ALL =
      List.of(
          new Replay(
              "leaves-for-baishi",
              "goal/trajectory_0792.csv",
              DistrictDrawing.place(760, 194),
              -33,
              1.5,
              12,
              true),
          new Replay(
              "drives-across-town",
              "goal/trajectory_0589.csv",
              DistrictDrawing.place(700, 223),
              -280,
              1,
              15,
              false),
          new Replay(
              "errand-and-back",
              "goal/trajectory_0204.csv",
              DistrictDrawing.place(430, 420),
              -20,
              1,
              20,
              false),
          new Replay(
              "walks-at-the-river",
              "goal/trajectory_0154.csv",
              DistrictDrawing.place(520, 400),
              40,
              1,
              10,
              false),
          new Replay(
              "at-the-market",
              "goal/trajectory_0649.csv",
              DistrictDrawing.place(560, 330),
              0,
              1,
              25,
              false),
          new Replay(
              "to-work-in-yunqiao",
              "goal/trajectory_0005.csv",
              DistrictDrawing.place(400, 500),
              90,
              1,
              15,
              false));

  List<Fix> fixes(Path demo, Instant start) throws IOException {
    return read(demo.resolve("recordings").resolve(recording))
        .anchored(new LocalFrame(anchor), turnedClockwise, start, speedup, accuracyMetres);
  }

  static Recording read(Path file) throws IOException {
    try (var reader = Files.newBufferedReader(file)) {
      return switch (RecordingCsv.read(reader)) {
        case RecordingCsv.Reading.Read read -> read.recording();
        case RecordingCsv.Reading.Unreadable unreadable ->
            throw new AssertionError(file.getFileName() + ": " + unreadable);
      };
    }
  }
}
