package org.smartcorrection.platform.committee;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.stereotype.Component;

/**
 * What a reader may know of deliberations (rule H11). Until whoever presides has closed a matter,
 * everybody sees who has voted and nobody how, so that nobody votes after others. And what members
 * said stays with the agency whose committee it is: where a case has moved to another agency, that
 * one reads what was asked and what came of it.
 */
@Component
public class Secrecy {
  private static final String CLOSING = "DeliberationClosed";

  /** What a vote says. */
  private static final Set<String> BALLOT = Set.of("vote", "voteOpinion");

  /** What is counted when a matter is closed, and not before. */
  private static final Set<String> COUNTED =
      Set.of("votesFor", "votesAgainst", "votesAbstained", "committeeResult");

  /** The acts of a committee that another agency reads, without who its members were. */
  private static final Set<String> TOLD = Set.of("ItemPutOnAgenda", CLOSING);

  private static final Set<String> MEMBERS = Set.of("memberPosts", "memberNames");

  private final Items items;
  private final Agencies agencies;
  private final Jurisdiction jurisdiction;

  Secrecy(Items items, Agencies agencies, Jurisdiction jurisdiction) {
    this.items = items;
    this.agencies = agencies;
    this.jurisdiction = jurisdiction;
  }

  /** These acts as a reader may know them: some say less, and some are left out. */
  public List<Act> shown(Collection<Act> acts, Actor reader) {
    Set<UUID> closed =
        items.closed(
            acts.stream()
                .filter(act -> act.type().equals("VoteCast"))
                .map(Act::instance)
                .collect(Collectors.toSet()));
    return acts.stream().flatMap(act -> shown(act, reader, closed).stream()).toList();
  }

  /** One act as a reader may know it. */
  public Optional<Act> shown(Act act, Actor reader) {
    return shown(List.of(act), reader).stream().findFirst();
  }

  /** Whether a form of this act may show a fact before the act is done. */
  public static boolean tellsBefore(String type, String fact) {
    return !type.equals(CLOSING) || !COUNTED.contains(fact);
  }

  private Optional<Act> shown(Act act, Actor reader, Set<UUID> closed) {
    if (!act.deliberates()) return Optional.of(act);
    boolean own =
        jurisdiction.custody(agencies.get(act.agency())).equals(jurisdiction.custody(reader));
    if (!own)
      return TOLD.contains(act.type()) ? Optional.of(act.without(MEMBERS)) : Optional.empty();
    boolean ballot = act.type().equals("VoteCast") && !act.account().equals(reader.account());
    return Optional.of(ballot && !closed.contains(act.instance()) ? act.without(BALLOT) : act);
  }
}
