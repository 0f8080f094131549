package org.smartcorrection.acceptance.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code ./verify} on a clean clone of what is committed here; dependencies are at hand. */
final class CleanVerify implements Row {
  private static final double NANOS = 1e9;
  private static final int SHOWN = 40;

  @Override
  public String id() {
    return "main.4";
  }

  @Override
  public List<Figure> measure() throws Exception {
    try (var scratch = Scratch.make()) {
      Path clone = Clone.into(scratch.folder());
      Path said = scratch.folder().resolve("verify.txt");
      long begin = System.nanoTime();
      int exit =
          new ProcessBuilder("./verify")
              .directory(clone.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start()
              .waitFor();
      double seconds = (System.nanoTime() - begin) / NANOS;
      if (exit != 0) {
        List<String> lines = Files.readAllLines(said);
        lines.stream().skip(Math.max(0, lines.size() - SHOWN)).forEach(System.err::println);
        throw new IllegalStateException("./verify ended with " + exit);
      }
      int cores = Runtime.getRuntime().availableProcessors();
      return List.of(
          new Figure(
              id(), "./verify on a clean clone, " + cores + " cores", seconds, "s", 900, 480));
    }
  }
}
