package org.smartcorrection.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.tree.Hash;

/** The published vectors: C2SP signed-note, and Go's sumdb/note. */
class NoteTests {
  private static final String FOO =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
  private static final String FOO_NOTE =
      "This is an example message.\n\n"
          + "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3"
          + "mFXmRKuwHjG1Yu72IneyaQM=\n";
  private static final String PETER =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String PETER_SECRET =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
  private static final String ENOCH =
      "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
  private static final String TEXT =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.
      """;
  private static final String PETER_LINE =
      "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpR"
          + "Zb6KE6RyyBwJnAM=\n";
  private static final String ENOCH_LINE =
      "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33"
          + "WWd1RvMc+QQ=\n";

  private static Set<VerifierKey> signers(String note, String... keys) throws Exception {
    var known = new ArrayList<VerifierKey>();
    for (String key : keys) known.add(VerifierKey.parse(key));
    return SignedNote.parse(note).verifiedBy(known).keySet();
  }

  @Test
  void the_note_of_the_specification_is_verified() throws Exception {
    assertEquals(Set.of(VerifierKey.parse(FOO)), signers(FOO_NOTE, FOO));
    assertEquals(FOO_NOTE, SignedNote.parse(FOO_NOTE).toString());
    assertEquals(FOO, VerifierKey.parse(FOO).toString());
  }

  @Test
  void no_part_of_a_key_and_no_changed_key_is_taken_for_a_key() throws Exception {
    for (String key : List.of(PETER, PETER_SECRET)) {
      for (int from = 0; from <= key.length(); from++) {
        for (int to = from; to <= key.length(); to++) {
          if (from != 0 || to != key.length()) refuse(key.substring(from, to));
        }
      }
      for (int i = 0; i < key.length(); i++) {
        refuse(key.substring(0, i) + (char) (key.charAt(i) + 1) + key.substring(i + 1));
      }
    }
    refuse("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==");
    refuse("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    refuse(PETER.replace("c74f20a3", "C74F20A3"));
    refuse("Peter Neumann" + PETER.substring("PeterNeumann".length()));
  }

  private static void refuse(String key) {
    assertThrows(MalformedException.class, () -> VerifierKey.parse(key), key);
    assertThrows(MalformedException.class, () -> SigningKey.parse(key), key);
  }

  @Test
  void a_point_of_small_order_is_no_key() {
    byte[] identity = new byte[32];
    identity[0] = 1;
    String vkey = VerifierKey.of("x", KeyUse.LOG, identity).toString();
    assertThrows(MalformedException.class, () -> VerifierKey.parse(vkey));
  }

  @Test
  void a_note_is_signed_like_go_signs_it() throws Exception {
    SigningKey key = SigningKey.parse(PETER_SECRET);
    assertEquals(PETER, key.verifierKey().toString());
    assertEquals(PETER_SECRET, key.export());
    var note = new SignedNote(TEXT, List.of(NoteSignature.sign(TEXT, key)));
    assertEquals(TEXT + "\n" + PETER_LINE, note.toString());
  }

  @Test
  void a_secret_is_not_printed() throws Exception {
    assertEquals("private key of PeterNeumann+c74f20a3", SigningKey.parse(PETER_SECRET).toString());
  }

  @Test
  void known_keys_are_verified_and_unknown_ones_passed_over() throws Exception {
    String both = TEXT + "\n" + PETER_LINE + ENOCH_LINE;
    VerifierKey peter = VerifierKey.parse(PETER);
    VerifierKey enoch = VerifierKey.parse(ENOCH);
    assertEquals(Set.of(peter), signers(both, PETER));
    assertEquals(Set.of(peter, enoch), signers(both, PETER, ENOCH));
    assertEquals(Set.of(), signers(both));
    assertEquals(Set.of(peter), signers(TEXT + "\n" + PETER_LINE + PETER_LINE, PETER));
    // the same name with another id, the same id with another name: unknown both
    assertEquals(Set.of(), signers(both.replace("x08g", "xxxx"), PETER));
    assertEquals(Set.of(), signers(both.replace("PeterNeumann", "CarmenSandiego"), PETER));
  }

  @Test
  void a_wrong_signature_of_a_known_key_makes_the_whole_note_worthless() {
    for (String bad :
        List.of(
            TEXT + "\n" + PETER_LINE.substring(0, 60) + "ABCD" + PETER_LINE.substring(60),
            TEXT.replace("answer", "Answer") + "\n" + PETER_LINE,
            TEXT + "\n" + ENOCH_LINE + PETER_LINE + PETER_LINE.replace("/ZJku", "/ZJkv"))) {
      assertThrows(BadSignatureException.class, () -> signers(bad, PETER, ENOCH), bad);
    }
  }

  @Test
  void a_note_is_split_at_its_last_empty_line() throws Exception {
    String text = "one\n\n— two three\n\nfour\n";
    SigningKey key = SigningKey.parse(PETER_SECRET);
    var note = new SignedNote(text, List.of(NoteSignature.sign(text, key)));
    assertEquals(text, SignedNote.parse(note.toString()).text());
    assertEquals(1, signers(note.toString(), PETER).size());
  }

  @Test
  void sixteen_signatures_and_more_are_taken_but_not_without_end() throws Exception {
    assertEquals(1, signers(TEXT + "\n" + ENOCH_LINE.repeat(99) + PETER_LINE, PETER).size());
    assertThrows(
        MalformedException.class, () -> signers(TEXT + "\n" + PETER_LINE.repeat(101), PETER));
  }

  @Test
  void what_is_not_a_note_is_refused() {
    for (String bad :
        List.of(
            TEXT,
            TEXT + "\n",
            TEXT + "\n" + PETER_LINE.stripTrailing(),
            "\u0001" + TEXT + "\n" + PETER_LINE,
            TEXT + "\r\n" + PETER_LINE,
            TEXT + "\n" + PETER_LINE + "Unexpected line.\n",
            TEXT + "\n" + PETER_LINE.replace("— ", "- "),
            TEXT + "\n" + PETER_LINE.replace("PeterNeumann", "Bad Name"),
            TEXT + "\n" + PETER_LINE.replace("PeterNeumann", "Bad\u3000Name"),
            TEXT + "\n" + PETER_LINE.replace("PeterNeumann", "Bad+Name"),
            TEXT + "\n" + PETER_LINE.replace("JnAM=", "JnAM"),
            TEXT + "\n" + PETER_LINE.replace("JnAM=", "JnAN="),
            TEXT + "\n— PeterNeumann x08gow==\n")) {
      assertThrows(MalformedException.class, () -> SignedNote.parse(bad), bad);
    }
  }

  @Test
  void a_cosignature_states_a_time_and_is_bound_to_it() throws Exception {
    var head = new Checkpoint("log.example", 7, Hash.EMPTY);
    Instant time = Instant.parse("2026-03-02T01:23:45.678Z");
    SigningKey cosigner = Samples.COSIGNER;
    NoteSignature signature = NoteSignature.cosign(head, cosigner, time);
    VerifierKey key = cosigner.verifierKey();
    var verified = new SignedNote(head.text(), List.of(signature)).verifiedBy(List.of(key));
    assertEquals(List.of(key), List.copyOf(verified.keySet()));
    assertEquals(Instant.parse("2026-03-02T01:23:45Z"), signature.time());
    // exactly the bytes of cosignature/v1
    String line = signature.toString();
    byte[] bytes = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
    byte[] message = ("cosignature/v1\ntime 1772414625\n" + head.text()).getBytes(UTF_8);
    assertEquals(4 + 8 + 64, bytes.length);
    assertArrayEquals(cosigner.sign(message), Arrays.copyOfRange(bytes, 12, bytes.length));
    // one second later: another statement
    bytes[11]++;
    String later =
        line.substring(0, line.lastIndexOf(' ') + 1) + Base64.getEncoder().encodeToString(bytes);
    var forged = new SignedNote(head.text(), List.of(NoteSignature.parse(later)));
    assertThrows(BadSignatureException.class, () -> forged.verifiedBy(List.of(key)));
  }

  @Test
  void a_key_signs_only_what_it_is_for() {
    var head = new Checkpoint("log.example", 7, Hash.EMPTY);
    assertThrows(
        IllegalArgumentException.class, () -> NoteSignature.sign(head.text(), Samples.COSIGNER));
    assertThrows(
        IllegalArgumentException.class,
        () -> NoteSignature.cosign(head, Samples.LOG_KEY, Samples.NOW));
  }

  @Test
  void a_checkpoint_has_one_spelling() throws MalformedException {
    String root = Hash.EMPTY.base64();
    var checkpoint = new Checkpoint("log.example", 20852163, Hash.EMPTY);
    assertEquals(checkpoint, Checkpoint.parse("log.example\n20852163\n" + root + "\n"));
    assertEquals("log.example\n20852163\n" + root + "\n", checkpoint.text());
    for (String bad :
        List.of(
            "log.example\n01\n" + root + "\n",
            "log.example\n+1\n" + root + "\n",
            "log.example\n-1\n" + root + "\n",
            "log.example\n\n" + root + "\n",
            "log.example\n9223372036854775808\n" + root + "\n",
            "log.example\n1\n" + root,
            "log.example\n1\n" + root + "\nextension\n",
            "log.example\n1\n" + root.substring(4) + "\n",
            "\n1\n" + root + "\n",
            "")) {
      assertThrows(MalformedException.class, () -> Checkpoint.parse(bad), bad);
    }
    assertTrue(Checkpoint.parse("log.example\n0\n" + root + "\n").size() == 0);
  }
}
