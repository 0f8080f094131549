package org.smartcorrection.platform.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.audit.Audit;
import org.smartcorrection.ledger.audit.LogSource;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.Verdict;
import org.smartcorrection.ledger.proof.Verifier;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.HouseAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.kernel.DataFolder;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys of an agency change and are revoked, and every proof of before holds. */
@PlatformTest
class KeyChangesTests {
  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Acts acts;
  @Autowired Documents documents;
  @Autowired Entries entries;
  @Autowired Receipts receipts;
  @Autowired Relay relay;
  @Autowired OwnLog log;
  @Autowired AgencyKeys keys;
  @Autowired KeyChanges changes;
  @Autowired KeyActs keyActs;
  @Autowired SealPapers seals;
  @Autowired SealAgencyActs sealed;
  @Autowired DataFolder folder;
  @Autowired Clock clock;
  @Autowired TransactionTemplate transaction;
  District.Staffed staffed;
  Agency agency;
  Actor administrator;

  @BeforeEach
  void anAgencyThatActs() {
    staffed = district.staffed();
    agency = staffed.court().agency();
    administrator = district.actor(agency, Role.ADMINISTRATOR);
  }

  private Result.Recorded referred() {
    return district.referred(staffed);
  }

  private byte[] proof(Result.Recorded recorded) throws Exception {
    relay.relayAll();
    return receipts.proof(recorded.in(), recorded.act(), Set.of("type"));
  }

  private Verdict verdict(byte[] proof) throws Exception {
    return Verifier.verify(proof, Policy.parse(receipts.policy().getBytes(UTF_8)));
  }

  private SignedEntry entry(Act act) {
    return entries.of(act.id()).orElseThrow().entry();
  }

  @Test
  void an_agency_signs_each_entry_a_second_time_with_sm2() throws Exception {
    var valid = assertInstanceOf(Verdict.Valid.class, verdict(proof(referred())));
    assertTrue(valid.signers().second().isPresent());
    assertTrue(receipts.policy().contains("agency " + agency.code() + " "));
  }

  @Test
  void proofs_from_before_between_and_after_hold_with_the_policy_of_after() throws Exception {
    byte[] before = proof(referred());
    Policy then = Policy.parse(receipts.policy().getBytes(UTF_8));
    changes.change(agency, "yearly", administrator);
    Result.Recorded second = referred();
    byte[] between = proof(second);
    changes.revoke(agency, 2, "stolen", administrator);
    Result.Recorded third = referred();
    byte[] after = proof(third);

    for (byte[] proof : List.of(before, between, after))
      assertInstanceOf(Verdict.Valid.class, verdict(proof));
    assertInstanceOf(Verdict.Valid.class, Verifier.verify(before, then));
    assertNotEquals(entry(second.act()).key(), entry(third.act()).key());
    List<HouseAct> told = keyActs.ofKeys(agency.id(), 9);
    assertEquals(List.of("KeyRevoked", "KeyChanged"), told.stream().map(HouseAct::type).toList());
    byte[] announcement = sealed.proof(told.getLast());
    assertTrue(
        assertInstanceOf(Verdict.Valid.class, Verifier.verify(announcement, then))
            .toString()
            .contains(keys.generations(agency.code()).all().get(1).entry().verifierKey().id()),
        "who trusts the old key alone reads the new one in the act that it signed");
    assertInstanceOf(Verdict.Valid.class, verdict(sealed.proof(told.getFirst())));

    SigningKey stolen = keys.generations(agency.code()).all().get(1).entry();
    var forged = SignedEntry.sign(entry(third.act()).entry(), stolen);
    assertThrows(EntryRefusedException.class, () -> log.submit(forged));
    assertThrows(Refused.class, () -> changes.revoke(agency, 2, "again", administrator));
  }

