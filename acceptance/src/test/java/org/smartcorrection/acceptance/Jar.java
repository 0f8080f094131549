package org.smartcorrection.acceptance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The built jar, run with the Java that runs the tests. */
public final class Jar {
  private Jar() {}

  /** The command line of a role. */
  static List<String> command(String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx320m"));
    command.add("-Dsmartcorrection.database.binaries=" + binaries());
    command.addAll(List.of("-jar", property("smartcorrection.jar")));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Where PostgreSQL's programs are, once one start has unpacked them. */
  static Path binaries() {
    return Path.of(property("smartcorrection.binaries"));
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name + " is set by the build");
  }
}
