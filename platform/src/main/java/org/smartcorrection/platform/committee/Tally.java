package org.smartcorrection.platform.committee;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.PostId;

/**
 * A deliberation as its acts add up, purely. Members are posts, as they were when the matter was
 * put on the agenda; an account that holds two of them has one vote. An adjournment begins the
 * voting anew; whoever has recused stays out.
 *
 * @param members in their order: the first presides
 * @param recused the acts by which members recused
 * @param votes the acts by which those present voted or abstained
 * @param signed the acts by which they signed the minutes
 */
public record Tally(
    List<PostId> members,
    Map<PostId, Act> recused,
    Map<PostId, Act> votes,
    Map<PostId, Act> signed) {
  /** The procedure of a deliberation. */
  public static final String PROCEDURE = "committee";

  public static Tally of(List<Act> acts) {
    List<PostId> members = new ArrayList<>();
    var recused = new LinkedHashMap<PostId, Act>();
    var votes = new LinkedHashMap<PostId, Act>();
    var signed = new LinkedHashMap<PostId, Act>();
    for (Act act : acts)
      switch (act.type()) {
        case "ItemPutOnAgenda" -> members = posts(act.facts().said("memberPosts"));
        case "MemberRecused" -> recused.put(act.post(), act);
        case "VoteCast" -> votes.put(act.post(), act);
        case "ItemAdjourned" -> votes.clear();
        case "MinutesSigned" -> signed.put(act.post(), act);
        case String _ -> {}
      }
    return new Tally(List.copyOf(members), recused, votes, signed);
  }

  private static List<PostId> posts(String listed) {
    return listed.isBlank() ? List.of() : Stream.of(listed.split(" ")).map(PostId::of).toList();
  }

  /** Whoever presides: the first member who has not recused. */
  public Optional<PostId> presiding() {
    return members.stream().filter(post -> !recused.containsKey(post)).findFirst();
  }

  public int count(String vote) {
    return (int)
        votes.values().stream().filter(act -> act.facts().said("vote").equals(vote)).count();
  }

  /** How many have not recused. */
  public int entitled() {
    return members.size() - recused.size();
  }

  /** More than half of those who are there carry; a tie does not. */
  public boolean carried() {
    return count("FOR") * 2 > votes.size();
  }

  public boolean allSigned() {
    return signed.keySet().containsAll(votes.keySet());
  }

  public boolean isMember(PostId post) {
    return members.contains(post);
  }

  /** Whether the post or the account behind it has done this already. */
  static boolean did(Map<PostId, Act> done, PostId post, AccountId account) {
    return done.containsKey(post)
        || done.values().stream().anyMatch(act -> act.account().equals(account));
  }
}