  @Test
  void what_waits_under_a_revoked_key_is_signed_anew_with_all_that_follows_it() throws Exception {
    Case in;
    List<Entries.Stored> waiting;
    Relay still = relay;
    synchronized (still) {
      in = district.received(staffed).in();
      waiting = entries.ofCase(in.id());
      assertTrue(waiting.stream().allMatch(stored -> stored.index() == null));
      for (Actor by : List.of(staffed.court(), staffed.officer()))
        changes.revoke(by.agency(), 1, "stolen", administrator);
    }
    relay.relayAll();

    List<Entries.Stored> now = entries.ofCase(in.id());
    for (int i = 0; i < now.size(); i++) {
      assertFalse(now.get(i).entry().key().equals(waiting.get(i).entry().key()), "another key");
      assertEquals(waiting.get(i).entry().entry().content(), now.get(i).entry().entry().content());
      if (i > 0)
        assertEquals(
            now.get(i - 1).entry().leafHash(), now.get(i).entry().entry().link().previous());
      Act act = acts.get(now.get(i).act());
      assertInstanceOf(Verdict.Valid.class, verdict(receipts.proof(in, act, Set.of())));
    }
    Document paper =
        documents.ofCase(in.id()).stream().filter(Document::written).findFirst().orElseThrow();
    String by = entry(acts.get(paper.act())).entry().agency();
    assertTrue(seals.sealedBy(paper, by).isPresent(), "its seal went with the entry");
  }

  @Test
  void who_audits_the_whole_log_with_the_policy_of_after_finds_nothing() throws Exception {
    Relay still = relay;
    synchronized (still) {
      Case in = district.received(staffed).in();
      changes.revoke(agency, 1, "stolen", administrator);
      assertTrue(entries.ofCase(in.id()).stream().allMatch(stored -> stored.index() == null));
    }
    changes.change(agency, "yearly", administrator);
    referred();
    relay.relayAll();
    Policy policy = Policy.parse(receipts.policy().getBytes(UTF_8));
    String path = folder.ledger().resolve("correction").toString();
    try (LogSource source = LogSource.of(path)) {
      var report = Audit.of(source, policy);
      assertTrue(report.isSound(), report.findings().toString());
      assertTrue(report.entries() > 0);
    }
  }

  @Test
  void an_act_that_is_recorded_while_its_predecessor_is_signed_anew_follows_it() throws Exception {
    var performed = new CountDownLatch(1);
    var signedAnew = new CountDownLatch(1);
    Result.Recorded first;
    try (var other = Executors.newSingleThreadExecutor()) {
      Future<?> recording;
      Relay still = relay;
      synchronized (still) {
        first = referred();
        changes.revoke(agency, 1, "stolen", administrator);
        Result.Recorded before = first;
        recording =
            other.submit(
                () ->
                    transaction.executeWithoutResult(
                        _ -> {
                          check(before);
                          performed.countDown();
                          await(signedAnew);
                        }));
        await(performed);
      }
      relay.relayAll();
      signedAnew.countDown();
      recording.get();
    }
    relay.relayAll();
    Act next = acts.history(first.in().id()).getLast();
    assertEquals("DocumentsChecked", next.type());
    assertEquals(entry(first.act()).leafHash(), entry(next).entry().link().previous());
    assertInstanceOf(Verdict.Valid.class, verdict(receipts.proof(first.in(), next, Set.of())));
  }

  @Test
  void an_administrator_changes_and_revokes_on_a_page_and_reads_what_was_done() throws Exception {
    String page = "/admin/agencies/" + agency.id() + "/keys";
    assertEquals(
        422, browser.post(administrator, page, "what", "change").getResponse().getStatus());
    assertEquals(1, changes.of(agency).size());
    browser.post(administrator, page, "what", "change", "why", "yearly change");
    browser.post(administrator, page, "what", "revoke-1", "why", "backup stolen");
    relay.relayAll();
    for (String language : List.of("en", "zh-CN"))
      assertFalse(text(page, language).contains("??"), language);
    String shown = text(page, "en");
    assertTrue(shown.contains("revoked from entry") && shown.contains("backup stolen"), shown);
    HouseAct act = keyActs.ofKeys(agency.id(), 1).getFirst();
    var proof = browser.get(administrator, page + "/" + act.id() + "/proof").getResponse();
    assertInstanceOf(Verdict.Valid.class, verdict(proof.getContentAsByteArray()));
  }

  private void check(Result.Recorded referred) {
    Facts checked = Facts.NONE.flag("complete", true).day("servedOn", today());
    district.perform(referred.instance(), "DocumentsChecked", checked, staffed.officer());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }

  private String text(String page, String language) throws Exception {
    var response = browser.get(administrator, page, language).getResponse();
    assertEquals(200, response.getStatus());
    return response.getContentAsString();
  }
}
