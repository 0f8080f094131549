package org.smartcorrection.platform.casework;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.subjects.Particulars;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.platform.subjects.Surroundings;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.TermLength;
import org.smartcorrection.procedure.act.Fact;
import org.smartcorrection.procedure.act.FactSpec;
import org.smartcorrection.procedure.act.When;
import org.springframework.stereotype.Component;

/**
 * Takes over what earlier acts stated: the court and its number, the penalty, the day on which the
 * correction began, warnings and admonitions that stand. What counts is filled in when it is left
 * out; another value needs a written reason.
 */
@Component
public class Prefill {
  /** States in which a warning or an admonition was served and stands. */
  private static final List<String> STANDING = List.of("SERVED", "OBJECTED", "UPHELD");

  /** What an earlier act of the same run said and a later one usually repeats. */
  private static final Set<String> REPEATED = Set.of("travelFrom", "months", "hospital", "regions");

  /** The correction group as the particulars note it (L15). */
  private static final Set<String> GROUP =
      Set.of("membersInGroup", "womenInGroup", "minorsExpertInGroup");

  private final Acts acts;
  private final Instances instances;
  private final People people;
  private final Surroundings surroundings;
  private final Agencies agencies;
  private final List<DerivedFacts> derived;

  Prefill(
      Acts acts,
      Instances instances,
      People people,
      Surroundings surroundings,
      Agencies agencies,
      List<DerivedFacts> derived) {
    this.derived = derived;
    this.acts = acts;
    this.instances = instances;
    this.people = people;
    this.surroundings = surroundings;
    this.agencies = agencies;
  }

  /** What is known of the facts that an act states. */
  public List<Known> of(Case in, @Nullable Running run, org.smartcorrection.procedure.act.Act act) {
    Stream<Known> stated =
        act.facts().keySet().stream().flatMap(fact -> value(fact, in, run, act).stream());
    Stream<Known> group =
        act.facts().keySet().stream().anyMatch(GROUP::contains) ? group(in) : Stream.of();
    return Stream.concat(stated, group)
        .filter(
            known ->
                Optional.ofNullable(act.facts().get(known.fact()))
                    .filter(asked -> asked.type() == known.value().type())
                    .isPresent())
        .sorted(Comparator.comparing(Known::fact))
        .toList();
  }

  private Optional<Known> value(
      String fact, Case in, @Nullable Running run, org.smartcorrection.procedure.act.Act act) {
    return switch (fact) {
      case "correctionSince" ->
          referral(in)
              .flatMap(
                  from ->
                      from.facts()
                          .day("termStartsOn")
                          .map(day -> reasoned(fact, new Fact.Day(day), from)));
      case "bornOn" ->
          Optional.of(reasoned(fact, new Fact.Day(people.get(in.person()).born()), null));
      case "warnings" -> Optional.of(counted(fact, in, "warning"));
      case "admonitions" -> Optional.of(counted(fact, in, "measure"));
      // the first act of a case states it, and nothing else does
      case "penalty" -> act.type().equals("ReferralReceived") ? Optional.empty() : penalty(in);
      case "originalMonths", "penaltyMonths" ->
          referral(in)
              .flatMap(
                  from ->
                      months(from, fact.equals("originalMonths") ? "term" : "sentence")
                          .map(count -> reasoned(fact, count, from)));
      case "court" -> act.type().equals("CommutationSubmitted") ? Optional.empty() : court(in);
      case "orderNumber" ->
          referral(in)
              .map(from -> proposed(fact, new Fact.Text(from.facts().said("courtNumber")), from));
      case String name when run != null && REPEATED.contains(name) ->
          Optional.ofNullable(run.facts().values().get(name))
              .map(said -> proposed(name, said, null));
      case String _ -> Optional.empty();
    };
  }

  /** What is known for certain and no form asks for, with the act that it comes from. */
  public List<Known> firm(
      Case in, @Nullable Running run, org.smartcorrection.procedure.act.Act act, PerformAct asked) {
    var values = Facts.NONE;
    for (DerivedFacts source : derived) values = values.with(source.derive(in, run, asked));
    return values.values().entrySet().stream()
        .filter(fact -> act.facts().containsKey(fact.getKey()))
        .map(
            fact ->
                new Known(
                    fact.getKey(),
                    fact.getValue(),
                    Known.Strength.FIRM,
                    source(fact.getKey(), in).orElse(null)))
        .toList();
  }

