package org.smartcorrection.acceptance.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The statute clock of a county with 5,000 cases, counted from nothing but their acts on all
 * processors, reading and opening the acts included; a test of the platform does it.
 */
final class ClockFromNothing implements Row {
  private static final int CASES = 5000;

  @Override
  public String id() {
    return "casework.5";
  }

  @Override
  public List<Figure> measure() throws Exception {
    Path said = Files.createTempFile("bench", ".txt");
    Path figure = Files.createTempFile("bench", ".seconds");
    int exit =
        new ProcessBuilder(
                "mvn",
                "-q",
                "-B",
                "-pl",
                "platform",
                "-am",
                "test",
                "-Dtest=ClockFromNothingTests",
                "-Dclock.cases=" + CASES,
                "-Dclock.figure=" + figure,
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dcyclonedx.skip=true",
                "-Dexec.skip=true")
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    if (exit != 0) throw new IllegalStateException("see " + said);
    double seconds = Double.parseDouble(Files.readString(figure));
    Files.delete(said);
    Files.delete(figure);
    String what = "statute clock of %,d cases, counted from their acts".formatted(CASES);
    return List.of(new Figure(id(), what, seconds, "s", 2, 0.5));
  }
}
