package org.smartcorrection.ledger.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.entry.Agencies;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.Revocations;
import org.smartcorrection.ledger.note.Revocations.Revoked;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.Verdict;
import org.smartcorrection.ledger.proof.Verifier;
import org.smartcorrection.ledger.register.CaseHeads;
import org.smartcorrection.ledger.register.RegisterEntry;
import org.smartcorrection.ledger.tree.Hash;

class SoloLogTests {
  @TempDir Path directory;

  private SoloLog open() throws IOException {
    return SoloLog.open(directory, Samples.KEYS, Samples.AGENCIES, Samples.CLOCK);
  }

  private static List<SignedEntry> entries(int from, int to) {
    return IntStream.range(from, to).mapToObj(Samples::signed).toList();
  }

  private static Checkpoint head(SoloLog log) throws Exception {
    return Checkpoint.parse(SignedNote.parse(log.log().checkpoint()).text());
  }

  @Test
  void every_entry_of_a_log_over_several_tiles_can_be_proved_after_opening_it_again()
      throws Exception {
    try (var log = open()) {
      log.submitAll(entries(0, 255));
      log.submitAll(entries(255, 600));
    }
    Policy policy = Policy.parse(Samples.policy().getBytes(UTF_8));
    try (var log = open()) {
      assertEquals(600, log.log().size());
      for (int i = 0; i < 600; i += 7) {
        assertEquals(Samples.signed(i), log.log().entry(i));
        assertEquals(i, log.log().indexOf(Samples.signed(i).leafHash()).orElseThrow());
        byte[] proof = Samples.proof(log.log(), i, Samples.opening(i)).bytes();
        Verdict verdict = Verifier.verify(proof, policy);
        assertInstanceOf(Verdict.Valid.class, verdict, verdict.toString());
      }
    }
  }

  /** A device that is always full, and one that cannot make anything durable. */
  @ParameterizedTest
  @ValueSource(strings = {"/dev/full", "/dev/null"})
  @EnabledOnOs(OS.LINUX)
  void what_a_full_or_failing_disk_did_not_keep_is_not_acknowledged_and_comes_in_later(String disk)
      throws Exception {
    try (var log = open()) {
      log.submitAll(entries(0, 256));
      String before = log.log().checkpoint();
      Path next = directory.resolve("tile/entries/001.part");
      Files.createSymbolicLink(next, Path.of(disk));

      assertThrows(IOException.class, () -> log.submitAll(entries(256, 300)));

      assertEquals(before, log.log().checkpoint());
      assertEquals(Samples.signed(255), log.log().entry(255));
      // with the log goes what was begun; the file is a new one
      assertEquals(256, log.submitAll(entries(256, 300)).getFirst().index());
      assertEquals(300, head(log).size());
    }
    try (var log = open()) {
      assertEquals(300, log.log().size());
    }
  }

  @Test
  void a_revoked_key_signs_no_further_entry() throws Exception {
    var key = Samples.AGENCY_KEY.verifierKey();
    var revoked = new Revocations(Map.of(new Revoked(key.reference(), Samples.ORIGIN), 3L));
    var agencies = new Agencies(Samples.AGENCIES.keys(), revoked);
    try (var log = SoloLog.open(directory, Samples.KEYS, agencies, Samples.CLOCK)) {
      log.submitAll(entries(0, 3));
      assertThrows(EntryRefusedException.class, () -> log.submitAll(entries(3, 4)));
      assertEquals(List.of(new Position(2)), log.submitAll(entries(2, 3)));
      assertEquals(3, log.log().size());
    }
  }