  private Optional<Act> source(String fact, Case in) {
    Set<String> types =
        switch (fact) {
          case "category" -> Set.of("ReferralReceived");
          case "termEndsOn" ->
              Set.of("ReferralReceived", "TermEntered", "TermChanged", "TermCommuted");
          case "formerOffice" -> Set.of("Entrusted", "OfficeChanged");
          case String _ -> Set.of();
        };
    return types.isEmpty() ? Optional.empty() : acts.last(in.id(), types);
  }

  /** What counts and was left out, for an act that needs it. */
  Facts missing(
      List<Known> known, Optional<org.smartcorrection.procedure.act.Act> asked, Facts stated) {
    if (asked.isEmpty()) return Facts.NONE;
    var act = asked.get();
    var more = Facts.NONE;
    for (Known fact : known) {
      boolean left = !stated.values().containsKey(fact.fact());
      if (left && fact.strength() == Known.Strength.REASONED && needed(fact.fact(), act, stated))
        more = more.with(fact.fact(), fact.value());
    }
    return more;
  }

  private static boolean needed(
      String fact, org.smartcorrection.procedure.act.Act act, Facts stated) {
    FactSpec spec = act.facts().get(fact);
    if (spec == null || spec.optional()) return false;
    return spec.when()
        .map((When when) -> when.in().contains(stated.said(when.fact())))
        .orElse(true);
  }

  /** Where somebody says otherwise than what counts: that takes a written reason. */
  List<Reason> otherwise(List<Known> known, Facts stated) {
    return known.stream()
        .filter(fact -> fact.strength() == Known.Strength.REASONED)
        .filter(fact -> stated.values().containsKey(fact.fact()))
        .filter(fact -> !fact.value().equals(stated.values().get(fact.fact())))
        .map(
            fact ->
                Reason.of(
                    "reason.known.otherwise",
                    "H4",
                    new Arg.Named("fact." + fact.fact()),
                    arg(fact.value())))
        .toList();
  }

  private static Arg arg(Fact value) {
    return switch (value) {
      case Fact.Day(var day) -> new Arg.Day(day);
      case Fact.Moment(var at) -> new Arg.Moment(at);
      case Fact.Count(var count) -> new Arg.Count(count);
      case Fact.Choice(var choice) -> new Arg.Named("choice." + choice);
      case Fact.Length(var length) -> new Arg.Length(length);
      case Fact.Text(var words) -> new Arg.Words(words);
      case Fact.Flag(var flag) -> new Arg.Words(Boolean.toString(flag));
      case Fact.Ranges _ -> new Arg.Words("");
    };
  }

  private Optional<Act> referral(Case in) {
    return acts.first(in.id(), "ReferralReceived");
  }

  private Optional<Known> penalty(Case in) {
    return referral(in)
        .filter(from -> !from.facts().said("penalty").isEmpty())
        .map(from -> reasoned("penalty", new Fact.Choice(from.facts().said("penalty")), from));
  }

  /** The court that referred, in the language of the law; a prison refers too, and is none. */
  private Optional<Known> court(Case in) {
    return referral(in)
        .filter(from -> agencies.get(from.agency()).kind() == AgencyKind.COURT)
        .map(from -> proposed("court", new Fact.Text(agencies.get(from.agency()).nameZh()), from));
  }

  /** Opened once, whatever of it an act asks for. */
  private Stream<Known> group(Case in) {
    Particulars noted = surroundings.of(in.person());
    if (noted.group().isEmpty()) return Stream.of();
    return Stream.of(
        proposed("membersInGroup", new Fact.Count(noted.group().size()), null),
        proposed("womenInGroup", new Fact.Count(noted.women()), null),
        proposed("minorsExpertInGroup", new Fact.Flag(noted.minorsExpert()), null));
  }

  private static Optional<Fact> months(Act referral, String name) {
    if (!(referral.facts().values().get(name) instanceof Fact.Length(var length)))
      return Optional.empty();
    TermLength term = length;
    if (term.days() > 0) return Optional.empty();
    return Optional.of(new Fact.Count(12 * term.years() + term.months()));
  }

  private Known counted(String fact, Case in, String procedure) {
    int standing =
        (int)
            instances.ofCase(in.id(), procedure).stream()
                .filter(run -> STANDING.contains(run.state()))
                .count();
    return reasoned(fact, new Fact.Count(standing), null);
  }

  private static Known reasoned(String fact, Fact value, @Nullable Act source) {
    return new Known(fact, value, Known.Strength.REASONED, source);
  }

  private static Known proposed(String fact, Fact value, @Nullable Act source) {
    return new Known(fact, value, Known.Strength.PROPOSED, source);
  }
}
