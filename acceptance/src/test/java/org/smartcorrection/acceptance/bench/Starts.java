package org.smartcorrection.acceptance.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts of what is built: the first on a new folder, and later ones on the same. */
final class Starts implements Row {
  private static final int TIMES = 5;
  private static final Path HERE = Path.of("").toAbsolutePath();

  @Override
  public String id() {
    return "main.2";
  }

  @Override
  public List<Figure> measure() throws Exception {
    var first = new ArrayList<Double>();
    var later = new ArrayList<Double>();
    try (var built = Scratch.make()) {
      Launch.of(HERE, built.folder().resolve("data")).close();
    }
    for (int time = 0; time < TIMES; time++)
      try (var scratch = Scratch.make()) {
        Path data = scratch.folder().resolve("data");
        first.add(seconds(data));
        later.add(seconds(data));
      }
    return List.of(
        new Figure("main.2a", "Ready, first database, median of 5", median(first), "s", 15, 8),
        new Figure("main.2b", "Ready, later starts, median of 5", median(later), "s", 8, 4));
  }

  private static double seconds(Path data) {
    try (var launch = Launch.of(HERE, data)) {
      return launch.seconds();
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
