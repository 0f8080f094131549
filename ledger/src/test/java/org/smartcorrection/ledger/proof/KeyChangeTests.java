package org.smartcorrection.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.NoteSignature;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.proof.TrustedHead.UntrustedException;
import org.smartcorrection.ledger.tree.Hash;

class KeyChangeTests {
  private static final String ELSEWHERE = "qinghe.example/justice";
  private static final List<SigningKey> COURT = List.of(court(1), court(2), court(3));
  private static final SigningKey BUREAU = Samples.key("bureau", KeyUse.COSIGNATURE);
  private static final SigningKey NEW_LOG = log("another seed");
  private static final String POLICY =
      """
      # two of two, in two logs
      log %s https://bureau.example/
      log %s
      witness bureau %s
      witness court %s https://court.example/
      group both 2 bureau court
      group own any court
      quorum both
      quorum own %s
      """
          .formatted(
              Samples.LOG_KEY.verifierKey(),
              Samples.key(ELSEWHERE, KeyUse.LOG).verifierKey(),
              BUREAU.verifierKey(),
              COURT.getFirst().verifierKey(),
              ELSEWHERE);

  private static SigningKey court(int n) {
    return SigningKey.fromSeed(
        "court", KeyUse.COSIGNATURE, Hash.sha256(("court" + n).getBytes(UTF_8)).bytes());
  }

  private static SigningKey log(String seed) {
    return SigningKey.fromSeed(
        Samples.ORIGIN, KeyUse.LOG, Hash.sha256(seed.getBytes(UTF_8)).bytes());
  }

  private static KeyChange change(SigningKey old, SigningKey now, Map<String, Long> lost) {
    return new KeyChange(old.verifierKey(), now.verifierKey(), new TreeMap<>(lost));
  }

  private static String head(long size, SigningKey log, SigningKey... cosigners) {
    var head = new Checkpoint(Samples.ORIGIN, size, Hash.sha256(new byte[] {(byte) size}));
    var lines = new ArrayList<NoteSignature>();
    lines.add(NoteSignature.sign(head.text(), log));
    for (SigningKey key : cosigners) lines.add(NoteSignature.cosign(head, key, Samples.NOW));
    return new SignedNote(head.text(), lines).toString();
  }

  private static boolean isFinal(String policy, String head) throws MalformedException {
    try {
      return TrustedHead.read(head, Policy.parse(policy.getBytes(UTF_8))).isFinal();
    } catch (UntrustedException _) {
      return false;
    }
  }

  @Test
  void what_each_key_of_a_cosigner_signed_counts_and_the_cosigner_counts_once() throws Exception {
    String once = change(COURT.get(0), COURT.get(1), Map.of()).in(POLICY);
    String twice = change(COURT.get(1), COURT.get(2), Map.of()).in(once);
    for (SigningKey key : COURT)
      assertTrue(isFinal(twice, head(9, Samples.LOG_KEY, BUREAU, key)), key.verifierKey() + "");
    assertFalse(isFinal(once, head(9, Samples.LOG_KEY, BUREAU, COURT.get(2))));
    assertFalse(isFinal(twice, head(9, Samples.LOG_KEY, COURT.toArray(SigningKey[]::new))));
    Policy policy = Policy.parse(twice.getBytes(UTF_8));
    assertEquals(
        List.of(Set.of("bureau"), Set.of("court", "court-2", "court-3")),
        policy.quorum(Samples.ORIGIN).seats());
    assertEquals(List.of(Set.of("court", "court-2", "court-3")), policy.quorum(ELSEWHERE).seats());
    assertEquals(twice, change(COURT.get(1), COURT.get(2), Map.of()).in(twice), "put in already");
    String other = "quorum none\n";
    assertEquals(other, change(COURT.get(0), COURT.get(1), Map.of()).in(other), "not named");
  }

  @Test
  void a_lost_key_counts_up_to_a_size_and_no_further() throws Exception {
    KeyChange lost =
        change(COURT.get(0), COURT.get(1), Map.of(Samples.ORIGIN, 9L, "not.in/policy", 3L));
    String after = KeyChange.parse(lost.text()).in(POLICY);
    assertTrue(isFinal(after, head(9, Samples.LOG_KEY, BUREAU, COURT.get(0))), "as before");
    assertFalse(isFinal(after, head(10, Samples.LOG_KEY, BUREAU, COURT.get(0))), "by the thief");
    assertTrue(isFinal(after, head(10, Samples.LOG_KEY, BUREAU, COURT.get(1))));
  }

  @Test
  void a_log_changes_its_key_as_well() throws Exception {
    String after = change(Samples.LOG_KEY, NEW_LOG, Map.of(Samples.ORIGIN, 4L)).in(POLICY);
    assertTrue(after.contains(NEW_LOG.verifierKey() + " https://bureau.example/"));
    assertTrue(isFinal(after, head(4, Samples.LOG_KEY, BUREAU, COURT.get(0))));
    assertFalse(isFinal(after, head(5, Samples.LOG_KEY, BUREAU, COURT.get(0))));
    assertTrue(isFinal(after, head(5, NEW_LOG, BUREAU, COURT.get(0))));
  }

  @Test
  void what_is_no_change_is_refused() {
    VerifierKey old = COURT.get(0).verifierKey();
    VerifierKey now = COURT.get(1).verifierKey();
    for (String wrong :
        List.of(
            "",
            "old " + old + "\n",
            "old " + old + "\nnew " + old + "\n",
            "old " + old + "\nnew " + BUREAU.verifierKey() + "\n",
            "old " + old + "\nnew " + NEW_LOG.verifierKey() + "\n",
            "old " + old + "\nnew " + now + "\nlost x -1\n",
            "old " + old + "\nnew " + now + "\nlost x 1\nlost x 2\n",
            "old " + old + "\nnew " + now + "\nand more\n"))
      assertThrows(MalformedException.class, () -> KeyChange.parse(wrong), wrong);
  }
}
