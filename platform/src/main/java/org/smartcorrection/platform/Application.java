package org.smartcorrection.platform;

import org.smartcorrection.platform.hosting.Hosting;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/**
 * The Spring application of the roles {@code platform} and {@code demo}. Beans go by their full
 * names: modules need not know what others call theirs.
 */
@Modulithic(systemName = "Smart Correction")
@SpringBootApplication(
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    exclude = UserDetailsServiceAutoConfiguration.class)
public class Application {

  static void start(String[] args, String... profiles) {
    Hosting.run(Application.class, args, profiles);
  }
}
