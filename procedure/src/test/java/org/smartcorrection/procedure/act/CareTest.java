package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.count;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.finding;
import static org.smartcorrection.procedure.act.Story.flag;
import static org.smartcorrection.procedure.act.Story.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who looks after a person and how closely: level, office, group. */
class CareTest {

  private final Story level = new Story("level");
  private final Story office = new Story("entrustment");
  private final Story group = new Story("groupchange");
  private final Story officer = new Story("responsibility");

  @Test
  void H10_another_than_the_proposed_officer_takes_a_reason_and_nobody_without_a_post_is_named() {
    ActProposal named =
        act("OfficerAssigned", Role.AGENCY_OFFICER, day(6, 8))
            .with("officer", text("7/8"))
            .with("holdsPost", flag(true))
            .with("asProposed", flag(false));
    assertEquals(List.of("reason.fact.missing"), officer.refused(named));
    assertEquals(
        List.of("reason.officer.post"),
        officer.refused(
            named.with("holdsPost", flag(false)).with("asProposed", flag(true)).because("urgent")));
    officer.accepted(named.with("reason", text("knows the family")));
  }

  @Test
  void H12_records_are_joined_once_with_a_word_on_which_number_is_wrong_and_separated_again() {
    Story story = new Story("duplicate");
    ActProposal joined =
        act("RecordsLinked", Role.BUREAU_HEAD, day(6, 8))
            .with("otherCase", text("X-2026-0002"))
            .with("otherRecord", choice("APART"))
            .with("bothValid", flag(true))
            .with("reason", text("typed wrongly"));
    assertEquals(List.of("reason.fact.missing"), story.refused(joined), "which number is wrong");
    ActProposal said = joined.with("wrongNumber", choice("NUMBER_HERE"));
    var others =
        Map.of(
            "SAME_RECORD", "reason.duplicate.same",
            "JOINED_ALREADY", "reason.duplicate.joined",
            "NOT_IN_CUSTODY", "reason.duplicate.custody");
    others.forEach(
        (stands, reason) ->
            assertEquals(
                List.of(reason),
                story.refused(said.with("otherRecord", choice(stands)).because("urgent"))));
    story.accepted(said);
    assertEquals("LINKED", story.instance().state());
    story.accepted(
        act("RecordsSeparated", Role.BUREAU_HEAD, day(6, 9)).with("reason", text("two humans")));
    assertEquals("SEPARATED", story.instance().state());
  }

  @Test
  void H13_a_restriction_is_looked_at_anew_and_ends_by_an_act() {
    Story story = new Story("restriction");
    ActProposal set =
        act("RestrictionSet", Role.BUREAU_HEAD, day(3, 2)).with("reason", text("a colleague"));
    assertEquals(
        List.of("reason.power"),
        new Story("restriction")
            .refused(
                act("RestrictionSet", Role.AGENCY_OFFICER, day(3, 2)).with("reason", text("x"))));
    story.accepted(set);
    LocalDate first = story.due("review");
    story.accepted(
        act("RestrictedCaseOpened", Role.AGENCY_OFFICER, day(3, 3)).with("reason", text("alarm")));
    assertEquals(first, story.due("review"), "an emergency is no review");
    story.accepted(
        act("RestrictionChanged", Role.BUREAU_HEAD, day(6, 8)).with("reason", text("stays")));
    assertTrue(story.due("review").isAfter(first));
    story.accepted(
        act("RestrictionLifted", Role.BUREAU_HEAD, day(6, 9)).with("reason", text("left")));
    assertEquals("LIFTED", story.instance().state());
  }

  @Test
  void D03_a_score_alone_decides_nothing() {
    ActProposal scored = assessed("STRICT", day(6, 8)).with("score", count(91));

    assertEquals(
        List.of("reason.fact.missing"),
        level.refused(scored.with("factors", text(" ")).because("91 of 100")));
    level.accepted(scored);
  }

  @Test
  void HEARD_nobody_is_managed_more_strictly_unheard() {
    level.accepted(assessed("ORDINARY", day(6, 8)));
    level.accepted(set("LevelSet", "ORDINARY", day(6, 9)));
    level.accepted(assessed("STRICT", day(7, 6)));

    assertEquals(
        List.of("reason.level.heard"),
        level.refused(set("LevelSet", "STRICT", day(7, 7)).because("the score rose")));
    ActProposal account = Story.account(day(7, 7));
    level.accepted(
        act("LevelAccountTaken", Role.AGENCY_OFFICER, day(7, 7))
            .with(account.facts())
            .withDocuments(account.documents()));
    level.accepted(set("LevelSet", "STRICT", day(7, 8)));

    level.accepted(assessed("RELAXED", day(8, 3)));
    level.accepted(set("LevelSet", "RELAXED", day(8, 4)));
    level.accepted(assessed("ORDINARY", day(8, 10)));
    assertEquals(
        List.of("reason.level.heard"),
        level.refused(set("LevelSet", "ORDINARY", day(8, 11))),
        "being heard once is not being heard always");
  }

