package org.smartcorrection.ledger.note;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.tree.Hash;

class AlgorithmTests {
  private static final Checkpoint HEAD =
      new Checkpoint("example.com/log", 20_852_163, Hash.leaf(new byte[] {7}));
  private static final SigningKey NAMED =
      Samples.key("member.example/pq", KeyUse.COSIGNATURE_ML_DSA);
  private static final Instant TIME = Instant.ofEpochSecond(1_679_315_147);

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void what_one_key_signed_no_other_message_key_or_signature_is_taken_for(Algorithm algorithm) {
    byte[] secret = Hash.sha256("a secret".getBytes(UTF_8)).bytes();
    byte[] key = algorithm.publicKey(secret);
    byte[] message = "to be signed".getBytes(UTF_8);
    byte[] signature = algorithm.sign(secret, message);

    assertTrue(algorithm.isPublicKey(key));
    assertTrue(algorithm.isSignature(key, message, signature));
    assertArrayEquals(signature, algorithm.sign(secret, message), "no chance is needed");
    assertFalse(algorithm.isSignature(key, "to be Signed".getBytes(UTF_8), signature));
    byte[] other = algorithm.publicKey(Hash.sha256(secret).bytes());
    assertFalse(algorithm.isSignature(other, message, signature));
    for (int i = 0; i < signature.length; i += 1 + signature.length / 64) {
      byte[] changed = signature.clone();
      changed[i] ^= 1;
      assertFalse(algorithm.isSignature(key, message, changed), "byte " + i);
    }
    assertFalse(algorithm.isSignature(key, message, Arrays.copyOf(signature, 63)));
  }

  @Test
  void the_example_of_gb_t_32918_5_is_verified() {
    byte[] key =
        HexFormat.of()
            .parseHex(
                "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                    + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");
    byte[] signature =
        HexFormat.of()
            .parseHex(
                "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
                    + "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");
    byte[] message = "message digest".getBytes(US_ASCII);

    assertTrue(Algorithm.SM2.isPublicKey(key));
    assertTrue(Algorithm.SM2.isSignature(key, message, signature));
    key[64] ^= 1;
    assertFalse(Algorithm.SM2.isPublicKey(key), "a point beside the curve");
  }

  @Test
  void the_java_platform_takes_a_cosignature_by_ml_dsa_for_the_message_of_the_specification()
      throws Exception {
    NoteSignature line = NoteSignature.cosign(HEAD, NAMED, TIME);
    byte[] stamped = Base64.getDecoder().decode(line.toString().split(" ", 3)[2]);
    byte[] message =
        concatenated(
            "subtree/v1\n\0".getBytes(US_ASCII),
            new byte[] {17},
            "member.example/pq".getBytes(US_ASCII),
            ByteBuffer.allocate(8).putLong(TIME.getEpochSecond()).array(),
            new byte[] {15},
            "example.com/log".getBytes(US_ASCII),
            new byte[8],
            ByteBuffer.allocate(8).putLong(20_852_163).array(),
            HEAD.root().bytes());

    assertEquals(4 + 8 + 2420, stamped.length);
    assertArrayEquals(
        ByteBuffer.allocate(8).putLong(TIME.getEpochSecond()).array(),
        Arrays.copyOfRange(stamped, 4, 12));
    byte[] bare = Base64.getDecoder().decode(NAMED.verifierKey().point());
    byte[] header = HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");
    var key =
        KeyFactory.getInstance("ML-DSA-44")
            .generatePublic(new X509EncodedKeySpec(concatenated(header, bare)));
    var judge = Signature.getInstance("ML-DSA-44");
    judge.initVerify(key);
    judge.update(message);
    assertTrue(judge.verify(Arrays.copyOfRange(stamped, 12, stamped.length)));
  }

  private static byte[] concatenated(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) all.writeBytes(part);
    return all.toByteArray();
  }

  @Test
  void a_cosignature_by_ml_dsa_binds_the_name_the_time_and_the_whole_head() throws Exception {
    String line = NoteSignature.cosign(HEAD, NAMED, TIME).toString();
    VerifierKey key = VerifierKey.parse(NAMED.verifierKey().toString());
    SignedNote note = SignedNote.parse(HEAD.text() + "\n" + line + "\n");

    var verified = note.verifiedBy(List.of(key));
    assertEquals(Set.of(key), verified.keySet());
    assertEquals(List.of(TIME), verified.values().stream().map(NoteSignature::time).toList());
    var renamed = VerifierKey.of("other.example/pq", KeyUse.COSIGNATURE_ML_DSA, bareKey());
    byte[] stamped = Base64.getDecoder().decode(line.split(" ", 3)[2]);
    byte[] otherId = HexFormat.of().parseHex(renamed.id());
    System.arraycopy(otherId, 0, stamped, 0, 4);
    String claimed = "— other.example/pq " + Base64.getEncoder().encodeToString(stamped) + "\n";
    for (String changed :
        List.of(
            HEAD.text() + "\n" + claimed,
            HEAD.text().replace("163", "164") + "\n" + line + "\n",
            "a note\n\n" + line + "\n")) {
      SignedNote other = SignedNote.parse(changed);
      assertThrows(
          BadSignatureException.class, () -> other.verifiedBy(List.of(key, renamed)), changed);
    }
  }

  private static byte[] bareKey() {
    return Base64.getDecoder().decode(NAMED.verifierKey().point());
  }

  @ParameterizedTest
  @EnumSource(KeyUse.class)
  void a_key_of_every_use_is_read_as_it_was_written_and_not_cut_short(KeyUse use)
      throws MalformedException {
    SigningKey key = Samples.key("example.com/" + use, use);
    assertEquals(key.verifierKey(), VerifierKey.parse(key.verifierKey().toString()));
    assertEquals(key.verifierKey(), SigningKey.parse(key.export()).verifierKey());
    String secret = key.export().substring("PRIVATE+KEY+".length());
    if (use.algorithm() != Algorithm.ED25519) // else it may be another key, with another id
    assertThrows(MalformedException.class, () -> VerifierKey.parse(secret));
  }
}
