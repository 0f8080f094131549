package org.smartcorrection.procedure.act;

import java.time.Instant;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;

/**
 * What a collective deliberation must fulfil (rule H11): who votes, when, how many have to be there
 * and what carries. The law knows no committee, so this is a house rule; it can only advise.
 */
final class CommitteeGuards {

  private static final String RULE = "H11";

  private CommitteeGuards() {}

  /** There is a committee, it is large enough, and the matter is one that it is asked about. */
  static Guard.Verdict stands(Situation situation) {
    int least = situation.rule(RULE).number("leastMembers");
    if (situation.count("members") < least) {
      return Guard.Verdict.against(
          Reason.of("reason.committee.members", RULE, new Arg.Count(least)));
    }
    return Guard.Verdict.unless(
        situation.isTrue("matterListed"), Reason.of("reason.committee.matter", RULE));
  }

  /** Whoever recuses or votes is a member, and has neither voted nor recused in this item. */
  static Guard.Verdict member(Situation situation) {
    if (!situation.isTrue("isMember")) {
      return Guard.Verdict.against(Reason.of("reason.committee.no-member", RULE));
    }
    if (situation.isTrue("hasRecused")) {
      return Guard.Verdict.against(Reason.of("reason.committee.recused", RULE));
    }
    return Guard.Verdict.unless(
        !situation.isTrue("hasVoted"), Reason.of("reason.committee.voted", RULE));
  }

  /** Nobody votes before the meeting: a vote follows the deliberation. */
  static Guard.Verdict session(Situation situation) {
    Instant opens =
        situation.facts().get("meetsAt") instanceof Fact.Moment(var at) ? at : Instant.MAX;
    return Guard.Verdict.unless(
        !situation.proposal().occurredAt().isBefore(opens),
        Reason.of("reason.committee.session", RULE, new Arg.Moment(opens)));
  }

  /** The chair presides; where the chair has recused, the next member in order who has not. */
  static Guard.Verdict presiding(Situation situation) {
    return Guard.Verdict.unless(
        situation.isTrue("presiding"), Reason.of("reason.committee.presiding", RULE));
  }

  /**
   * More than half of those who have not recused are there, and at least the agency's own share;
   * one alone is no committee. Whoever is there votes or abstains.
   */
  static Guard.Verdict quorum(Situation situation) {
    int entitled = situation.count("members") - situation.count("membersRecused");
    int there = there(situation);
    int percent = situation.rule(RULE).number("quorumPercent");
    boolean enough = there >= 2 && there * 2 > entitled && there * 100 >= percent * entitled;
    return Guard.Verdict.unless(
        enough,
        Reason.of(
            "reason.committee.quorum",
            RULE,
            new Arg.Count(there),
            new Arg.Count(entitled),
            new Arg.Count(percent)));
  }

  /** More than half of those who are there carry; a tie does not. */
  static Guard.Verdict majority(Situation situation) {
    boolean carried = situation.count("votesFor") * 2 > there(situation);
    return Guard.Verdict.unless(
        situation.choice("committeeResult").equals(carried ? "CARRIED" : "NOT_CARRIED"),
        Reason.of("reason.committee.majority", RULE));
  }

  /** Minutes are signed by those who were there, once each. */
  static Guard.Verdict attended(Situation situation) {
    if (!situation.isTrue("hasVoted")) {
      return Guard.Verdict.against(Reason.of("reason.committee.absent", RULE));
    }
    return Guard.Verdict.unless(
        !situation.isTrue("hasSigned"), Reason.of("reason.committee.signed", RULE));
  }

  private static int there(Situation situation) {
    return situation.count("votesFor")
        + situation.count("votesAgainst")
        + situation.count("votesAbstained");
  }
}
