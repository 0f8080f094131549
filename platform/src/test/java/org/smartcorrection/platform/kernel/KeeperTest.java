package org.smartcorrection.platform.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Background work outlives its faults, and ends when it is told to, at the end of a round. */
class KeeperTest {
  private static final Duration SOON = Duration.ofMillis(1);

  @Test
  void a_round_that_fails_is_followed_by_the_next() throws InterruptedException {
    var rounds = new CountDownLatch(3);
    var keeper =
        new Keeper("failing", SOON) {
          @Override
          protected void round() {
            rounds.countDown();
            throw new IllegalStateException("a fault for the test");
          }
        };
    keeper.start();
    assertTrue(rounds.await(1, TimeUnit.MINUTES));
    keeper.stop();
    assertFalse(keeper.isRunning());
  }

  @Test
  void a_round_that_has_begun_ends_before_it_stops_and_none_follows() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var ended = new AtomicInteger();
    var keeper =
        new Keeper("long", SOON) {
          @Override
          protected void round() {
            begun.countDown();
            while (isRunning()) Thread.onSpinWait();
            ended.incrementAndGet();
          }
        };
    keeper.start();
    assertTrue(begun.await(1, TimeUnit.MINUTES));
    keeper.stop();
    assertEquals(1, ended.get());
  }

  @Test
  void it_can_be_started_again() throws InterruptedException {
    var rounds = new AtomicInteger();
    var second = new CountDownLatch(1);
    var keeper =
        new Keeper("twice", SOON) {
          @Override
          protected void round() {
            if (rounds.incrementAndGet() > 1) second.countDown();
          }
        };
    keeper.start();
    keeper.stop();
    keeper.start();
    assertTrue(second.await(1, TimeUnit.MINUTES));
    keeper.stop();
  }

  @Test
  void who_leaves_a_start_to_others_stops_without_a_round() {
    var rounds = new AtomicInteger();
    var keeper =
        new Keeper("patient", SOON, Keeper.Turn.AFTER_OTHERS) {
          @Override
          protected void round() {
            rounds.incrementAndGet();
          }
        };
    keeper.start();
    keeper.stop();
    assertEquals(0, rounds.get());
  }
}
