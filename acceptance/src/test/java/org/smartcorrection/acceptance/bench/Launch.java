package org.smartcorrection.acceptance.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.smartcorrection.acceptance.RunningPlatform;

/** {@code ./run} as a user types it, timed from the return key to the ready line. */
record Launch(RunningPlatform platform, double seconds) implements AutoCloseable {
  private static final double NANOS = 1e9;

  static Launch of(Path repository, Path data) {
    return of(repository, data, Map.of());
  }

  static Launch of(Path repository, Path data, Map<String, String> environment) {
    return of(repository, data, environment, RunningPlatform.PATIENCE);
  }

  static Launch of(Path repository, Path data, Map<String, String> environment, Duration patience) {
    long begin = System.nanoTime();
    var command =
        new ProcessBuilder("./run", "--port", "0", "--data", data.toString())
            .directory(repository.toFile());
    command.environment().putAll(environment);
    var platform = RunningPlatform.start(command, patience);
    return new Launch(platform, (System.nanoTime() - begin) / NANOS);
  }

  @Override
  public void close() {
    platform.close();
  }
}
