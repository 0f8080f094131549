package org.smartcorrection.acceptance.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A test of a library or of the platform that is run longer than in every build.
 *
 * @param id of the row
 * @param what the figure says: it counts failures
 * @param module whose test it is
 * @param test its class
 * @param rounds the property that says how often, and how often
 */
record OneTest(String id, String what, String module, String test, String rounds) implements Row {

  @Override
  public List<Figure> measure() throws Exception {
    Path said = Files.createTempFile("bench", ".txt");
    var command = new ArrayList<>(List.of("mvn", "-q", "-B", "-pl", module, "-am", "test"));
    command.addAll(
        List.of(
            "-Dtest=" + test,
            "-D" + rounds,
            "-Dsurefire.failIfNoSpecifiedTests=false",
            "-Dcyclonedx.skip=true",
            "-Dexec.skip=true"));
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    if (exit != 0) System.err.println("see " + said);
    else Files.delete(said);
    return List.of(new Figure(id, what, exit == 0 ? 0 : 1, "", 0, 0));
  }
}
