package org.smartcorrection.platform.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.Particulars;
import org.smartcorrection.platform.subjects.Particulars.Member;
import org.smartcorrection.platform.subjects.Surroundings;
import org.springframework.beans.factory.annotation.Autowired;

/** L15: who accompanies a person is noted by name, and the forms count them. */
@PlatformTest
class CorrectionGroupTests {
  @Autowired District district;
  @Autowired Surroundings surroundings;
  @Autowired Browser browser;
  District.Staffed staffed;
  Case in;
  String page;

  @BeforeEach
  void somebody() {
    staffed = district.staffed();
    in = district.received(staffed).in();
    page = "/console/cases/" + in.id() + "/person";
  }

  @Test
  void L15_members_are_noted_and_counted_by_the_forms() throws Exception {
    assertEquals(302, note("OFFICE", "沈示范", "FEMALE", "VOLUNTEER", "严志愿", "MALE"));

    Particulars now = surroundings.of(in.person());
    assertEquals(
        List.of(
            new Member(Member.Capacity.OFFICE, "沈示范", Identity.Gender.FEMALE, ""),
            new Member(Member.Capacity.VOLUNTEER, "严志愿", Identity.Gender.MALE, "")),
        now.group());
    assertTrue(html(staffed.head(), page).contains("严志愿"));
    String form =
        html(staffed.officer(), "/console/cases/" + in.id() + "/acts/groupchange/GroupChanged");
    assertTrue(form.matches("(?s).*name=\"membersInGroup\"[^>]*value=\"2\".*"), form);
    assertTrue(form.matches("(?s).*name=\"womenInGroup\"[^>]*value=\"1\".*"), form);
  }

  @Test
  void a_member_without_capacity_or_sex_is_asked_for_them_and_nothing_typed_is_lost()
      throws Exception {
    String again =
        browser
            .post(
                staffed.officer(),
                page + "/change",
                "seen",
                "0",
                "member-0",
                "严志愿",
                "reason",
                "said so")
            .getResponse()
            .getContentAsString(UTF_8);
    assertTrue(again.contains("value=\"严志愿\""), again);
    assertTrue(again.contains("href=\"#capacity-0\"") && again.contains("href=\"#sex-0\""), again);
    assertEquals(List.of(), surroundings.of(in.person()).group());
  }

  @Test
  void versions_from_before_the_group_was_noted_can_be_read() {
    String before =
        """
        {"residence":{"kind":"OWN","address":"a","division":""},
         "work":{"kind":"RETIRED","place":"","occupation":"","telephone":""},"contacts":[]}
        """;
    assertEquals(List.of(), Json.read(before.getBytes(UTF_8), Particulars.class).group());
  }

  @Test
  void what_the_law_wants_in_a_group_is_seen_in_it() {
    var woman = new Member(Member.Capacity.MINORS_EXPERT, "甲", Identity.Gender.FEMALE, "");
    var man = new Member(Member.Capacity.COMMITTEE, "乙", Identity.Gender.MALE, "");
    Particulars none = Particulars.NONE;
    var both = new Particulars(none.residence(), none.work(), List.of(), List.of(woman, man));
    var one = new Particulars(none.residence(), none.work(), List.of(), List.of(man));
    assertEquals(1, both.women());
    assertTrue(both.minorsExpert());
    assertEquals(0, one.women());
    assertFalse(one.minorsExpert());
    assertEquals(List.of(Particulars.Part.GROUP), both.changed(one));
  }

  private int note(String... members) throws Exception {
    return browser
        .post(
            staffed.officer(),
            page + "/change",
            "seen",
            "0",
            "capacity-0",
            members[0],
            "member-0",
            members[1],
            "sex-0",
            members[2],
            "capacity-1",
            members[3],
            "member-1",
            members[4],
            "sex-1",
            members[5],
            "reason",
            "formed today")
        .getResponse()
        .getStatus();
  }

  private String html(Actor actor, String path) throws Exception {
    return browser.get(actor, path).getResponse().getContentAsString(UTF_8);
  }
}
