package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.count;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.flag;
import static org.smartcorrection.procedure.act.Story.noon;
import static org.smartcorrection.procedure.act.Story.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A committee advises: who votes, when, how many have to be there and what carries. */
class CommitteeTest {

  private static final LocalDate MEETS = day(9, 16);

  private final Story story = new Story("committee");

  @Test
  void H11_a_committee_of_two_is_none_and_a_matter_comes_from_the_list() {
    assertEquals(
        List.of("reason.committee.members"), story.refused(item().with("members", count(2))));
    assertEquals(
        List.of("reason.committee.matter"),
        story.refused(item().with("matterListed", flag(false))));
    story.accepted(item());
    assertEquals(
        day(9, 22),
        story.due("close"),
        "five working days after the meeting, 20 September being one");
  }

  @Test
  void H11_nobody_votes_who_is_no_member_has_recused_or_has_voted() {
    story.accepted(item());
    assertEquals(
        List.of("reason.committee.no-member"),
        story.refused(vote("FOR", MEETS).with("isMember", flag(false))));
    assertEquals(
        List.of("reason.committee.recused"),
        story.refused(vote("FOR", MEETS).with("hasRecused", flag(true))));
    assertEquals(
        List.of("reason.committee.voted"),
        story.refused(vote("FOR", MEETS).with("hasVoted", flag(true))));
    assertEquals(
        List.of("reason.committee.voted"),
        story.refused(
            of("MemberRecused", MEETS)
                .with(
                    Map.of(
                        "memberNamed", text("Li"),
                        "isMember", flag(true),
                        "hasVoted", flag(true),
                        "hasRecused", flag(false),
                        "reason", text("A relative.")))));
  }

  @Test
  void H11_a_vote_follows_the_deliberation_and_one_against_is_explained() {
    story.accepted(item());
    assertEquals(List.of("reason.committee.session"), story.refused(vote("FOR", day(9, 15))));
    assertEquals(List.of("reason.fact.missing"), story.refused(vote("AGAINST", MEETS)));
    story.accepted(vote("AGAINST", MEETS).with("voteOpinion", text("The facts are thin.")));
    story.accepted(vote("ABSTAIN", MEETS));
  }

  @Test
  void H11_without_a_quorum_of_those_who_have_not_recused_nothing_is_closed() {
    story.accepted(item());
    assertEquals(List.of("reason.committee.quorum"), story.refused(closed(5, 0, 2, 0, 0)));
    assertEquals(
        List.of("reason.committee.quorum"),
        story.refused(closed(4, 0, 2, 0, 0)),
        "half is not more than half");
    assertEquals(
        List.of("reason.committee.quorum"),
        story.refused(closed(3, 2, 1, 0, 0)),
        "one alone is no committee");
    story.accepted(closed(5, 2, 2, 0, 0));
  }

  @Test
  void H11_more_than_half_of_those_present_carry_and_a_tie_does_not() {
    story.accepted(item());
    assertEquals(
        List.of("reason.committee.majority"),
        story.refused(closed(4, 0, 2, 2, 0).with("committeeResult", choice("CARRIED"))));
    assertEquals(
        List.of("reason.committee.majority"),
        story.refused(closed(5, 0, 2, 1, 1).with("committeeResult", choice("CARRIED"))),
        "an abstention is a presence and no vote for it");
    assertEquals(
        List.of("reason.committee.presiding"),
        story.refused(closed(3, 0, 2, 1, 0).with("presiding", flag(false))));
    story.accepted(closed(3, 0, 2, 1, 0));
  }

  @Test
  void H11_after_the_closing_nobody_votes_recuses_adjourns_or_closes_again() {
    story.accepted(item());
    story.accepted(closed(3, 0, 2, 1, 0));
    assertEquals(List.of("reason.state"), story.refused(vote("FOR", MEETS)));
    assertEquals(List.of("reason.state"), story.refused(closed(3, 0, 2, 1, 0)));
    assertEquals(
        List.of("reason.state"),
        story.refused(of("ItemWithdrawn", MEETS).with("reason", text("Not needed."))));
    assertEquals(day(9, 20), story.due("sign"), "three working days to sign");
  }

  @Test
  void H11_those_who_were_there_sign_once_and_a_missing_signature_is_explained() {
    story.accepted(item());
    story.accepted(closed(3, 0, 2, 1, 0));
    ActProposal signed =
        of("MinutesSigned", MEETS)
            .with(
                Map.of(
                    "memberNamed", text("Li"),
                    "hasVoted", flag(true),
                    "hasSigned", flag(false)));
    assertEquals(
        List.of("reason.committee.absent"), story.refused(signed.with("hasVoted", flag(false))));
    assertEquals(
        List.of("reason.committee.signed"), story.refused(signed.with("hasSigned", flag(true))));
    story.accepted(signed);
    ActProposal minutes = minutes();
    assertEquals(
        List.of("reason.fact.missing"), story.refused(minutes.with("allSigned", flag(false))));
    assertEquals(
        List.of("reason.committee.presiding"),
        story.refused(minutes.with("presiding", flag(false))));
    story.accepted(minutes);
    assertEquals("MINUTED", story.instance().state());
  }

  private static ActProposal of(String type, LocalDate day) {
    return act(type, Role.AGENCY_OFFICER, day);
  }

  private static ActProposal item() {
    return of("ItemPutOnAgenda", day(9, 14))
        .with(
            Map.of(
                "matter", text("WarningDecided"),
                "matterListed", flag(true),
                "meeting", text("m"),
                "meetsAt", new Fact.Moment(noon(MEETS)),
                "members", count(5),
                "itemSays", text("A warning.")));
  }

  private static ActProposal vote(String vote, LocalDate day) {
    return of("VoteCast", day)
        .with(
            Map.of(
                "memberNamed", text("Li"),
                "isMember", flag(true),
                "hasVoted", flag(false),
                "hasRecused", flag(false),
                "vote", choice(vote)));
  }

  private static ActProposal closed(
      int members, int recused, int inFavour, int against, int abstained) {
    boolean carried = inFavour * 2 > inFavour + against + abstained;
    return of("DeliberationClosed", MEETS)
        .with(
            Map.of(
                "presiding", flag(true),
                "members", count(members),
                "membersRecused", count(recused),
                "votesFor", count(inFavour),
                "votesAgainst", count(against),
                "votesAbstained", count(abstained),
                "committeeResult", choice(carried ? "CARRIED" : "NOT_CARRIED")));
  }

  private static ActProposal minutes() {
    return of("MinutesCompleted", MEETS)
        .with(
            Map.of(
                "presiding", flag(true),
                "matter", text("WarningDecided"),
                "meetsAt", new Fact.Moment(noon(MEETS)),
                "itemSays", text("A warning."),
                "memberNames", text("Li, Wang, Zhao"),
                "membersRecused", count(0),
                "votes", text("Li: for"),
                "committeeResult", choice("CARRIED"),
                "allSigned", flag(true)))
        .with(Map.of("votesFor", count(2), "votesAgainst", count(1), "votesAbstained", count(0)))
        .withDocuments(Set.of("deliberation-minutes"));
  }
}