  @Test
  void HEARD_whoever_hides_cannot_block_a_stricter_level() {
    level.accepted(assessed("ORDINARY", day(6, 8)));
    level.accepted(set("LevelSet", "ORDINARY", day(6, 9)));
    level.accepted(assessed("STRICT", day(7, 6)));
    ActProposal absent = set("LevelSetInAbsence", "STRICT", day(7, 7));

    assertEquals(
        List.of("reason.rests-on"),
        level.refused(absent.restingOn(finding("lostcontact", "LOST"))));
    level.accepted(absent.restingOn(finding("lostcontact", "ABSENCE_FOUND")));
  }

  @Test
  void L14A_a_level_is_looked_at_again_and_may_stay() {
    level.accepted(assessed("ORDINARY", day(6, 8)));
    assertEquals(
        List.of("reason.level.first"), level.refused(set("LevelKept", "ORDINARY", day(6, 9))));
    assertEquals(
        List.of("reason.level.other"), level.refused(set("LevelSet", "RELAXED", day(6, 9))));
    level.accepted(set("LevelSet", "ORDINARY", day(6, 9)));
    assertEquals(day(9, 9), level.due("review"));

    level.accepted(assessed("RELAXED", day(9, 1)));
    assertEquals(
        List.of("reason.level.other"), level.refused(set("LevelKept", "RELAXED", day(9, 2))));
    level.accepted(set("LevelKept", "ORDINARY", day(9, 2)));
    assertEquals(day(12, 2), level.due("review"));
  }

  @Test
  void L04_another_office_takes_over_what_is_open() {
    ActProposal changed =
        act("OfficeChanged", Role.AGENCY_OFFICER, day(6, 8))
            .with(
                Map.of(
                    "formerOffice", text("Liutang"),
                    "office", text("Liutang"),
                    "reason", text("She moved within the county.")))
            .withDocuments(Set.of("entrustment"));
    assertEquals(List.of("reason.office.same"), office.refused(changed));

    office.accepted(changed.with("office", text("Heping")));
    assertEquals(
        Role.JUDICIAL_OFFICE, office.instance().deadline("take-over").orElseThrow().owner());
    office.accepted(
        act("OfficeTookOver", Role.JUDICIAL_OFFICE, day(6, 10))
            .with(Map.of("openMatters", text("Report due on 14 June."), "entrusted", flag(true)))
            .withDocuments(Set.of("file-list")));
    assertEquals(List.of(), office.instance().deadlines());
  }

  @Test
  void L04_the_agency_alone_changes_the_office() {
    assertEquals(
        List.of("reason.power"),
        office.refused(act("OfficeChanged", Role.JUDICIAL_OFFICE, day(6, 8))));
  }

  @Test
  void L15_L39_a_changed_group_still_fits_the_person() {
    assertEquals(List.of("reason.group.woman"), group.refused(grouped(3, 0).because("for now")));
    assertEquals(List.of("reason.group.empty"), group.refused(grouped(1, 2)));
    assertEquals(
        List.of("reason.group.minor"),
        group.refused(
            grouped(3, 1).with("minor", flag(true)).with("minorsExpertInGroup", flag(false))));
    var changed = group.accepted(grouped(3, 1));
    assertTrue(changed.effects().contains(new Effect.Inform(Role.SUBJECT)));
  }

  @Test
  void L15_members_learn_that_they_keep_secret_whom_they_help() {
    group.accepted(grouped(3, 1));
    ActProposal told =
        act("GroupDutiesTold", Role.AGENCY_OFFICER, day(6, 10))
            .withDocuments(Set.of("group-undertaking"));

    assertEquals(
        List.of("reason.group.secrecy"), group.refused(told.with("secrecyTold", flag(false))));
    group.accepted(told.with("secrecyTold", flag(true)));
    assertEquals(List.of(), group.instance().deadlines());
  }

  private static ActProposal assessed(String level, LocalDate day) {
    return act("LevelAssessed", Role.AGENCY_OFFICER, day)
        .with(
            Map.of(
                "proposedLevel", choice(level), "factors", text("Work, family, no missed report.")))
        .withDocuments(Set.of("assessment"));
  }

  private static ActProposal set(String type, String level, LocalDate day) {
    return act(type, Role.AGENCY_OFFICER, day)
        .with(Map.of("level", choice(level), "reason", text("As assessed.")))
        .withDocuments(Set.of("decision"));
  }

  private static ActProposal grouped(int members, int women) {
    return act("GroupChanged", Role.AGENCY_OFFICER, day(6, 8))
        .with(
            Map.of(
                "sex", choice("FEMALE"),
                "minor", flag(false),
                "membersInGroup", count(members),
                "womenInGroup", count(women),
                "reason", text("A volunteer moved.")));
  }
}
