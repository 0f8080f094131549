package org.smartcorrection.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A start that comes to an end by itself.
 *
 * @param exit code of the process
 * @param text what it said on its console
 */
record Attempt(int exit, String text) {
  private static final long PATIENCE_SECONDS = 180;

  static Attempt of(String... arguments) throws IOException, InterruptedException {
    return with(Map.of(), arguments);
  }

  static Attempt with(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path console = Files.createTempFile("attempt", ".txt");
    try {
      var command =
          new ProcessBuilder(Jar.command(arguments))
              .redirectErrorStream(true)
              .redirectOutput(console.toFile());
      command.environment().putAll(environment);
      Process process = command.start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("it runs instead of refusing:\n" + Files.readString(console));
      }
      return new Attempt(process.exitValue(), Files.readString(console));
    } finally {
      Files.delete(console);
    }
  }
}
