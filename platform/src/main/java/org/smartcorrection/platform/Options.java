package org.smartcorrection.platform;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The short options of {@code platform} and {@code demo}, turned into settings. */
sealed interface Options {
  /** What to hand to the application, as {@code --name=value}. */
  record Understood(List<String> settings) implements Options {}

  /** Why nothing is started. */
  record Misunderstood(String reason) implements Options {}

  int HIGHEST_PORT = 65_535;

  static Options read(List<String> arguments) {
    var settings = new ArrayList<String>();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--lan" -> settings.add("--smartcorrection.lan=true");
        case "--consortium" -> settings.add("--smartcorrection.consortium=true");
        case "--fresh" -> settings.add("--smartcorrection.fresh=true");
        case "--port" -> {
          String port = rest.hasNext() ? rest.next() : "";
          if (!isPort(port))
            return new Misunderstood("--port needs a number up to " + HIGHEST_PORT + ": " + port);
          settings.add("--server.port=" + port);
        }
        case "--data" -> {
          if (!rest.hasNext()) return new Misunderstood("--data needs a folder");
          settings.add("--smartcorrection.data=" + rest.next());
        }
        default -> {
          // any setting can be given by its full name
          if (!option.matches("--[a-z][\\w.-]*=.*"))
            return new Misunderstood(
                "Unknown option: "
                    + option
                    + ". Known: --port N, --data FOLDER, --lan, --consortium,"
                    + " --fresh.");
          settings.add(option);
        }
      }
    }
    return new Understood(List.copyOf(settings));
  }

  private static boolean isPort(String text) {
    return text.matches("\\d{1,5}") && Integer.parseInt(text) <= HIGHEST_PORT;
  }
}
