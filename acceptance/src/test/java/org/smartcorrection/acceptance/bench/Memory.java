package org.smartcorrection.acceptance.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Memory that the platform's process holds while the demo runs, as the system counts it. */
final class Memory implements Row {
  private static final double KILOBYTES_PER_MEGABYTE = 1024;

  @Override
  public String id() {
    return "main.6";
  }

  @Override
  public List<Figure> measure() throws Exception {
    try (var scratch = Scratch.make();
        var launch = Launch.of(Path.of("").toAbsolutePath(), scratch.folder().resolve("data"))) {
      double megabytes = kilobytes(launch.platform().pid()) / KILOBYTES_PER_MEGABYTE;
      return List.of(
          new Figure(
              id(), "resident memory of the platform, demo running", megabytes, "MB", 700, 450));
    }
  }

  private static long kilobytes(long pid) throws Exception {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
    String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return Long.parseLong(answer);
  }
}