  @Test
  void a_log_whose_keys_changed_goes_on_and_those_of_today_answer_for_its_head() throws Exception {
    try (var log = open()) {
      log.submitAll(entries(0, 3));
    }
    var logKey = SigningKey.fromSeed(Samples.ORIGIN, KeyUse.LOG, new byte[32]);
    var cosigner = Samples.key("court.example/cosigner", KeyUse.COSIGNATURE);
    var unknowing = new LogKeys(logKey, List.of(cosigner));
    assertThrows(
        DamagedLogException.class,
        () -> SoloLog.open(directory, unknowing, Samples.AGENCIES, Samples.CLOCK).close());
    var keys = new LogKeys(logKey, List.of(cosigner), List.of(Samples.LOG_KEY.verifierKey()));
    try (var log = SoloLog.open(directory, keys, Samples.AGENCIES, Samples.CLOCK)) {
      assertEquals(3, log.log().size());
      SignedNote head = SignedNote.parse(log.log().checkpoint());
      assertEquals(
          2, head.verifiedBy(List.of(logKey.verifierKey(), cosigner.verifierKey())).size());
      log.submitAll(entries(3, 5));
    }
    try (var log = SoloLog.open(directory, keys, Samples.AGENCIES, Samples.CLOCK)) {
      assertEquals(5, log.log().size());
    }
  }

  @Test
  void a_false_register_is_refused_and_a_true_one_taken_among_others() throws Exception {
    try (var log = open()) {
      log.submitAll(entries(0, 3));
      var heads = new CaseHeads();
      for (int i = 0; i < 5; i++) {
        SignedEntry one = Samples.signed(i);
        heads.append(one.leafHash(), one.entry());
      }
      RegisterEntry five = RegisterEntry.of(heads.now());
      var refused =
          assertThrows(EntryRefusedException.class, () -> log.submit(register(five)), "not yet");
      assertTrue(String.valueOf(refused.getMessage()).startsWith("the register is false"));
      assertEquals(3, log.log().size());
      var together = new ArrayList<>(entries(2, 5));
      together.add(register(five));
      together.addAll(entries(5, 6));
      List<Position> places = log.submitAll(together);
      assertEquals(List.of(2L, 3L, 4L, 5L, 6L), places.stream().map(Position::index).toList());
      var false5 = new RegisterEntry(5, five.cases(), Hash.EMPTY);
      assertThrows(EntryRefusedException.class, () -> log.submit(register(false5)));
      assertEquals(new Position(5), log.submit(register(five)), "the same again");
    }
    var nobody = new Agencies(Samples.AGENCIES.keys(), Revocations.NONE, Set.of("another"));
    try (var log = SoloLog.open(directory, Samples.KEYS, nobody, Samples.CLOCK)) {
      var six = new RegisterEntry(6, 6, Hash.EMPTY);
      assertThrows(EntryRefusedException.class, () -> log.submit(register(six)));
    }
  }

  private static SignedEntry register(RegisterEntry stated) {
    Link first = Link.first(RegisterEntry.chain(Samples.AGENCY));
    Instant hour = Entry.coarse(Samples.NOW);
    return SignedEntry.sign(
        stated.entry(Samples.ORIGIN, Samples.AGENCY, first, hour), Samples.AGENCY_KEY);
  }

  @Test
  void an_older_checkpoint_is_shown_to_be_a_prefix_of_a_newer_one() throws Exception {
    try (var log = open()) {
      var roots = new ArrayList<Hash>();
      for (int size = 0; size <= 300; size += 25) {
        roots.add(head(log).root());
        log.submitAll(entries(size, size + 25));
      }
      Hash last = head(log).root();
      for (int i = 0; i < roots.size(); i++) {
        assertTrue(
            log.log().consistency(25L * i, 325).proves(roots.get(i), last), "size " + 25 * i);
      }
    }
  }

  @Test
  void the_same_entry_submitted_again_keeps_its_place() throws Exception {
    try (var log = open()) {
      assertEquals(
          List.of(new Position(0), new Position(1), new Position(0)),
          log.submitAll(List.of(Samples.signed(0), Samples.signed(1), Samples.signed(0))));
    }
    try (var log = open()) {
      assertEquals(new Position(1), log.submit(Samples.signed(1)));
      assertEquals(2, log.log().size());
    }
  }

