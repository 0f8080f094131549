package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.act.DayRange;
import org.smartcorrection.procedure.act.Fact;
import org.springframework.stereotype.Component;

/**
 * What the platform knows of a case and nobody types: sex and age of the person, the last day of
 * the term, leaves granted before, and whether the office was entrusted (L04).
 */
@Component
public class KnownFacts implements DerivedFacts {
  /** With which a case of correction begins: the decision's facts are stated there. */
  private static final Set<String> INTAKES = Set.of("reception", "takeover");

  /** Whose ground is drawn on a map by whoever acts. */
  private static final Set<String> DRAWN = Set.of("area", "forbidden", "presence", "deadzone");

  private static final Set<String> LEAVES_TAKEN =
      Set.of("GRANTED", "OVERDUE", "RETURNED", "RETURNED_LATE");

  private final People people;
  private final Summaries summaries;
  private final Instances instances;
  private final Law law;
  private final Clock clock;

  KnownFacts(People people, Summaries summaries, Instances instances, Law law, Clock clock) {
    this.people = people;
    this.summaries = summaries;
    this.instances = instances;
    this.law = law;
    this.clock = clock;
  }

  /** Whether an act's form must not ask for this fact, because it is known already. */
  public static boolean known(String procedure, String type, String fact) {
    return switch (fact) {
      case "sex",
          "minor",
          "earlier",
          "entrusted",
          "formerOffice",
          "checksToday",
          "checksThisWeek",
          "holdsPost",
          "officerNamed",
          "officerTitle",
          "formerOfficer",
          "asProposed",
          "openCases",
          "dueSoon",
          "aboutPerson",
          "loadPoints",
          "matterRun",
          "matterListed",
          "meetsAt",
          "memberPosts",
          "memberNames",
          "members",
          "memberNamed",
          "isMember",
          "hasVoted",
          "hasRecused",
          "hasSigned",
          "presiding",
          "membersRecused",
          "recusals",
          "votes",
          "votesFor",
          "votesAgainst",
          "votesAbstained",
          "committeeResult",
          "signatures",
          "allSigned" ->
          true;
      // a border is drawn where a zone is set, and taken from the list elsewhere
      case "geometry" -> !DRAWN.contains(procedure);
      // the decision itself states category and term where it is made or changed
      case "category" -> !INTAKES.contains(procedure) && !procedure.equals("assessment");
      case "termEndsOn" ->
          !INTAKES.contains(procedure)
              && !type.equals("TermChanged")
              && !type.equals("TermCommuted");
      // chosen and written where the matter is put on the agenda, and repeated in the minutes
      case "matter", "itemSays" -> type.equals("MinutesCompleted");
      case String _ -> false;
    };
  }

  @Override
  public Facts derive(Case in, @Nullable Running instance, PerformAct command) {
    Stream<String> stated =
        law
            .definition(in.agency(), command.procedure(), instance, clock.instant())
            .act(command.type())
            .map(act -> act.facts().keySet())
            .orElse(Set.of())
            .stream();
    List<String> asked =
        stated.filter(fact -> known(command.procedure(), command.type(), fact)).toList();
    boolean intake = INTAKES.contains(command.procedure());
    if (intake && asked.isEmpty()) return Facts.NONE;
    Optional<Summary> summary = summaries.withSealed(in.id());
    var known = Facts.NONE;
    if (!intake && entrusted(command, summary.orElse(null))) known = known.flag("entrusted", true);
    for (String fact : asked) known = known.with(value(fact, in, instance, summary));
    return known;
  }

  private Facts value(String fact, Case in, @Nullable Running instance, Optional<Summary> summary) {
    return switch (fact) {
      case "sex" -> Facts.NONE.choice("sex", people.get(in.person()).gender());
      case "minor" -> Facts.NONE.flag("minor", people.minor(in.person(), today()));
      case "category" ->
          summary.map(row -> Facts.NONE.choice("category", row.category())).orElse(Facts.NONE);
      case "formerOffice" ->
          summary
              .map(Summary::office)
              .map(office -> Facts.NONE.text("formerOffice", office.toString()))
              .orElse(Facts.NONE);
      case "earlier" ->
          Facts.NONE.with(
              "earlier", new Fact.Ranges(leaves(in, instance == null ? null : instance.id())));
      case "termEndsOn" -> {
        LocalDate until = summary.map(Summary::termUntil).orElse(null);
        yield until == null ? Facts.NONE : Facts.NONE.day("termEndsOn", until);
      }
      case String _ -> Facts.NONE;
    };
  }

  private static boolean entrusted(PerformAct command, @Nullable Summary summary) {
    if (summary == null || summary.office() == null) return false;
    boolean office = command.by().role() == Role.JUDICIAL_OFFICE;
    return !office || summary.office().equals(command.by().agency().id());
  }

  /** The days of all other leaves that were granted, as they were taken. */
  private List<DayRange> leaves(Case in, @Nullable UUID besides) {
    return instances.ofCase(in.id(), "leave").stream()
        .filter(leave -> !leave.id().equals(besides) && LEAVES_TAKEN.contains(leave.state()))
        .map(Running::facts)
        .filter(facts -> facts.values().keySet().containsAll(Set.of("firstDay", "lastDay")))
        .map(KnownFacts::taken)
        .sorted((one, other) -> one.first().compareTo(other.first()))
        .toList();
  }

  private static DayRange taken(Facts leave) {
    LocalDate first = leave.day("firstDay").orElseThrow();
    LocalDate last = leave.day("returnedOn").or(() -> leave.day("lastDay")).orElseThrow();
    return new DayRange(first, last.isBefore(first) ? first : last);
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }
}
