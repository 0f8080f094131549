package org.smartcorrection.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.order.DamagedLogException;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.witness.WitnessAnswer.Cosigned;
import org.smartcorrection.ledger.witness.WitnessAnswer.OtherSize;
import org.smartcorrection.ledger.witness.WitnessAnswer.Reason;
import org.smartcorrection.ledger.witness.WitnessAnswer.Refused;

class WitnessTests {
  private static final SigningKey CLASSIC = Samples.key("court.example/w", KeyUse.COSIGNATURE);
  private static final SigningKey LASTING =
      Samples.key("court.example/w-pq", KeyUse.COSIGNATURE_ML_DSA);

  @TempDir private Path folder;
  private final Story honest = Story.HONEST;
  private Witness witness;

  @BeforeEach
  void open() throws IOException {
    witness = witness(Samples.CLOCK);
  }

  private Witness witness(Clock clock) throws IOException {
    return Witness.open(
        folder, Set.of(Samples.LOG_KEY.verifierKey()), List.of(CLASSIC, LASTING), clock);
  }

  private WitnessAnswer add(long old, long size) throws IOException {
    return witness.add(honest.request(old, size));
  }

  private static Reason reason(WitnessAnswer answer) {
    return assertInstanceOf(Refused.class, answer).reason();
  }

  @Test
  void a_log_that_grows_is_cosigned_with_every_key_each_time() throws Exception {
    long old = 0;
    for (long size : List.of(0L, 1L, 2L, 2L, 7L, 8L, 300L)) {
      var answer = assertInstanceOf(Cosigned.class, add(old, size));
      Checkpoint head = honest.head(size);
      var lines = new ArrayList<>(honest.note(size).signatures());
      lines.addAll(answer.signatures());
      var known = List.of(CLASSIC.verifierKey(), LASTING.verifierKey());
      assertEquals(
          Set.copyOf(known), new SignedNote(head.text(), lines).verifiedBy(known).keySet());
      old = size;
    }
    String folder = Witness.folder(Samples.ORIGIN);
    SignedNote kept = SignedNote.parse(witness.checkpoint(folder).orElseThrow());
    assertEquals(honest.head(300), Checkpoint.parse(kept.text()));
    assertEquals(3, kept.signatures().size());
    assertTrue(witness.checkpoint(Witness.folder("another")).isEmpty());
  }

  @Test
  void what_was_cosigned_is_remembered_by_the_next_process() throws Exception {
    add(0, 5);
    witness = witness(Samples.CLOCK);
    assertEquals(new OtherSize(5), add(0, 9));
    assertInstanceOf(Cosigned.class, add(5, 9));
  }

  @Test
  void a_clock_that_was_set_back_makes_no_older_statement() throws Exception {
    add(0, 5);
    witness = witness(Clock.fixed(Samples.NOW.minusSeconds(3600), ZoneOffset.UTC));
    var answer = assertInstanceOf(Cosigned.class, add(5, 6));
    Instant said = answer.signatures().getFirst().time();
    assertEquals(Samples.NOW.getEpochSecond(), said.getEpochSecond());
  }

  @Test
  void whoever_asks_wrongly_is_told_why() throws Exception {
    add(0, 5);
    var stranger = Samples.key("other.example/log", KeyUse.LOG);
    Checkpoint nine = honest.head(9);
    Checkpoint foreign = new Checkpoint("other.example/log", 9, nine.root());
    AddCheckpoint right = honest.request(5, 9);

    assertEquals(
        Reason.UNKNOWN_LOG, reason(witness.add(request(5, Story.signed(foreign, stranger)))));
    assertEquals(Reason.NOT_SIGNED, reason(witness.add(request(5, Story.signed(nine, stranger)))));
    var broken = SignedNote.parse(right.note().toString().replace("\n9\n", "\n10\n"));
    assertEquals(Reason.NOT_SIGNED, reason(witness.add(request(5, broken))));
    assertEquals(Reason.MALFORMED, reason(witness.add(request(10, right.note()))));
    assertEquals(new OtherSize(5), witness.add(request(4, right.note())));
    assertEquals(Reason.NOT_AN_EXTENSION, reason(witness.add(request(5, right.note()))));
    var one = new AddCheckpoint(5, right.proof().subList(1, right.proof().size()), right.note());
    assertEquals(Reason.NOT_AN_EXTENSION, reason(witness.add(one)));
    assertEquals(
        new OtherSize(5), witness.add(request(0, Story.signed(honest.head(0), Samples.LOG_KEY))));
  }