  @Test
  void entries_of_many_threads_each_get_one_place_of_their_own() throws Exception {
    try (var log = open();
        var threads = Executors.newFixedThreadPool(8)) {
      var work = new ArrayList<Callable<Position>>();
      for (int i = 0; i < 400; i++) {
        SignedEntry entry = Samples.signed(i / 2);
        work.add(() -> log.submit(entry));
      }
      var places = new HashSet<Position>();
      List<Future<Position>> done = threads.invokeAll(work);
      for (int i = 0; i < 400; i++) {
        Position place = done.get(i).get();
        assertEquals(Samples.signed(i / 2), log.log().entry(place.index()));
        places.add(place);
      }
      assertEquals(200, places.size());
      assertEquals(200, log.log().size());
    }
  }

  @Test
  void an_entry_for_another_log_or_by_an_unknown_key_is_refused_and_nothing_of_its_batch_is_kept()
      throws Exception {
    Entry entry = Samples.entry(1);
    var foreign =
        new Entry(
            "elsewhere.example/correction",
            entry.agency(),
            entry.actor(),
            entry.type(),
            Link.first("c-1"),
            entry.hour(),
            entry.content());
    var unknown = SignedEntry.sign(entry, Samples.key("qinghe.example/other", KeyUse.ENTRY));
    try (var log = open()) {
      for (SignedEntry bad : List.of(SignedEntry.sign(foreign, Samples.AGENCY_KEY), unknown)) {
        assertThrows(
            EntryRefusedException.class, () -> log.submitAll(List.of(Samples.signed(0), bad)));
        assertEquals(0, log.log().size());
      }
    }
  }

  @Test
  void a_second_opening_is_refused_while_the_first_lasts() throws Exception {
    try (var log = open()) {
      assertEquals(0, log.log().size());
      var refused = assertThrows(IOException.class, this::open);
      assertEquals("this process has this log open already", refused.getMessage());
    }
    open().close();
  }

  @Test
  void what_a_crash_left_behind_the_checkpoint_is_dropped_at_every_length() throws Exception {
    byte[] checkpoint;
    try (var log = open()) {
      log.submitAll(entries(0, 254));
      checkpoint = Files.readAllBytes(directory.resolve("checkpoint"));
    }
    Path part = directory.resolve("tile/entries/000.part");
    byte[] acknowledged = Files.readAllBytes(part);
    for (int torn = 0; torn <= 3; torn++) {
      try (var log = open()) {
        // crosses into the next bundle, so that both are undone
        log.submitAll(entries(254, 254 + 3 * torn));
      }
      Files.write(directory.resolve("checkpoint"), checkpoint);
      Path last = Files.exists(part) ? part : directory.resolve("tile/entries/001.part");
      try (var channel = FileChannel.open(last, StandardOpenOption.WRITE)) {
        if (!last.equals(part)) channel.truncate(channel.size() - torn);
      }
      try (var log = open()) {
        assertEquals(254, log.log().size());
        assertArrayEquals(acknowledged, Files.readAllBytes(part));
        assertEquals(new Position(254), log.submit(Samples.signed(999)));
      }
      Files.write(directory.resolve("checkpoint"), checkpoint);
    }
  }

  @Test
  void a_crash_may_leave_a_later_bundle_without_the_one_before_it() throws Exception {
    byte[] checkpoint;
    try (var log = open()) {
      log.submitAll(entries(0, 254));
      checkpoint = Files.readAllBytes(directory.resolve("checkpoint"));
      log.submitAll(entries(1000, 2000));
    }
    Files.write(directory.resolve("checkpoint"), checkpoint);
    Files.delete(directory.resolve("tile/entries/002"));
    try (var log = open()) {
      assertEquals(254, log.log().size());
      log.submitAll(entries(254, 1200));
      for (int i = 0; i < 1200; i += 50) {
        assertEquals(Samples.signed(i), log.log().entry(i));
        assertEquals(i, log.log().indexOf(Samples.signed(i).leafHash()).orElseThrow());
      }
    }
    try (var log = open()) {
      assertEquals(1200, log.log().size());
    }
  }

