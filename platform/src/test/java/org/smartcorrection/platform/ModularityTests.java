package org.smartcorrection.platform;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
  @Test
  void modules_keep_to_their_borders() {
    ApplicationModules.of(Application.class).verify();
  }
}
