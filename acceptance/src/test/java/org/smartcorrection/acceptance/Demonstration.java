package org.smartcorrection.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One demonstration for all classes of tests that do not mind what others did in it. Who needs it
 * fresh, or ends it, starts one of their own.
 */
final class Demonstration implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningPlatform.class;
  }

  @Override
  public RunningPlatform resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(Demonstration.class))
        .computeIfAbsent(Started.class, _ -> Started.now(), Started.class)
        .platform();
  }

  /** Ended after the last test of all. */
  private record Started(RunningPlatform platform, Path folder) implements AutoCloseable {
    static Started now() {
      try {
        Path folder = Files.createTempDirectory("demonstration");
        return new Started(RunningPlatform.demo(folder.resolve("data")), folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      platform.close();
      List<Path> inside;
      try (Stream<Path> files = Files.walk(folder)) {
        inside = files.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : inside) Files.delete(file);
    }
  }
}
