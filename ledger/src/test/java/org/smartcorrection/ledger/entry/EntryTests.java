package org.smartcorrection.ledger.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.tree.Hash;

class EntryTests {
  @Test
  void an_entry_is_read_as_it_was_written() throws MalformedException {
    Entry first = Samples.entry(1);
    Entry second =
        new Entry(
            first.origin(),
            first.agency(),
            first.actor(),
            first.type(),
            first.link().next(Samples.signed(1).leafHash()),
            first.hour(),
            first.content());
    assertEquals(first, Entry.parse(first.bytes()));
    assertEquals(second, Entry.parse(second.bytes()));
    SignedEntry signed = SignedEntry.sign(second, Samples.AGENCY_KEY);
    assertEquals(signed, SignedEntry.parse(signed.leaf()));
    assertEquals(second, SignedEntry.parse(signed.leaf()).entry());
  }

  @Test
  void a_commitment_is_the_hash_that_the_format_says() {
    var salt = Salt.of(new byte[16]);
    byte[] encoded =
        HexFormat.of()
            .parseHex(
                HexFormat.of().formatHex("smartcorrection.org/commitment@v1\n".getBytes(UTF_8))
                    + "00000004"
                    + "64617973"
                    + "00000010"
                    + "00".repeat(16)
                    + "00000001"
                    + "37");
    assertEquals(Hash.sha256(encoded), Commitment.of("days", salt, "7").hash());
    // name and value do not run into one another
    assertNotEquals(Commitment.of("a", salt, "bc"), Commitment.of("ab", salt, "c"));
    assertNotEquals(Commitment.of("a", salt, "b"), Commitment.of("a", Samples.salt("x"), "b"));
  }

  @Test
  void only_the_key_of_its_agency_made_the_signature() {
    SignedEntry signed = Samples.signed(1);
    assertTrue(signed.isSignedBy(Samples.AGENCY_KEY.verifierKey()));
    assertFalse(signed.isSignedBy(Samples.key("other.example/agency", KeyUse.ENTRY).verifierKey()));
    assertThrows(
        IllegalArgumentException.class, () -> SignedEntry.sign(Samples.entry(1), Samples.LOG_KEY));
  }

  @Test
  void no_single_byte_can_change_without_being_noticed() throws MalformedException {
    byte[] leaf = Samples.signed(1).leaf();
    var key = Samples.AGENCY_KEY.verifierKey();
    for (int i = 0; i < leaf.length; i++) {
      byte[] changed = leaf.clone();
      changed[i] ^= 1;
      try {
        assertFalse(SignedEntry.parse(changed).isSignedBy(key), "byte " + i);
      } catch (MalformedException _) {
        // refused even earlier
      }
    }
    assertTrue(SignedEntry.parse(leaf).isSignedBy(key));
  }

  @Test
  void a_name_in_chinese_or_a_time_finer_than_an_hour_cannot_get_in() {
    Entry entry = Samples.entry(1);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Entry(
                entry.origin(),
                entry.agency(),
                "张三",
                entry.type(),
                entry.link(),
                entry.hour(),
                entry.content()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Entry(
                entry.origin(),
                entry.agency(),
                entry.actor(),
                entry.type(),
                entry.link(),
                Samples.NOW,
                entry.content()));
  }

  @Test
  void every_entry_but_the_first_names_the_one_before() {
    assertThrows(IllegalArgumentException.class, () -> new Link("c", 2, null));
    assertThrows(IllegalArgumentException.class, () -> new Link("c", 1, Hash.EMPTY));
    assertThrows(IllegalArgumentException.class, () -> new Link("c", 0, null));
    assertEquals(new Link("c", 2, Hash.EMPTY), Link.first("c").next(Hash.EMPTY));
  }

  @Test
  void an_entry_above_the_size_of_a_leaf_is_refused() {
    String key = Samples.AGENCY_KEY.verifierKey().reference();
    byte[] large = new byte[50_000];
    assertThrows(
        IllegalArgumentException.class, () -> SignedEntry.of(Samples.entry(1), key, large));
  }

  @Test
  void a_signature_names_its_key_by_name_and_id() {
    for (String bad : List.of("", "name", "+0a0b0c0d", "name+0A0B0C0D", "a b+0a0b0c0d", "n+0a0b")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> SignedEntry.of(Samples.entry(1), bad, new byte[64]),
          bad);
    }
  }

  @Test
  void a_field_too_many_too_few_or_of_another_kind_is_refused() {
    String good = new String(Samples.entry(1).bytes(), UTF_8);
    for (String bad :
        List.of(
            good.replace("\"version\":2", "\"version\":1"),
            good.replace("\"version\":2", "\"version\":\"2\""),
            good.replace(",\"version\":2", ""),
            good.replace(",\"version\":2", ",\"version\":2,\"z\":1"),
            good.replace("\"number\":1", "\"number\":2"),
            good.replace("\"number\":1", "\"number\":0"),
            good.replace("T01:00:00Z", "T24:00:00Z"),
            good.replace("T01:00:00Z", "T01:30:00Z"),
            good.replace("2026-03-02T", "2026-02-30T"))) {
      assertNotEquals(good, bad);
      assertThrows(MalformedException.class, () -> Entry.parse(bad.getBytes(UTF_8)), bad);
    }
  }

  @Test
  void a_salt_says_nothing_when_it_is_printed() {
    assertEquals("salt", Samples.salt("x").toString());
  }
}
