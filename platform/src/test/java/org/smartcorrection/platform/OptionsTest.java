package org.smartcorrection.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @Test
  void short_options_become_settings_and_settings_pass() {
    assertEquals(
        new Options.Understood(
            List.of(
                "--server.port=8081",
                "--smartcorrection.data=here",
                "--smartcorrection.lan=true",
                "--smartcorrection.fresh=true",
                "--logging.level.root=debug")),
        read("--port 8081 --data here --lan --fresh --logging.level.root=debug"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--port x", "--port 65536", "--data", "--lam", "8080", "-p 1"})
  void what_is_not_understood_starts_nothing(String line) {
    assertInstanceOf(Options.Misunderstood.class, read(line));
  }

  private static Options read(String line) {
    return Options.read(List.of(line.split(" ")));
  }
}
