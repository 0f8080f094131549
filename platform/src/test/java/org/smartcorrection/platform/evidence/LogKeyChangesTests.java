package org.smartcorrection.platform.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.ledger.audit.Audit;
import org.smartcorrection.ledger.audit.LogSource;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.NoteSignature;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.TrustedHead;
import org.smartcorrection.ledger.proof.Verdict;
import org.smartcorrection.ledger.proof.Verifier;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.AgencyRegister;
import org.smartcorrection.platform.casework.HouseAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.evidence.LogGenerations.Generation;
import org.smartcorrection.platform.kernel.DataFolder;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** An installation on its own gets new keys for its logs, and every proof of before holds. */
@PlatformTest
class LogKeyChangesTests {
  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Receipts receipts;
  @Autowired Relay relay;
  @Autowired OwnLog log;
  @Autowired AgencyKeys keys;
  @Autowired AgencyRegister register;
  @Autowired LogKeyChanges changes;
  @Autowired KeyActs acts;
  @Autowired SealAgencyActs sealed;
  @Autowired DataFolder folder;
  @Autowired Clock clock;
  @Autowired TransactionTemplate transaction;
  District.Staffed staffed;
  Actor administrator;

  @BeforeEach
  void anAgencyThatActs() {
    staffed = district.staffed();
    administrator = district.actor(staffed.court().agency(), Role.ADMINISTRATOR);
  }

  private byte[] proof() throws Exception {
    Result.Recorded recorded = district.referred(staffed);
    relay.relayAll();
    return receipts.proof(recorded.in(), recorded.act(), Set.of("type"));
  }

  private Policy policy() {
    try {
      return Policy.parse(receipts.policy().getBytes(UTF_8));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private int newest() {
    return keys.ofLogs().newest().number();
  }

  @Test
  void proofs_of_all_generations_hold_and_one_that_was_lost_signs_nothing_more() throws Exception {
    byte[] before = proof();
    Policy then = policy();
    changes.change("yearly", administrator);
    int first = newest();
    byte[] between = proof();
    changes.revoke(first, "stolen", administrator);
    log.destroy();
    byte[] after = proof();

    assertEquals(first + 1, newest());
    for (byte[] proof : List.of(before, between, after))
      assertInstanceOf(Verdict.Valid.class, Verifier.verify(proof, policy()));
    assertInstanceOf(Verdict.Valid.class, Verifier.verify(before, then));
    assertInstanceOf(Verdict.Invalid.class, Verifier.verify(after, then));
    HouseAct told = acts.ofLogs(1).getFirst();
    assertInstanceOf(Verdict.Valid.class, Verifier.verify(sealed.proof(told), policy()));

    Generation stolen = keys.ofLogs().all().get(first - 1);
    long size = Long.parseLong(told.says().getOrDefault("from-justice", ""));
    assertTrue(TrustedHead.read(head(stolen, size), policy()).isFinal());
    assertThrows(
        TrustedHead.UntrustedException.class,
        () -> TrustedHead.read(head(stolen, size + 1), policy()));
    assertThrows(Refused.class, () -> changes.revoke(first, "again", administrator));
    assertThrows(NotFound.class, () -> changes.revoke(99, "none", administrator));
    for (String name : List.of("correction", "justice")) {
      try (LogSource source = LogSource.of(folder.ledger().resolve(name).toString())) {
        var report = Audit.of(source, policy());
        assertTrue(report.isSound(), report.findings().toString());
      }
    }
  }

  /** What a thief signs who has these keys. */
  private String head(Generation stolen, long size) {
    var head = new Checkpoint(Origins.JUSTICE, size, Hash.sha256(new byte[] {1}));
    return new SignedNote(
            head.text(),
            List.of(
                NoteSignature.sign(head.text(), stolen.log(Origins.JUSTICE)),
                NoteSignature.cosign(head, stolen.cosigner(), clock.instant())))
        .toString();
  }

  @Test
  void a_change_whose_act_was_lost_is_told_the_next_time() throws Exception {
    transaction.executeWithoutResult(
        status -> {
          changes.change("yearly", administrator);
          status.setRollbackOnly();
        });
    int begun = newest();

    changes.change("yearly", administrator);

    assertEquals(begun, newest());
    assertEquals(Integer.toString(begun), acts.ofLogs(1).getFirst().says().get("generation"));
    assertInstanceOf(Verdict.Valid.class, Verifier.verify(proof(), policy()));
  }

  @Test
  void where_members_hold_the_keys_nothing_is_changed_here(@TempDir Path directory) {
    var members =
        new NodeLedger(URI.create("http://127.0.0.1:1/"), directory.resolve("policy"), null);
    try {
      var elsewhere = new LogKeyChanges(keys, acts, register, relay, members);
      assertFalse(elsewhere.areHere());
      assertThrows(NotFound.class, () -> elsewhere.change("yearly", administrator));
      assertThrows(NotFound.class, elsewhere::all);
    } finally {
      members.destroy();
    }
  }

  @Test
  void an_administrator_changes_them_on_a_page_and_reads_what_was_done() throws Exception {
    String page = "/admin/log-keys";
    assertEquals(
        422, browser.post(administrator, page, "what", "change").getResponse().getStatus());
    int before = newest();

    browser.post(administrator, page, "what", "change", "why", "yearly change");
    relay.relayAll();

    assertEquals(before + 1, newest());
    for (String language : List.of("en", "zh-CN")) {
      var response = browser.get(administrator, page, language).getResponse();
      assertEquals(200, response.getStatus());
      assertFalse(response.getContentAsString().contains("??"), language);
      assertTrue(response.getContentAsString().contains("yearly change"), language);
    }
    HouseAct act = acts.ofLogs(1).getFirst();
    var proof = browser.get(administrator, page + "/" + act.id() + "/proof").getResponse();
    assertInstanceOf(Verdict.Valid.class, Verifier.verify(proof.getContentAsByteArray(), policy()));
  }
}
