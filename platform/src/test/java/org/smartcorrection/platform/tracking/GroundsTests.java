package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.PassedTime;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class GroundsTests {
  @Autowired Scene scene;
  @Autowired MovableClock clock;
  @Autowired Grounds grounds;
  @Autowired Instances instances;
  @Autowired PassedTime time;

  @Test
  void an_extension_follows_without_a_gap_and_admits_nothing_after_its_end() {
    Somebody somebody = scene.somebody();
    Running first = scene.ground(somebody, 1);
    Instant firstEnd = Scene.end(first);
    LocalDate next = LegalCalendar.legalDay(firstEnd);
    Running extended =
        scene.perform(
            first,
            "PositioningExtended",
            Facts.NONE
                .count("months", 1)
                .day("extendedFrom", next)
                .day("termEndsOn", next.plusYears(1))
                .text("reason", "still necessary"),
            somebody.staff().head(),
            "assessment",
            "approval");
    Instant secondEnd = Scene.end(extended);

    assertEquals(firstEnd, grounds.of(somebody.person()).orElseThrow().until());
    clock.forward(Duration.between(clock.instant(), firstEnd));
    time.acts(somebody.staff().officer().agency().id());
    assertEquals("ACTIVE", instances.find(first.id()).orElseThrow().state());
    assertEquals(secondEnd, grounds.of(somebody.person()).orElseThrow().until());
    clock.forward(Duration.between(clock.instant(), secondEnd));

    assertTrue(grounds.of(somebody.person()).isEmpty());
  }
}
