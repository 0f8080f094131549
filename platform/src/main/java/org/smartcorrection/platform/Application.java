package org.smartcorrection.platform;

import org.smartcorrection.platform.hosting.Hosting;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The Spring application of the roles {@code platform} and {@code demo}. */
@Modulithic(systemName = "Smart Correction")
@SpringBootApplication
public class Application {

  static void start(String[] args, String... profiles) {
    Hosting.run(Application.class, args, profiles);
  }
}
