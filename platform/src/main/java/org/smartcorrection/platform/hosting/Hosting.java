package org.smartcorrection.platform.hosting;

import java.time.Clock;
import org.springframework.boot.SpringApplication;

/** Runs the application on this machine. */
public final class Hosting {
  private Hosting() {}

  /**
   * Starts the application and returns when it is ready. When something known stands in the way,
   * says what in Chinese and English and ends the process with the code of that {@link Obstacle};
   * any other failure is logged and ends it with 1.
   */
  public static void run(Class<?> application, String[] args, String... profiles) {
    var startUp = new StartUp(Clock.systemUTC(), System.out);
    var spring = new SpringApplication(application);
    spring.setAdditionalProfiles(profiles);
    spring.addListeners(startUp);
    spring.addInitializers(startUp);
    try {
      spring.run(args);
    } catch (RuntimeException failure) {
      System.exit(CannotStart.in(failure).map(CannotStart::exitCode).orElse(1));
    }
  }
}
