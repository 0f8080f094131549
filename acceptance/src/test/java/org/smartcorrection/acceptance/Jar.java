package org.smartcorrection.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The built jar, run with the Java that runs the tests. Proofs are checked with the jar as it is; a
 * platform is started as {@code ./run} starts it, unpacked and with its classes loaded beforehand,
 * which halves the time of a start.
 */
public final class Jar {
  private static final String NAME = "smart-correction.jar";
  private static final String CLASSES = "app.aot";

  private Jar() {}

  /** The command line of a role. */
  static List<String> command(String... arguments) {
    if (arguments[0].equals("verify")) return command(whole(), List.of(), arguments);
    Path app = app();
    return command(app.resolve(NAME), List.of("-XX:AOTCache=" + app.resolve(CLASSES)), arguments);
  }

  private static List<String> command(Path jar, List<String> options, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx320m", "-Xlog:aot=off", "-Xlog:cds=off"));
    command.addAll(options);
    command.add("-Dsmartcorrection.database.binaries=" + binaries());
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Where PostgreSQL's programs are, once one start has unpacked them. */
  static Path binaries() {
    return Path.of(property("smartcorrection.binaries"));
  }

  private static Path whole() {
    return Path.of(property("smartcorrection.jar"));
  }

  /** The unpacked platform, made by the first test that starts one. */
  private static synchronized Path app() {
    Path app = Path.of(property("smartcorrection.app"));
    try {
      if (isOlder(app.resolve(CLASSES), whole())) unpack(app);
      return app;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean isOlder(Path file, Path than) throws IOException {
    return !Files.exists(file)
        || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(than)) < 0;
  }

  private static void unpack(Path app) throws IOException, InterruptedException {
    var extract =
        command(
            whole(),
            List.of("-Djarmode=tools"),
            "extract",
            "--force",
            "--destination",
            app.toString());
    int exit = new ProcessBuilder(extract).inheritIO().start().waitFor();
    if (exit != 0) throw new IllegalStateException("the jar was not unpacked: " + exit);
    Path data = app.resolve("rehearsal");
    List<String> rehearsal =
        command(
            app.resolve(NAME),
            List.of("-XX:AOTCacheOutput=" + app.resolve(CLASSES)),
            "demo",
            "--port",
            "0",
            "--data",
            data.toString(),
            "--fresh");
    var start = new ProcessBuilder(rehearsal);
    start.environment().put("SMARTCORRECTION_DEMO_CASES", "0");
    RunningPlatform.start(start).close();
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name + " is set by the build");
  }
}