  private static AddCheckpoint request(long old, SignedNote note) {
    return new AddCheckpoint(old, List.of(), note);
  }

  @Test
  void an_empty_tree_with_another_root_and_a_proof_from_nothing_are_refused() throws Exception {
    var odd = new Checkpoint(Samples.ORIGIN, 0, Hash.leaf(new byte[0]));
    assertEquals(
        Reason.NOT_AN_EXTENSION,
        reason(witness.add(request(0, Story.signed(odd, Samples.LOG_KEY)))));
    var proof = List.of(Hash.EMPTY);
    assertEquals(
        Reason.NOT_AN_EXTENSION, reason(witness.add(new AddCheckpoint(0, proof, honest.note(4)))));
  }

  @Test
  void a_second_story_of_one_size_is_refused_and_kept_as_evidence() throws Exception {
    add(0, 5);
    AddCheckpoint other = request(5, new Story("other", 4).note(5));

    assertEquals(Reason.NOT_AN_EXTENSION, reason(witness.add(other)));

    try (Stream<Path> files = Files.walk(folder)) {
      Path file =
          files.filter(path -> path.toString().endsWith(Fork.EXTENSION)).findFirst().orElseThrow();
      Fork fork = Fork.parse(Files.readAllBytes(file));
      assertTrue(fork.isProvenAgainst(List.of(Samples.LOG_KEY.verifierKey())));
    }
    assertInstanceOf(Cosigned.class, add(5, 6));
  }

  @Test
  void of_many_who_ask_at_once_each_head_is_cosigned_in_its_turn_or_not_at_all() throws Exception {
    add(0, 1);
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<WitnessAnswer>> asked =
          LongStream.rangeClosed(2, 60)
              .mapToObj(size -> (Callable<WitnessAnswer>) () -> add(1, size))
              .toList();
      var answers = new ArrayList<WitnessAnswer>();
      for (var answer : threads.invokeAll(asked)) answers.add(answer.get());
      assertEquals(1, answers.stream().filter(Cosigned.class::isInstance).count());
      assertEquals(58, answers.stream().filter(OtherSize.class::isInstance).count());
    }
  }

  @Test
  void a_witness_that_lost_its_memory_or_its_key_does_not_go_on() throws Exception {
    add(0, 5);
    Path file = folder.resolve(Witness.folder(Samples.ORIGIN)).resolve("checkpoint");
    String kept = Files.readString(file);
    Files.writeString(file, kept.replace("\n5\n", "\n4\n"));
    assertThrows(DamagedLogException.class, () -> witness(Samples.CLOCK));
    Files.writeString(file, "");
    assertThrows(DamagedLogException.class, () -> witness(Samples.CLOCK));
    Files.writeString(file, honest.note(5).toString());
    assertThrows(DamagedLogException.class, () -> witness(Samples.CLOCK));
    Files.writeString(file, kept);
    witness = witness(Samples.CLOCK);
    assertInstanceOf(Cosigned.class, add(5, 6));
  }

  @Test
  void the_request_is_read_as_it_was_written_and_nothing_else_is_taken() throws Exception {
    String text = honest.body(5, 9);
    AddCheckpoint read = AddCheckpoint.parse(text.getBytes(UTF_8));
    assertEquals(honest.request(5, 9).proof(), read.proof());
    assertEquals(5, read.old());
    assertEquals(honest.head(9), read.head());
    for (String wrong :
        List.of(
            text.replace("old 5", "old 05"),
            text.replace("old 5", "old -5"),
            text.replace("old 5", "old 5 "),
            text.replace("old ", "Old "),
            text.replaceFirst("\n\n", "\n"),
            text.replaceFirst("=\n", "\n"),
            text.replaceFirst("\n", "\n" + (Hash.EMPTY + "\n").repeat(64)),
            text.substring(0, text.length() - 1)))
      assertThrows(
          MalformedException.class, () -> AddCheckpoint.parse(wrong.getBytes(UTF_8)), wrong);
  }
}
