package org.smartcorrection.node.consortium;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.NoteSignature;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.smartcorrection.ledger.order.Position;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.ledger.proof.TrustedHead;
import org.smartcorrection.ledger.tree.Frontier;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.witness.Fork;

class SharedLogsTests {
  @TempDir Path directory;

  @Test
  void the_same_order_makes_the_same_log_and_three_of_four_make_it_final() throws Exception {
    try (var four = new Four(directory, "")) {
      four.round(Four.entries(0, 10), 0, 1);
      assertEquals(-1, four.member(0).finality().size(), "two of four are not enough");
      four.round(Four.entries(0, 10), 2);
      four.round(Four.entries(10, 12), 0, 1, 2);
      for (int i = 0; i < 3; i++) {
        TrustedHead head = TrustedHead.read(four.member(i).finality().note(), four.policy());
        assertTrue(head.isFinal());
        assertEquals(12, head.checkpoint().size());
        assertEquals(3, head.cosigners().size());
        assertTrue(four.member(i).finality().isSettled());
      }
      assertEquals(12, four.member(0).finality().signed().get("court"));
      assertEquals(-1, four.member(0).finality().signed().get("police"));
    }
  }

  @Test
  void a_member_that_did_not_hear_the_others_is_answered_and_then_there_is_silence()
      throws Exception {
    try (var four = new Four(directory, "")) {
      four.round(Four.entries(0, 5), 0, 1, 2);
      four.round(Four.entries(0, 5), 3);
      assertEquals(-1, four.member(3).finality().size(), "it hears itself alone");
      // once it is new to the others, once it is known, then they answer, and once more to what
      // it said meanwhile
      for (int time = 0; time < 4; time++) four.later(0, 1, 2, 3);
      assertEquals(5, four.member(3).finality().size());
      four.later(0, 1, 2, 3);
      assertEquals(List.of(), four.said());
      four.later(0, 1, 2, 3);
      assertEquals(List.of(), four.said());
    }
  }

  @Test
  void no_member_takes_a_false_register_and_going_through_the_order_again_changes_nothing()
      throws Exception {
    List<SignedEntry> first = IntStream.range(0, 5).mapToObj(Four::entry).toList();
    SignedEntry good = Four.register(first, 5);
    SignedEntry more = Four.register(first, 6);
    try (var four = new Four(directory, "")) {
      CompletableFuture<Position> refused = four.member(0).waiting().of(more.leafHash());
      CompletableFuture<Position> taken = four.member(0).waiting().of(good.leafHash());
      byte[] before = four.round(Four.entries(0, 3), 0, 1, 2, 3);
      var round = new ArrayList<>(List.of(Message.of(good), Message.of(more)));
      round.addAll(Four.entries(3, 5));
      round.addAll(List.of(Message.of(more), Message.of(good)));
      round.addAll(Four.entries(5, 6));
      four.round(round, 0, 1, 2, 3);
      assertTrue(refused.isCompletedExceptionally());
      assertTrue(taken.isCompletedExceptionally(), "it spoke of entries that were to come");
      for (int i = 0; i < 4; i++) {
        TileLog log = four.member(i).log().log();
        assertEquals(7, log.size());
        assertEquals(good.leafHash(), log.entry(5).leafHash());
        assertEquals(four.member(0).log().log().root(7), log.root(7));
        assertEquals(7, four.member(i).finality().size());
      }
      // after a crash the engine goes through the round again
      Four.One again = four.again(1, before);
      var read = new ArrayList<Message>();
      for (byte[] transaction : round) read.add(again.machine().read(transaction));
      again.machine().ordered(read);
      assertEquals(7, again.log().place().size());
      assertEquals(four.member(0).log().place().root(), again.log().place().root());
    }
  }

  @Test
  void what_is_no_entry_of_an_agency_is_passed_over_by_all_alike() throws Exception {
    var forged = SigningKey.fromSeed("bureau-entries", KeyUse.ENTRY, new byte[32]);
    var messages = new ArrayList<byte[]>();
    messages.add(new byte[0]);
    messages.add("x".getBytes(UTF_8));
    messages.add("e{}".getBytes(UTF_8));
    messages.add("hno head\n".getBytes(UTF_8));
    messages.add(Message.of(Four.entry(5, forged)));
    messages.addAll(Four.entries(0, 3));
    messages.addAll(Four.entries(1, 4));
    try (var four = new Four(directory, "")) {
      Collections.shuffle(messages, new Random(7));
      four.round(messages, 0, 1, 2, 3);
      four.round(Four.entries(0, 4), 0, 1, 2, 3);
      Hash root = four.member(0).log().log().root(4);
      for (Four.One member : four.members) {
        assertEquals(4, member.log().log().size());
        assertEquals(root, member.log().log().root(4));
      }
    }
  }

