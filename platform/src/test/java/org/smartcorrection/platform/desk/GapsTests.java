package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.oversight.SupervisionGap;
import org.smartcorrection.platform.oversight.SupervisionGap.Kind;
import org.smartcorrection.platform.oversight.SupervisionGaps;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;

/** 脱管, 漏管, 虚管: what the procuratorate would ask, seen by the agency before it is asked. */
@PlatformTest
class GapsTests {
  @Autowired District district;
  @Autowired Browser browser;
  @Autowired SupervisionGaps gaps;
  @Autowired MovableClock movable;
  @Autowired Clock clock;

  @Test
  void whoever_was_referred_and_forgotten_is_never_received_and_lost() {
    var staffed = district.staffed();
    CaseId forgotten = district.referred(staffed).in().id();
    assertEquals(List.of(), of(staffed, null));

    movable.forward(Duration.ofDays(30));

    assertEquals(List.of(Kind.LOST, Kind.NEVER_RECEIVED), kinds(staffed, forgotten));
  }

  @Test
  void whoever_is_taken_in_is_off_the_list() {
    var staffed = district.staffed();
    Result.Recorded referred = district.referred(staffed);
    movable.forward(Duration.ofDays(30));
    district.perform(
        referred.instance(),
        "DocumentsChecked",
        Facts.NONE.flag("complete", true).day("servedOn", LegalCalendar.legalDay(clock.instant())),
        staffed.officer());
    assertEquals(List.of(Kind.LOST), kinds(staffed, referred.in().id()));
  }

  @Test
  void a_plan_that_nobody_follows_is_supervision_on_paper() {
    var staffed = district.staffed();
    CaseId unseen = district.received(staffed).in().id();
    movable.forward(Duration.ofDays(15));
    assertEquals(List.of(Kind.PAPER_ONLY), kinds(staffed, unseen));
    assertEquals(1, of(staffed, staffed.office().agency().id()).size());
    assertEquals(0, of(staffed, district.staffed().office().agency().id()).size());
  }

  @Test
  void the_page_names_evidence_computation_and_the_way_on_and_only_our_people() throws Exception {
    var staffed = district.staffed();
    Result.Recorded referred = district.referred(staffed);
    String unseen = district.received(staffed).in().number();
    movable.forward(Duration.ofDays(30));
    String file = "/console/cases/" + referred.in().id();

    String html = html(staffed.officer(), "en");

    for (String part :
        List.of(
            file + "#act-1",
            file + "/acts",
            referred.in().number(),
            unseen,
            "Had to be done by",
            "contact every 7 days",
            "Community Corrections Law, Art. 22")) assertTrue(html.contains(part), part);
    assertFalse(html(staffed.office(), "en").contains(referred.in().number()), "not entrusted");
    assertFalse(html(district.staffed().officer(), "en").contains(referred.in().number()));
    assertFalse(html(staffed.officer(), "zh-CN").contains("??"));
  }

  @Test
  void agency_and_procuratorate_count_the_same() throws Exception {
    var staffed = district.staffed();
    district.referred(staffed);
    district.received(staffed);
    movable.forward(Duration.ofDays(30));
    String asked =
        browser.get(staffed.prosecutor(), "/oversight").getResponse().getContentAsString();
    for (Kind kind : Kind.values()) {
      long seen = of(staffed, null).stream().filter(gap -> gap.kind() == kind).count();
      String word =
          switch (kind) {
            case LOST -> "lost after receipt";
            case NEVER_RECEIVED -> "never received";
            case PAPER_ONLY -> "paper only";
          };
      assertEquals(
          asked.split(">" + word + "</span><span class=\"small\">", -1).length - 1, seen, word);
    }
  }

  private List<Kind> kinds(District.Staffed staffed, CaseId caseId) {
    return of(staffed, null).stream()
        .filter(gap -> gap.caseId().equals(caseId))
        .map(SupervisionGap::kind)
        .distinct()
        .sorted()
        .toList();
  }

  private List<SupervisionGap> of(District.Staffed staffed, @Nullable AgencyId office) {
    return gaps.of(staffed.officer().agency().id(), office, Locale.ENGLISH);
  }

  private String html(Actor actor, String language) throws Exception {
    return browser.get(actor, "/console/clock/lost", language).getResponse().getContentAsString();
  }
}
