package org.smartcorrection.ledger.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.audit.Finding.Kind;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.proof.Policy;

class AuditTests {
  private static final int SIZE = 600;
  private static final String TILE = "tile/0/001";
  private static final String BUNDLE = "tile/entries/001";

  @TempDir private static Path sound;
  @TempDir private Path directory;

  @BeforeAll
  static void write() throws Exception {
    Logs.write(sound, Logs.chained(SIZE, "leave-granted"));
  }

  private static Audit.Report audit(Path log, String policy) throws Exception {
    try (LogSource source = LogSource.of(log.toString())) {
      return Audit.of(source, Policy.parse(policy.getBytes(UTF_8)));
    }
  }

  private static Set<Kind> kinds(Path log, String policy) throws Exception {
    Audit.Report report = audit(log, policy);
    assertEquals(report.findings().isEmpty(), report.isSound());
    return report.findings().stream()
        .map(Finding::kind)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
  }

  private Set<Kind> kinds() throws Exception {
    return kinds(directory, Samples.policy());
  }

  private void change(String name, int at) throws IOException {
    Logs.copy(sound, directory);
    byte[] content = Files.readAllBytes(directory.resolve(name));
    content[at] ^= 1;
    Files.write(directory.resolve(name), content);
  }

  @Test
  void of_a_log_that_is_as_it_should_be_nothing_is_found() throws Exception {
    Audit.Report report = audit(sound, Samples.policy());
    assertEquals(List.of(), report.findings());
    assertEquals(SIZE, report.entries());
    assertEquals(7, report.cases());
    assertEquals(List.of("bureau"), report.cosigners());
    assertEquals(SIZE, report.head().orElseThrow().size());
  }

  @Test
  void a_flipped_bit_in_any_kind_of_file_is_found() throws Exception {
    change(TILE, 700);
    assertEquals(Set.of(Kind.WRONG_TILE), kinds());
    for (int at = 2; at < 500; at += 29) {
      change(BUNDLE, at);
      Set<Kind> found = kinds();
      assertTrue(found.containsAll(Set.of(Kind.WRONG_TILE, Kind.OTHER_ROOT)), at + ": " + found);
    }
    change(BUNDLE, 0);
    assertEquals(Set.of(Kind.ENTRIES_MISSING), kinds());
    int length = (int) Files.size(sound.resolve("checkpoint"));
    for (int at = 0; at < length; at += 13) {
      change("checkpoint", at);
      assertEquals(1, kinds().size(), "byte " + at);
    }
  }

  @Test
  void a_file_that_is_gone_is_named() throws Exception {
    for (var file : Map.of(TILE, Kind.TILE_MISSING, BUNDLE, Kind.ENTRIES_MISSING).entrySet()) {
      Logs.copy(sound, directory);
      Files.delete(directory.resolve(file.getKey()));
      Audit.Report report = audit(directory, Samples.policy());
      assertEquals(List.of(new Finding(file.getValue(), file.getKey())), report.findings());
    }
  }

  @Test
  void an_act_left_out_put_elsewhere_or_dated_back_is_named_by_its_place() throws Exception {
    List<SignedEntry> entries = new ArrayList<>(Logs.chained(40, "leave-granted"));
    SignedEntry last = entries.get(39);
    SignedEntry before = entries.get(38);
    entries.add(Logs.entry(last.entry().link().next(before.leafHash()), "x", Samples.NOW));
    entries.add(
        Logs.entry(
            before.entry().link().next(before.leafHash()), "x", Samples.NOW.minusSeconds(7200)));
    entries.remove(20);
    Logs.write(directory, entries);

    assertEquals(
        List.of(
            new Finding(Kind.GAP_IN_CASE, "26"),
            new Finding(Kind.OTHER_PREDECESSOR, "39"),
            new Finding(Kind.BACKDATED, "40")),
        audit(directory, Samples.policy()).findings());
  }

  @Test
  void a_register_that_hides_the_latest_act_is_named_and_a_true_one_is_not() throws Exception {
    List<SignedEntry> entries = new ArrayList<>(Logs.chained(40, "leave-granted"));
    entries.add(Logs.register(entries, 40, 40));
    // as if the last act were not there
    entries.add(Logs.register(entries, 41, 39));
    entries.add(Logs.register(entries, 40, 40));
    Logs.write(directory, entries);
    assertEquals(
        List.of(new Finding(Kind.FALSE_REGISTER, "41"), new Finding(Kind.STALE_REGISTER, "42")),
        audit(directory, Samples.policy()).findings());
  }

  @Test
  void whoever_rewrites_an_old_entry_with_the_real_keys_lacks_the_cosigners() throws Exception {
    String witnessed =
        Samples.policy()
                .replace("quorum bureau", "")
                .concat("witness court ")
                .concat(Samples.key("court.example/w", KeyUse.COSIGNATURE).verifierKey() + "\n")
            + "group both all bureau court\nquorum both\n";
    Logs.write(directory, Logs.chained(30, "leave-refused"));

    assertEquals(Set.of(), kinds());
    assertEquals(Set.of(Kind.NO_QUORUM), kinds(directory, witnessed));
  }

  @Test
  void an_entry_by_a_key_that_the_policy_does_not_name_and_a_foreign_log_are_found()
      throws Exception {
    var other = Samples.key("other.example/agency", KeyUse.ENTRY).verifierKey();
    String without =
        Samples.policy().replace(Samples.AGENCY_KEY.verifierKey().toString(), other + "");
    assertEquals(Set.of(Kind.WRONG_SIGNATURE), kinds(sound, without));
    assertEquals(SIZE, audit(sound, without).found());
    String log = Samples.LOG_KEY.verifierKey().toString();
    String foreign = Samples.policy().replace(log, Samples.key("x", KeyUse.LOG).verifierKey() + "");
    assertEquals(Set.of(Kind.HEAD_NOT_SIGNED), kinds(sound, foreign));
    String revoked =
        "revoked %s %s 595\n"
            .formatted(Samples.AGENCY_KEY.verifierKey().reference(), Samples.ORIGIN);
    assertEquals(Set.of(Kind.REVOKED_KEY), kinds(sound, Samples.policy() + revoked));
    assertEquals(5, audit(sound, Samples.policy() + revoked).found());
  }
}
