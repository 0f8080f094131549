package org.smartcorrection.platform.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.committee.Item;
import org.smartcorrection.platform.committee.Tally;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.StandingPosts;

/**
 * A matter on an agenda with everything that was said of it.
 *
 * @param says what is proposed, in words
 * @param needed how many have to be there
 * @param steps the acts that the reader may do now
 */
record ItemRow(
    Who who,
    Item item,
    String state,
    String says,
    Tally tally,
    int needed,
    List<MemberRow> members,
    List<String> steps) {

  /**
   * A member in one matter.
   *
   * @param responsible they are responsible for the case, {@code proposed} they proposed the act
   * @param voted whether a vote was cast
   * @param vote {@code FOR}, {@code AGAINST}, {@code ABSTAIN}; {@code null} while none is cast, and
   *     for others while the matter is open
   * @param words their opinion, or why they recused
   */
  record MemberRow(
      String name,
      String title,
      boolean presides,
      boolean responsible,
      boolean proposed,
      boolean recused,
      boolean voted,
      @Nullable String vote,
      String words,
      @Nullable Act signed) {}

  public String href(String type) {
    return who.href() + "/acts/committee/" + type + "?instance=" + item.run();
  }

  public boolean open() {
    return state.equals("ON_AGENDA");
  }

  public boolean quorate() {
    return tally.votes().size() >= needed;
  }

  /** More than half of those who have not recused, the agency's own share, and never one alone. */
  static int needed(Tally tally, int percent) {
    int share = (tally.entitled() * percent + 99) / 100;
    return Math.max(2, Math.max(tally.entitled() / 2 + 1, share));
  }

  /** What this reader may do in it now; the procedure itself refuses everything else. */
  static List<String> steps(Running run, Tally tally, Actor reader, boolean begun) {
    var steps = new ArrayList<String>();
    PostId post = reader.post();
    boolean member = tally.isMember(post) && !tally.recused().containsKey(post);
    boolean voted = tally.votes().containsKey(post);
    boolean presides = tally.presiding().filter(post::equals).isPresent();
    if (run.state().equals("ON_AGENDA")) {
      if (member && !voted && begun) steps.add("VoteCast");
      if (member && !voted) steps.add("MemberRecused");
      if (presides && begun) steps.add("DeliberationClosed");
      if (presides) steps.add("ItemAdjourned");
      steps.add("ItemWithdrawn");
    }
    if (run.state().equals("CLOSED")) {
      if (voted && !tally.signed().containsKey(post)) steps.add("MinutesSigned");
      if (presides) steps.add("MinutesCompleted");
    }
    return steps;
  }

  /** The words that stand with a member: an opinion, or why they take no part. */
  static String words(@Nullable Act vote, @Nullable Act recusal) {
    if (recusal != null) return recusal.facts().said("reason");
    return vote == null ? "" : vote.facts().said("voteOpinion");
  }

  static String title(StandingPosts.@Nullable Title of, Locale locale) {
    return of == null ? "" : of.in(locale);
  }
}
