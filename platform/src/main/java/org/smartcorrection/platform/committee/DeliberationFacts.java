package org.smartcorrection.platform.committee;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.DerivedFacts;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.PostId;
import org.springframework.stereotype.Component;

/**
 * What the platform knows of a deliberation and nobody types: who is a member, who has voted, how
 * the votes add up, and what the minutes say. It is recorded with each act.
 */
@Component
class DeliberationFacts implements DerivedFacts {
  private final Committees committees;
  private final Items items;
  private final Matters matters;
  private final MinutesWords words;
  private final Instances instances;
  private final Acts acts;
  private final Clock clock;

  DeliberationFacts(
      Committees committees,
      Items items,
      Matters matters,
      MinutesWords words,
      Instances instances,
      Acts acts,
      Clock clock) {
    this.committees = committees;
    this.items = items;
    this.matters = matters;
    this.words = words;
    this.instances = instances;
    this.acts = acts;
    this.clock = clock;
  }

  @Override
  public Facts derive(Case in, @Nullable Running instance, PerformAct command) {
    if (!command.procedure().equals(Tally.PROCEDURE)) return Facts.NONE;
    if (instance == null)
      return command.type().equals("ItemPutOnAgenda") ? item(in, command) : Facts.NONE;
    List<Act> recorded = acts.ofInstance(instance.id());
    Tally tally = Tally.of(recorded);
    AccountId account = command.by().account();
    PostId post = command.by().post();
    boolean presides = tally.presiding().filter(post::equals).isPresent();
    return switch (command.type()) {
      case "MemberRecused", "VoteCast" ->
          Facts.NONE
              .text("memberNamed", words.name(account))
              .flag("isMember", tally.isMember(post))
              .flag("hasVoted", Tally.did(tally.votes(), post, account))
              .flag("hasRecused", Tally.did(tally.recused(), post, account));
      case "ItemAdjourned" -> meeting(in, command).flag("presiding", presides);
      case "DeliberationClosed" ->
          counts(tally).flag("presiding", presides).count("members", tally.members().size());
      case "MinutesSigned" ->
          Facts.NONE
              .text("memberNamed", words.name(account))
              .flag("hasVoted", tally.votes().containsKey(post))
              .flag("hasSigned", Tally.did(tally.signed(), post, account));
      case "MinutesCompleted" -> minutes(instance.facts(), tally).flag("presiding", presides);
      case String _ -> Facts.NONE;
    };
  }

  private Facts minutes(Facts run, Tally tally) {
    Map<PostId, Act> recused = tally.recused();
    Facts known =
        counts(tally)
            .text("matter", run.said("matter"))
            .text("itemSays", run.said("itemSays"))
            .text("memberNames", run.said("memberNames"))
            .moment("meetsAt", run.moment("meetsAt").orElseThrow())
            .text("votes", words.votes(tally))
            .flag("allSigned", tally.allSigned());
    if (!recused.isEmpty()) known = known.text("recusals", words.recusals(tally));
    return tally.signed().isEmpty() ? known : known.text("signatures", words.signatures(tally));
  }

  private static Facts counts(Tally tally) {
    return Facts.NONE
        .count("membersRecused", tally.recused().size())
        .count("votesFor", tally.count("FOR"))
        .count("votesAgainst", tally.count("AGAINST"))
        .count("votesAbstained", tally.count("ABSTAIN"))
        .choice("committeeResult", tally.carried() ? "CARRIED" : "NOT_CARRIED");
  }

  /** The matter is chosen as the act and, where there is one, the run it would go on in. */
  private Facts item(Case in, PerformAct command) {
    Optional<Committee> committee = committees.of(in.agency());
    Facts known = members(in, committee);
    String matter = command.facts().said("matter");
    // before anything is chosen a form asks who the members are
    if (matter.isEmpty()) return known;
    String[] chosen = matter.split("/", 2);
    Optional<Running> run =
        chosen.length < 2
            ? Optional.empty()
            : uuid(chosen[1])
                .flatMap(instances::find)
                .filter(found -> found.caseId().equals(in.id()));
    boolean listed =
        (chosen.length < 2 || run.isPresent())
            && committee.stream()
                .flatMap(set -> matters.of(set).stream())
                .anyMatch(one -> one.type().equals(chosen[0]) && one.fits(run.orElse(null)))
            && !items
                .pending(List.of(in.id()))
                .contains(Item.key(in.id(), chosen[0], run.map(Running::id).orElse(null)))
            && found(in, command).isPresent();
    known = known.with(meeting(in, command)).text("matter", chosen[0]).flag("matterListed", listed);
    return run.isPresent() ? known.text("matterRun", run.get().id().toString()) : known;
  }

  private Facts members(Case in, Optional<Committee> committee) {
    if (committee.isEmpty()) return Facts.NONE.count("members", 0);
    List<PostId> posts = committee.get().members();
    return Facts.NONE
        .count("members", posts.size())
        .text("memberPosts", posts.stream().map(PostId::toString).collect(Collectors.joining(" ")))
        .text("memberNames", words.holders(posts, in.agency()));
  }

  private Facts meeting(Case in, PerformAct command) {
    if (command.facts().said("meeting").isEmpty()) return Facts.NONE;
    return found(in, command)
        .map(meeting -> Facts.NONE.moment("meetsAt", meeting.opensAt()))
        .orElseGet(() -> Facts.NONE.moment("meetsAt", clock.instant()));
  }

  private Optional<Meeting> found(Case in, PerformAct command) {
    return uuid(command.facts().said("meeting"))
        .flatMap(committees::meeting)
        .filter(meeting -> meeting.agency().equals(in.agency()));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
