package org.smartcorrection.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.tree.Hash;

class ForkTests {
  private static final long LARGEST = 20;
  private static final List<VerifierKey> KEYS = List.of(Samples.LOG_KEY.verifierKey());

  @Test
  void a_log_that_only_grew_leaves_no_evidence_and_any_other_does() throws Exception {
    Story honest = Story.HONEST;
    for (long changed = 0; changed < LARGEST; changed++) {
      Story other = new Story("other", changed);
      for (long first = 0; first <= LARGEST; first++) {
        SignedNote kept = honest.note(first);
        for (long second = Math.max(first, changed + 1); second <= LARGEST; second++) {
          Optional<Fork> fork = Fork.between(other.note(second), kept, other);
          assertEquals(first > changed, fork.isPresent(), changed + " " + first + " " + second);
          if (fork.isEmpty()) continue;
          Fork read = Fork.parse(fork.get().bytes());
          assertEquals(fork.get().path(), read.path());
          assertTrue(read.isProvenAgainst(KEYS));
        }
      }
    }
  }

  @Test
  void nobody_but_the_log_can_make_evidence_against_it() throws Exception {
    Story honest = Story.HONEST;
    Story other = new Story("other", 6);
    Fork fork = Fork.between(honest.note(9), other.note(14), other).orElseThrow();
    var stranger = Samples.key(Samples.ORIGIN, KeyUse.COSIGNATURE);

    assertFalse(fork.isProvenAgainst(List.of(stranger.verifierKey())));
    assertFalse(fork.isProvenAgainst(List.of()));
    assertFalse(new Fork(honest.note(9), honest.note(14), fork.path()).isProvenAgainst(KEYS));
    assertFalse(new Fork(fork.second(), fork.first(), fork.path()).isProvenAgainst(KEYS));
    assertFalse(new Fork(fork.first(), fork.first(), List.of()).isProvenAgainst(KEYS));
    for (int i = 0; i < fork.path().size(); i++) {
      var path = new ArrayList<>(fork.path());
      path.set(i, Hash.leaf(path.get(i).bytes()));
      assertFalse(new Fork(fork.first(), fork.second(), path).isProvenAgainst(KEYS), "hash " + i);
      path.remove(i);
      assertFalse(new Fork(fork.first(), fork.second(), path).isProvenAgainst(KEYS), "less " + i);
    }
  }

  @Test
  void a_file_is_taken_in_its_one_spelling_only() throws Exception {
    Story other = new Story("other", 3);
    String text =
        new String(
            Fork.between(Story.HONEST.note(4), other.note(9), other).orElseThrow().bytes(), UTF_8);
    for (String wrong :
        List.of(
            "",
            text.substring(1),
            text + "\n",
            text.substring(0, text.length() - 1),
            text.replace("first ", "first  "),
            text.replace("second ", "third "),
            text + (Hash.EMPTY + "\n").repeat(64)))
      assertThrows(MalformedException.class, () -> Fork.parse(wrong.getBytes(UTF_8)), wrong);
  }
}