  @Test
  void a_revoked_key_gets_no_further_place_and_whoever_waits_is_told() throws Exception {
    try (var four = new Four(directory, "revoked AGENCY " + Four.ORIGIN + " 2\n")) {
      Waiting waiting = four.member(0).waiting();
      CompletableFuture<Position> second = waiting.of(Four.entry(1).leafHash());
      CompletableFuture<Position> third = waiting.of(Four.entry(2).leafHash());
      four.round(Four.entries(0, 3), 0, 1);
      assertEquals(new Position(1), second.get());
      var refused = assertThrows(ExecutionException.class, third::get);
      assertInstanceOf(EntryRefusedException.class, refused.getCause());
      four.round(Four.entries(0, 3), 0, 1);
      assertEquals(2, four.member(1).log().log().size());
    }
  }

  @Test
  void rounds_that_come_again_after_a_crash_change_nothing() throws Exception {
    try (var four = new Four(directory, "")) {
      byte[] early = four.round(Four.entries(0, 5), 0, 1, 2, 3);
      byte[] late = four.round(Four.entries(5, 400), 0, 1, 2, 3);
      Hash root = four.member(0).log().log().root(400);
      four.again(3, early);
      assertEquals(400, four.member(3).log().log().size());
      assertArrayEquals(late, four.round(Four.entries(5, 400), 3));
      assertEquals(root, four.member(3).log().log().root(400));
      assertEquals(400, four.member(3).finality().size());

      four.again(3, early);
      var other = assertThrows(IOException.class, () -> four.round(Four.entries(6, 8), 3));
      assertEquals(
          "entry 5 of qinghe.example/correction is not the one the members agreed on",
          other.getMessage());
    }
  }

  @Test
  void a_member_that_was_away_for_long_gets_what_it_missed_and_believes_nobody() throws Exception {
    try (var four = new Four(directory, "")) {
      four.round(Four.entries(0, 3), 0, 1, 2, 3);
      byte[] state = four.round(Four.entries(3, 700), 0, 1, 2);
      // the first who is asked changed an entry and its hash
      Path bundle = four.folder(0).resolve("tile/entries/001");
      Files.write(bundle, changed(Files.readAllBytes(bundle), 9));
      // and the second has other hashes
      Path tile = four.folder(1).resolve("tile/0/001");
      Files.write(tile, changed(Files.readAllBytes(tile), 9));
      CompletableFuture<Position> waits = four.member(3).waiting().of(Four.entry(600).leafHash());
      four.member(3).machine().restored(state);
      assertEquals(four.member(2).log().log().root(700), four.member(3).log().log().root(700));
      assertEquals(new Position(600), waits.get());
      four.round(Four.entries(700, 701), 1, 2, 3);
      assertEquals(701, four.member(3).finality().size());
    }
  }

  private static byte[] changed(byte[] content, int place) {
    content[place] ^= 1;
    return content;
  }

  @Test
  void a_log_that_was_put_back_from_a_false_backup_is_not_gone_on_with() throws Exception {
    try (var four = new Four(directory, "")) {
      byte[] state = four.round(Four.entries(0, 5), 0, 1, 2);
      four.round(Four.entries(1, 6), 3);
      var other = assertThrows(IOException.class, () -> four.again(3, state));
      assertTrue(String.valueOf(other.getMessage()).startsWith("the first 5 entries of "));
    }
  }

  @Test
  void whoever_signs_another_story_has_signed_the_evidence() throws Exception {
    try (var four = new Four(directory, "")) {
      four.round(Four.entries(0, 5), 0, 1, 2, 3);
      var keys = Four.keys(3);
      String text = new Checkpoint(Four.ORIGIN, 3, Hash.sha256(new byte[1])).text();
      var head = new SignedNote(text, List.of(NoteSignature.sign(text, keys.log())));
      four.member(0).machine().read(Message.head(head.toString()));
      assertEquals(List.of("3.fork"), four.member(0).finality().evidence());
      Fork fork = Fork.parse(Files.readAllBytes(four.folder(0).resolve("3.fork")));
      assertTrue(fork.isProvenAgainst(List.of(keys.log().verifierKey())));
      assertFalse(fork.isProvenAgainst(List.of(Four.keys(1).log().verifierKey())));
    }
  }

  @Test
  void a_state_is_read_as_it_was_written_and_garbage_is_refused() throws Exception {
    var places = new TreeMap<String, Frontier>();
    var tree = new Frontier();
    for (int i = 0; i < 77; i++) tree.append(Hash.sha256(new byte[] {(byte) i}));
    places.put("a.example/x", tree);
    places.put("b.example/y", new Frontier());
    byte[] written = Place.write(places);
    Frontier read = Place.read(written).getOrDefault("a.example/x", new Frontier());
    assertEquals(77, read.size());
    assertEquals(tree.root(), read.root());
    var random = new Random(3);
    for (int i = 0; i < 500; i++) {
      byte[] garbage = new byte[random.nextInt(60)];
      random.nextBytes(garbage);
      try {
        Place.read(garbage);
      } catch (IOException | IllegalArgumentException _) {
        // refused, and nothing worse
      }
    }
  }
}
