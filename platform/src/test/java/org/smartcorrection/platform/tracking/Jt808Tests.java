package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.protocol.jt808.Frame;
import org.smartcorrection.location.protocol.jt808.FrameWriter;
import org.smartcorrection.location.protocol.jt808.Said;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.smartcorrection.platform.tracking.Terminal.Answered;
import org.smartcorrection.platform.tracking.line.Door.Speaks;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class Jt808Tests extends OnLines {
  private static final int TAKEN = 0;
  private static final int FAILED = 1;
  private static final int MALFORMED = 2;
  private static final int UNSUPPORTED = 3;
  private static final int MOST_LINES = 8;

  private final Scene scene;
  private final Devices devices;
  private final Positions positions;
  private final Refusals refusals;

  Jt808Tests(
      @Autowired Scene scene,
      @Autowired Devices devices,
      @Autowired Positions positions,
      @Autowired Refusals refusals,
      @Autowired MovableClock clock,
      @Autowired TrialLines trial) {
    super(trial.of(MOST_LINES, Speaks.JT808), clock);
    this.scene = scene;
    this.devices = devices;
    this.positions = positions;
    this.refusals = refusals;
  }

  @Test
  void what_is_acknowledged_is_stored() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential credential = scene.device(somebody, DeviceKind.DEDICATED);
    try (Terminal terminal = terminal()) {
      assertEquals(new Answered(0, Said.AUTHENTICATION, TAKEN), terminal.authenticate(credential));
      Instant at = now();
      terminal.say(Said.LOCATION, home(at));
      assertEquals(Optional.of(new Answered(1, Said.LOCATION, TAKEN)), terminal.answer());
      assertEquals(at, latest(somebody.person()));
      byte[] batch = Terminal.batch(home(at.plusSeconds(1)), home(at.plusSeconds(2)));
      terminal.say(Said.LOCATIONS, batch);
      assertEquals(Optional.of(new Answered(2, Said.LOCATIONS, TAKEN)), terminal.answer());
      assertEquals(at.plusSeconds(2), latest(somebody.person()));
    }
  }

  @Test
  void a_line_that_breaks_loses_nothing_that_was_acknowledged() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential credential = scene.device(somebody, DeviceKind.DEDICATED);
    Instant first = now();
    int latestAcknowledged = 0;
    try (Terminal terminal = terminal()) {
      terminal.authenticate(credential); // serial 0, so that a location's second is its serial
      for (int second = 1; second <= 100; second++) {
        terminal.say(Said.LOCATION, home(first.plusSeconds(second)));
      }
      for (int i = 0; i < 40; i++) {
        latestAcknowledged = Math.max(latestAcknowledged, terminal.answer().orElseThrow().serial());
      }
    }
    assertFalse(latest(somebody.person()).isBefore(first.plusSeconds(latestAcknowledged)));
  }

  @Test
  void the_parts_of_a_long_message_are_acknowledged_with_the_whole() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential credential = scene.device(somebody, DeviceKind.DEDICATED);
    try (Terminal terminal = terminal()) {
      terminal.authenticate(credential);
      Instant at = now();
      byte[] batch = Terminal.batch(home(at), home(at.plusSeconds(1)));
      byte[] first = Arrays.copyOf(batch, 20);
      byte[] rest = Arrays.copyOfRange(batch, 20, batch.length);
      var serials = new HashSet<Integer>();
      serials.add(terminal.say(Said.LOCATIONS, Terminal.NUMBER, 2, 1, first));
      serials.add(terminal.say(Said.LOCATIONS, Terminal.NUMBER, 2, 2, rest));
      for (int i = 0; i < 2; i++) {
        Answered answer = terminal.answer().orElseThrow();
        assertTrue(serials.remove(answer.serial()));
        assertEquals(TAKEN, answer.result());
      }
      assertEquals(at.plusSeconds(1), latest(somebody.person()));
    }
  }

  @Test
  void who_proves_nothing_is_not_heard() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential known = scene.device(somebody, DeviceKind.DEDICATED);
    try (Terminal terminal = terminal()) {
      terminal.say(Said.LOCATION, home(now()));
      assertEquals(FAILED, terminal.answer().orElseThrow().result());
      var guessed = new DeviceCredential(known.id(), "guessed");
      assertEquals(FAILED, terminal.authenticate(guessed).result());
      assertEquals(Optional.empty(), terminal.answer(), "the line is closed");
    }
    assertTrue(latestOf(somebody.person()).isEmpty());
  }

  @Test
  void a_registration_gives_no_code_away() throws Exception {
    try (Terminal terminal = terminal()) {
      terminal.say(Said.REGISTRATION, new byte[76]);
      Frame answer = terminal.hear().orElseThrow();
      assertEquals(FrameWriter.REGISTRATION_ANSWER, answer.header().message());
      assertEquals(3, answer.body()[2], "registered already");
      assertEquals(3, answer.body().length);
    }
  }

  @Test
  void a_device_that_speaks_for_another_is_refused_and_counted() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential credential = scene.device(somebody, DeviceKind.DEDICATED);
    try (Terminal terminal = terminal()) {
      terminal.authenticate(credential);
      terminal.say(Said.LOCATION, "0".repeat(20), 1, 1, home(now()));
      assertEquals(Optional.empty(), terminal.answer(), "the line is closed");
    }
    try (Terminal terminal = terminal()) { // what is answered now was written after it
      terminal.authenticate(credential);
      terminal.say(Said.LOCATION, home(now()));
      assertEquals(TAKEN, terminal.answer().orElseThrow().result());
    }
    assertEquals(1, counted(somebody.person(), "tracking.refused.OTHER_DEVICE"));
  }

  @Test
  void a_position_without_a_ground_is_answered_counted_and_not_kept() throws Exception {
    Somebody somebody = scene.somebody();
    DeviceCredential credential = scene.device(somebody, DeviceKind.DEDICATED);
    try (Terminal terminal = terminal()) {
      terminal.authenticate(credential);
      terminal.say(Said.LOCATION, home(now()));
      assertEquals(TAKEN, terminal.answer().orElseThrow().result());
    }
    assertEquals(1, counted(somebody.person(), "tracking.refused.NO_GROUND"));
  }

  @Test
  void what_is_no_message_is_answered_and_much_of_it_ends_the_line() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential credential = scene.device(somebody, DeviceKind.DEDICATED);
    try (Terminal terminal = terminal()) {
      terminal.authenticate(credential);
      terminal.say(Said.LOCATION, new byte[5]);
      assertEquals(MALFORMED, terminal.answer().orElseThrow().result());
      terminal.say(0x0900, new byte[5]);
      assertEquals(UNSUPPORTED, terminal.answer().orElseThrow().result());
      terminal.say(Said.LOCATION, home(now()));
      assertEquals(TAKEN, terminal.answer().orElseThrow().result());
      var random = new Random(808);
      byte[] noise = new byte[2_000];
      random.nextBytes(noise);
      for (int i = 0; i < noise.length; i += 20) noise[i] = 0x7e;
      terminal.raw(noise);
      assertEquals(Optional.empty(), terminal.answer(), "the line is closed");
    }
  }

  @Test
  void a_flood_ends_the_line_and_nobody_else_notices() throws Exception {
    Somebody flooding = scene.positioned(3);
    Somebody quiet = scene.positioned(3);
    DeviceCredential credential = scene.device(flooding, DeviceKind.DEDICATED);
    DeviceCredential other = scene.device(quiet, DeviceKind.DEDICATED);
    try (Terminal flood = terminal();
        Terminal terminal = terminal()) {
      flood.authenticate(credential);
      terminal.authenticate(other);
      assertTrue(isClosedUnder(flood, Said.HEARTBEAT), "the line is closed");
      terminal.say(Said.LOCATION, home(now()));
      assertEquals(TAKEN, terminal.answer().orElseThrow().result());
    }
  }

  private static boolean isClosedUnder(Terminal flood, int message) throws IOException {
    try {
      for (int sent = 0; sent < 2 * Pace.BURST; sent += 100) {
        for (int i = 0; i < 100; i++) flood.say(message, new byte[0]);
        for (int i = 0; i < 100; i++) if (flood.answer().isEmpty()) return true;
      }
      return false;
    } catch (SocketException _) {
      return true; // closed while it was still sending
    }
  }

  @Test
  void a_device_that_calls_again_is_heard_on_its_new_line_alone() throws Exception {
    DeviceCredential credential = scene.device(scene.positioned(3), DeviceKind.DEDICATED);
    try (Terminal lost = terminal();
        Terminal terminal = terminal()) {
      lost.authenticate(credential);
      terminal.authenticate(credential);
      assertEquals(Optional.empty(), lost.answer(), "the line is closed");
      terminal.say(Said.HEARTBEAT, new byte[0]);
      assertEquals(TAKEN, terminal.answer().orElseThrow().result());
    }
  }

  @Test
  void a_device_that_was_handed_back_is_not_heard_on_an_open_line() throws Exception {
    Somebody somebody = scene.positioned(3);
    DeviceCredential credential = scene.device(somebody, DeviceKind.DEDICATED);
    try (Terminal terminal = terminal()) {
      terminal.authenticate(credential);
      devices.retire(devices.of(somebody.person()).getFirst().id());
      terminal.say(Said.LOCATION, home(now()));
      assertEquals(Optional.empty(), terminal.answer(), "the line is closed");
    }
    assertTrue(latestOf(somebody.person()).isEmpty());
  }

  @Test
  void no_more_lines_are_opened_than_the_operator_set() throws Exception {
    var open = new ArrayList<Terminal>();
    try {
      for (int i = 0; i < MOST_LINES; i++) {
        Terminal terminal = terminal();
        open.add(terminal);
        terminal.say(Said.HEARTBEAT, new byte[0]);
        assertFalse(terminal.answer().isEmpty());
      }
      try (Terminal terminal = terminal()) {
        assertEquals(Optional.empty(), terminal.answer(), "the line is closed");
      }
    } finally {
      for (Terminal terminal : open) terminal.close();
    }
  }

  private Terminal terminal() throws IOException {
    return new Terminal(lines.port(Speaks.JT808, false).orElseThrow());
  }

  private static byte[] home(Instant at) {
    return Terminal.location(at, 31.15, 104.55);
  }

  private Instant latest(PersonId person) {
    return latestOf(person).orElseThrow();
  }

  private Optional<Instant> latestOf(PersonId person) {
    return positions.latest(List.of(person)).stream().map(Positions.Whereabouts::at).findFirst();
  }

  private int counted(PersonId person, String reason) {
    return refusals.of(person, LegalCalendar.legalDay(clock.instant())).getOrDefault(reason, 0);
  }
}
