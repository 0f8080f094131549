package org.smartcorrection.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The Spring application of the roles {@code platform} and {@code demo}. */
@Modulithic(systemName = "Smart Correction")
@SpringBootApplication
public class Application {

  static void start(String[] args, String... profiles) {
    var application = new SpringApplication(Application.class);
    application.setAdditionalProfiles(profiles);
    application.run(args);
  }
}
