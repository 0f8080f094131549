package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.Verdict;
import org.smartcorrection.ledger.proof.Verifier;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.Mornings;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.HeadsMatters;
import org.smartcorrection.platform.casework.HouseAct;
import org.smartcorrection.platform.committee.Committees;
import org.smartcorrection.platform.evidence.InStep;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.Receipts;
import org.smartcorrection.platform.evidence.SealAgencyActs;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;

/** What waits for the head, and what of it wants the committee's advice. */
@PlatformTest
class ApprovalsTests {
  @Autowired District district;
  @Autowired Deliberations deliberations;
  @Autowired Browser browser;
  @Autowired HeadsMatters matters;
  @Autowired Committees committees;
  @Autowired SealAgencyActs sealed;
  @Autowired Receipts receipts;
  @Autowired InStep ledger;
  @Autowired Mornings mornings;
  @Autowired Clock clock;
  Deliberations.Scene scene;
  AgencyId custody;

  @BeforeEach
  void aProposalAndACommittee() {
    mornings.next();
    scene = deliberations.scene();
    custody = scene.staffed().officer().agency().id();
  }

  @Test
  void L21_what_waits_for_the_head_is_paged_by_its_deadline_and_says_how_long_it_waits()
      throws Exception {
    mornings.next();
    deliberations.proposed(scene.staffed(), district.received(scene.staffed()).in().id());
    Slice<HeadsMatters.Waiting> first = matters.page(custody, clock.instant(), null, 1);
    Slice<HeadsMatters.Waiting> second =
        matters.page(custody, clock.instant(), Objects.requireNonNull(first.next()), 1);
    HeadsMatters.Waiting oldest = first.rows().getFirst();
    assertEquals(scene.in(), oldest.due().caseId());
    assertNotEquals(scene.in(), second.rows().getFirst().due().caseId());
    assertEquals(null, second.next());
    assertEquals(
        List.of("PositioningApproved", "PositioningRefused"),
        oldest.acts().stream().map(act -> act.type()).toList());
    for (String language : List.of("en", "zh-CN")) {
      MvcResult page = browser.get(scene.staffed().head(), "/console/approvals", language);
      assertEquals(200, page.getResponse().getStatus());
    }
    String page = html(scene.staffed().head(), "/console/approvals");
    assertTrue(page.contains("waits since yesterday") && page.contains("came today"), page);
    assertTrue(page.contains("left without approval"), page);
    assertEquals(
        404,
        browser
            .get(scene.staffed().head(), "/console/approvals?after=nothing")
            .getResponse()
            .getStatus());
    String others = html(district.staffed().head(), "/console/approvals");
    assertTrue(others.contains("Nothing waits for you."), others);
  }

  @Test
  void H11_one_press_puts_what_waits_for_the_head_on_the_agenda_once() throws Exception {
    Actor officer = scene.staffed().officer();
    String put = "Put on this agenda";
    String choice = "PositioningApproved/" + scene.proposed().id();
    String before = html(officer, scene.page());
    assertTrue(before.contains(put) && before.contains(choice), before);
    MvcResult done = press(officer, choice);
    assertEquals(302, done.getResponse().getStatus(), text(done));
    String after = html(officer, scene.page());
    assertFalse(after.contains(put), after);
    assertTrue(after.contains("left without approval"), "in the words of the proposal");
    MvcResult again = press(officer, choice);
    assertEquals(422, again.getResponse().getStatus());
    assertTrue(text(again).contains("it is on an agenda already"), text(again));
    assertEquals(404, press(district.staffed().officer(), choice).getResponse().getStatus());
  }

  @Test
  void H11_setting_up_and_calling_are_acts_of_the_agency_on_the_ledger() throws Exception {
    List<HouseAct> acts = committees.acts(custody, 9);
    assertEquals(
        List.of("MeetingCalled", "CommitteeSetUp"), acts.stream().map(HouseAct::type).toList());
    assertEquals(acts.getLast().number() + 1, acts.getFirst().number());
    for (Receipt receipt : sealed.receipts(acts).values())
      assertNotEquals(Receipt.State.BROKEN, receipt.state());
    String page = html(scene.staffed().officer(), "/console/committee");
    assertTrue(page.contains("Committee called to a meeting"), page);

    ledger.now();
    String proof = "/agency-acts/" + acts.getFirst().id() + "/proof";
    assertTrue(html(scene.staffed().officer(), "/console/committee").contains(proof));
    for (Actor reader : List.of(scene.staffed().officer(), scene.staffed().prosecutor()))
      assertInstanceOf(
          Verdict.Valid.class,
          Verifier.verify(
              browser.get(reader, proof).getResponse().getContentAsByteArray(),
              Policy.parse(receipts.policy().getBytes(StandardCharsets.UTF_8))));
    assertEquals(404, browser.get(district.staffed().officer(), proof).getResponse().getStatus());

    Actor deputy = district.deputy(scene.staffed().head().agency());
    List<String> posts = scene.members().stream().map(actor -> actor.post().toString()).toList();
    MvcResult refused =
        browser.post(
            deputy,
            "/console/committee/set-up",
            "members",
            posts.get(0),
            "members",
            posts.get(1),
            "members",
            posts.get(2),
            "chair",
            posts.get(0),
            "matters",
            "PositioningApproved");
    assertEquals(422, refused.getResponse().getStatus());
    assertTrue(text(refused).contains("Only the head of the bureau"), text(refused));
    assertEquals(2, committees.acts(custody, 9).size());
  }

  private MvcResult press(Actor officer, String choice) throws Exception {
    return browser.post(
        officer, scene.page() + "/items", "case", scene.in().toString(), "matter", choice);
  }

  private String html(Actor reader, String path) throws Exception {
    return text(browser.get(reader, path, "en"));
  }

  private static String text(MvcResult result) throws Exception {
    return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }
}
