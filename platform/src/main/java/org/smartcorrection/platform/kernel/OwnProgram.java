package org.smartcorrection.platform.kernel;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Starts this very program once more, in another role and a process of its own. */
public final class OwnProgram {
  private static final String MAIN = "org.smartcorrection.platform.Main";
  private static final String NESTED = "jar:nested:";

  /** Without it no program starts on Windows. */
  private static final Set<String> NEEDED = Set.of("SystemRoot");

  private OwnProgram() {}

  /**
   * A process to start. It knows nothing of this one's environment: what the platform's settings
   * say is none of its business, passwords least of all.
   *
   * @param options of its Java
   * @param arguments its role, and what follows it
   */
  public static ProcessBuilder of(List<String> options, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    String here = OwnProgram.class.getProtectionDomain().getCodeSource().getLocation().toString();
    if (here.startsWith(NESTED)) {
      String jar = here.substring(NESTED.length(), here.indexOf("/!"));
      command.addAll(List.of("-jar", Path.of(URI.create("file:" + jar)).toString()));
    } else {
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    }
    command.addAll(arguments);
    var starting = new ProcessBuilder(command);
    starting.environment().keySet().retainAll(NEEDED);
    return starting;
  }
}
