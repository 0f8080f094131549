package org.smartcorrection.platform.kernel;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Where time comes from: one clock for the whole platform. */
@Configuration(proxyBeanMethods = false)
class Time {
  @Bean
  @Profile("!demo & !test")
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @Profile("demo | test")
  MovableClock movableClock() {
    return new MovableClock(Clock.systemUTC());
  }
}
