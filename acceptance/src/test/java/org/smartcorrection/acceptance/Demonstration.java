package org.smartcorrection.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One demonstration in each process for all classes of tests that do not mind what others did in
 * it. Who needs it fresh, or ends it, starts one of their own.
 */
final class Demonstration implements ParameterResolver {
  private static @Nullable RunningPlatform started;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningPlatform.class;
  }

  @Override
  public RunningPlatform resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return started();
  }

  /** Ended with the process: it may be given one class of tests after the other. */
  private static synchronized RunningPlatform started() {
    RunningPlatform running = started;
    if (running != null) return running;
    try {
      Path folder = Files.createTempDirectory("demonstration");
      RunningPlatform platform = RunningPlatform.demo(folder.resolve("data"));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(platform, folder)));
      started = platform;
      return platform;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(RunningPlatform platform, Path folder) {
    platform.close();
    try {
      List<Path> inside;
      try (Stream<Path> files = Files.walk(folder)) {
        inside = files.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : inside) Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
