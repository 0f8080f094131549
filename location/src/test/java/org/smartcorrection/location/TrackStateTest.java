package org.smartcorrection.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.LocalFrame.Offset;

class TrackStateTest {
  private static final List<FixSource> SOURCES = List.of(FixSource.values());
  private final Track track = new Track(FindingRules.standard());

  @Test
  void a_state_that_was_stored_between_any_two_fixes_goes_on_in_the_same_way() {
    long seed = 11;
    var random = new Random(seed);
    int found = 0;
    for (int person = 0; person < 100; person++) {
      List<Fix> walk = walk(random, 400);
      TrackState kept = TrackState.start();
      TrackState stored = TrackState.start();
      for (Fix fix : walk) {
        Step whole = track.advance(kept, fix, Tracks.HOME);
        Step resumed = track.advance(TrackState.decode(stored.encode()), fix, Tracks.HOME);
        assertEquals(whole, resumed, "seed " + seed);
        kept = whole.state();
        stored = resumed.state();
        found += whole.findings().size();
        assertTrue(stored.encode().length < 1_024, "seed " + seed);
      }
    }
    assertTrue(found > 50, "the walks lead in and out: " + found);
  }

  @Test
  void findings_alternate_between_leaving_and_returning() {
    long seed = 12;
    var random = new Random(seed);
    for (int person = 0; person < 200; person++) {
      boolean outside = false;
      TrackState state = TrackState.start();
      for (Fix fix : walk(random, 300)) {
        Step step = track.advance(state, fix, Tracks.HOME);
        state = step.state();
        for (Finding finding : step.findings()) {
          switch (finding) {
            case Finding.LeftPermittedArea _ -> {
              assertTrue(!outside, "seed " + seed);
              outside = true;
            }
            case Finding.DepartureConfirmed _ -> assertTrue(outside, "seed " + seed);
            case Finding.ReturnedToPermittedArea _ -> {
              assertTrue(outside, "seed " + seed);
              outside = false;
            }
          }
          assertTrue(finding.evidence().size() <= TrackState.MOST_EVIDENCE);
        }
      }
    }
  }

  /** If this fails the serial form has changed: give it a new version and keep reading this one. */
  @Test
  void version_one_is_read_as_it_was_written() {
    var person = new Tracks();
    person.gnss(0, -200);
    person.gnss(5, 150);
    person.step(Tracks.fix(8, 900, 480, FixSource.CELL));
    TrackState read = TrackState.decode(HexFormat.of().parseHex(VERSION_ONE));
    assertEquals(person.state(), read);
    assertEquals(VERSION_ONE, HexFormat.of().formatHex(read.encode()));
  }

  @Test
  void damaged_bytes_are_refused_and_never_misread() {
    long seed = 13;
    var random = new Random(seed);
    byte[] good = HexFormat.of().parseHex(VERSION_ONE);
    for (int i = 0; i < 50_000; i++) {
      byte[] bad = Arrays.copyOf(good, random.nextInt(good.length + 20));
      for (int flips = random.nextInt(4); flips >= 0 && bad.length > 0; flips--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      try {
        TrackState state = TrackState.decode(bad);
        assertEquals(state, TrackState.decode(state.encode()), "seed " + seed);
      } catch (IllegalArgumentException refused) {
        // the only way a damaged state may end
      }
    }
    assertThrows(IllegalArgumentException.class, () -> TrackState.decode(new byte[0]));
    good[0] = 2;
    assertThrows(IllegalArgumentException.class, () -> TrackState.decode(good));
  }

  private static List<Fix> walk(Random random, int fixes) {
    var walk = new ArrayList<Fix>();
    Instant time = Tracks.START;
    double east = 0;
    double north = 0;
    double towards = 0;
    for (int i = 0; i < fixes; i++) {
      if (i % 40 == 0) towards = random.nextDouble() * 2 * Math.PI;
      time = time.plusMillis(random.nextInt(20_000) - 500);
      east += 60 * Math.cos(towards) + random.nextGaussian() * 20 - east * 0.01;
      north += 60 * Math.sin(towards) + random.nextGaussian() * 20 - north * 0.01;
      double jump = random.nextInt(50) == 0 ? 30_000 : 0;
      walk.add(
          Fix.of(
              time,
              Tracks.FRAME.pointAt(new Offset(east + jump, north)),
              3 + random.nextInt(6) * random.nextInt(120),
              SOURCES.get(random.nextInt(SOURCES.size()))));
    }
    return walk;
  }

  private static final String VERSION_ONE =
      "0101000000006abaff8800000000403f333333333333405a27ad089663bf407e0000000000000100"
          + "0000006abaff8500000000403f333333333333405a272c19687fbe40240000000000000001403f33"
          + "3333333333405a26efee0ed1120101000000006abaff8500000000403f333333333333405a272c19"
          + "687fbe4024000000000000004062bfffffffc3813feff7ced916872b01000000006abaff88000000"
          + "00403f333333333333405a27ad089663bf407e0000000000000200";
}