  @Test
  void an_acknowledged_entry_that_is_gone_or_changed_shuts_the_log_with_a_clear_word()
      throws Exception {
    try (var log = open()) {
      log.submitAll(entries(0, 300));
    }
    Path part = directory.resolve("tile/entries/001.part");
    byte[] good = Files.readAllBytes(part);
    Files.write(part, Arrays.copyOf(good, good.length - 1));
    var damaged = assertThrows(DamagedLogException.class, this::open);
    assertEquals("entries are missing at the end of tile/entries/001", damaged.getMessage());

    byte[] flipped = good.clone();
    flipped[100] ^= 1;
    Files.write(part, flipped);
    damaged = assertThrows(DamagedLogException.class, this::open);
    assertEquals("the entries are not those of the last checkpoint", damaged.getMessage());

    Files.write(part, good);
    open().close();

    Path full = directory.resolve("tile/entries/000");
    byte[] bundle = Files.readAllBytes(full);
    bundle[100] ^= 1;
    Files.write(full, bundle);
    try (var log = open()) {
      damaged = assertThrows(DamagedLogException.class, () -> log.log().entry(0));
      assertEquals("entry 0 is not the one in the tree", damaged.getMessage());
    }
    Files.delete(full);
    damaged = assertThrows(DamagedLogException.class, this::open);
    assertEquals("the entries are missing: tile/entries/000", damaged.getMessage());
  }

  @Test
  void a_lost_or_changed_hash_tile_is_made_again_from_the_entries() throws Exception {
    try (var log = open()) {
      log.submitAll(entries(0, 600));
    }
    Path tile = directory.resolve("tile/0/001");
    byte[] good = Files.readAllBytes(tile);
    Files.delete(tile);
    open().close();
    assertArrayEquals(good, Files.readAllBytes(tile));
    byte[] flipped = good.clone();
    flipped[5] ^= 1;
    Files.write(tile, flipped);
    open().close();
    assertArrayEquals(good, Files.readAllBytes(tile));
    Files.write(tile, new byte[17]);
    open().close();
    assertArrayEquals(good, Files.readAllBytes(tile));
  }

  @Test
  void a_lost_or_foreign_checkpoint_shuts_the_log() throws Exception {
    try (var log = open()) {
      log.submitAll(entries(0, 3));
    }
    Path checkpoint = directory.resolve("checkpoint");
    byte[] good = Files.readAllBytes(checkpoint);
    Files.delete(checkpoint);
    assertThrows(DamagedLogException.class, this::open);
    byte[] flipped = good.clone();
    flipped[Samples.ORIGIN.length() + 1] ^= 1;
    Files.write(checkpoint, flipped);
    assertThrows(DamagedLogException.class, this::open);
    Files.write(checkpoint, good);
    open().close();
  }

  @Test
  void tiles_are_given_out_in_the_open_layout_and_only_as_far_as_the_checkpoint() throws Exception {
    try (var log = open()) {
      log.submitAll(entries(0, 300));
      byte[] full = log.log().tile(TilePath.parse("tile/0/000")).orElseThrow();
      assertArrayEquals(full, Files.readAllBytes(directory.resolve("tile/0/000")));
      byte[] edge = log.log().tile(TilePath.parse("tile/0/001.p/44")).orElseThrow();
      assertEquals(44 * Hash.LENGTH, edge.length);
      assertEquals(Samples.signed(256).leafHash(), Hash.of(Arrays.copyOf(edge, Hash.LENGTH)));
      assertEquals(
          Hash.LENGTH, log.log().tile(TilePath.parse("tile/1/000.p/1")).orElseThrow().length);
      assertArrayEquals(
          Files.readAllBytes(directory.resolve("tile/entries/001.part")),
          log.log().tile(TilePath.parse("tile/entries/001.p/44")).orElseThrow());
      for (String absent :
          List.of("tile/0/001", "tile/0/001.p/45", "tile/1/000", "tile/2/000.p/1", "tile/9/000")) {
        assertTrue(log.log().tile(TilePath.parse(absent)).isEmpty(), absent);
      }
    }
  }
}
