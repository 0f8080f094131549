package org.smartcorrection.platform.tracking;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.Gate;
import org.smartcorrection.location.VerificationCaps;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.location.journal.Fate;
import org.smartcorrection.location.journal.Rounding;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.location.supervision.Verification;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Rule;
import org.smartcorrection.procedure.Rules;
import org.springframework.stereotype.Component;

/** Decides about what devices send: through the gate, then in each person's supervision. */
@Component
class Judging {
  /** Of so many what has to be read is read at once. */
  private static final int AT_ONCE = 200;

  private final Grounds grounds;
  private final Following following;
  private final Verifications verifications;
  private final Cases cases;
  private final Law law;

  Judging(Grounds grounds, Following following, Verifications verifications, Cases cases, Law law) {
    this.grounds = grounds;
    this.following = following;
    this.verifications = verifications;
    this.cases = cases;
    this.law = law;
  }

  /** What was let in about one person. */
  private static final class Let {
    final Term term;
    final List<Entry> entries = new ArrayList<>();
    final List<Verification> shown = new ArrayList<>();

    Let(Term term) {
      this.term = term;
    }
  }

  /** One batch on its way: each person is looked up once and written once. */
  final class Batch {
    private final Instant now;
    private final Map<PersonId, Let> let = new LinkedHashMap<>();
    private final Map<PersonId, Optional<Term>> terms = new LinkedHashMap<>();
    private final List<Journal.Written> pages = new ArrayList<>();
    private final Findings findings = new Findings();
    private final Set<PersonId> touched = new HashSet<>();

    private Batch(Instant now) {
      this.now = now;
    }

    /** Takes one report; whatever is refused leaves no trace but its reason. */
    Answer take(Device device, Report measured, Instant receivedAt) {
      PersonId person = device.person();
      Report report = Rounding.of(measured);
      Optional<Term> term =
          terms.computeIfAbsent(person, who -> Term.deciding(grounds.terms(who), now));
      if (device.kind() == DeviceKind.PHONE && report.fix().isEmpty()) return new Answer.Kept();
      return switch (decide(device, term, report.time())) {
        case Gate.Decision.Refused(var reason) -> Answer.Refused.of(reason);
        case Gate.Decision.Admitted(Gate.Decision.AsVerification _) -> {
          Fix fix = report.fix().orElseThrow();
          verifications.keep(person, device, fix, Rounding.of(now));
          term.filter(one -> one.ground().holdsAt(now) && one.ground().holdsAt(fix.time()))
              .ifPresent(one -> let(person, one).shown.add(Verifications.shown(fix)));
          yield new Answer.Kept();
        }
        case Gate.Decision.Admitted(Gate.Decision.UnderGround _) -> {
          let(person, term.orElseThrow())
              .entries
              .add(new Entry(report, device.id(), Rounding.of(receivedAt), new Fate.Unjudged()));
          yield new Answer.Kept();
        }
      };
    }

    private Let let(PersonId person, Term term) {
      return let.computeIfAbsent(person, _ -> new Let(term));
    }

    private Gate.Decision decide(Device device, Optional<Term> term, Instant time) {
      boolean counted = device.kind() == DeviceKind.PHONE;
      return Gate.decide(
          device.kind(),
          term.map(Term::ground),
          counted ? caps(device.person()) : VerificationCaps.NONE,
          counted ? verifications.today(device.person(), now) : 0,
          counted ? verifications.thisWeek(device.person(), now) : 0,
          time,
          now);
    }

    /** As many as the agency allows that has the person; only phones are counted. */
    private VerificationCaps caps(PersonId person) {
      return cases.of(person).stream()
          .findFirst()
          .map(in -> caps(law.rules(in.agency())))
          .orElseGet(() -> caps(law.rules()));
    }

    private VerificationCaps caps(Rules rules) {
      Rule rule = rules.at(LegalCalendar.legalDay(now)).rule("L16a");
      return new VerificationCaps(rule.number("perDay"), rule.number("perWeek"));
    }

    /** Follows everybody about whom something was let in. */
    void follow() {
      List<PersonId> people = List.copyOf(let.keySet());
      for (int from = 0; from < people.size(); from += AT_ONCE)
        follow(people.subList(from, Math.min(people.size(), from + AT_ONCE)));
    }

    private void follow(List<PersonId> people) {
      Map<Following.Whom, Let> them = new LinkedHashMap<>();
      for (PersonId person : people) {
        Let one = requireNonNull(let.get(person));
        them.put(whom(person, one.term), one);
      }
      following.recall(them.keySet());
      them.forEach(
          (whom, one) -> {
            one.shown.sort(Comparator.comparing(Verification::time));
            following.follow(whom, one.entries, one.shown, pages);
          });
    }

    /** Judges what came late before and had to wait. */
    void catchUp() {
      for (PersonId person : following.waiting())
        live(person)
            .ifPresentOrElse(
                term -> following.catchUp(whom(person, term)), () -> following.forget(person));
    }

    /** Looks at the clock for everybody who is followed. */
    void look() {
      Set<PersonId> people = new LinkedHashSet<>(following.followed());
      people.addAll(grounds.people(now));
      var them = new ArrayList<Following.Whom>();
      for (PersonId person : people)
        live(person)
            .ifPresentOrElse(term -> them.add(whom(person, term)), () -> following.forget(person));
      for (int from = 0; from < them.size(); from += AT_ONCE) {
        List<Following.Whom> some = them.subList(from, Math.min(them.size(), from + AT_ONCE));
        following.recall(some);
        some.forEach(whom -> following.look(whom, now));
      }
    }

    /** Looks at where somebody may be now. */
    void reconsider(PersonId person) {
      live(person).ifPresent(term -> following.reconsider(whom(person, term), now));
    }

    private Optional<Term> live(PersonId person) {
      return Term.deciding(grounds.terms(person), now).filter(term -> term.ground().holdsAt(now));
    }

    private Following.Whom whom(PersonId person, Term term) {
      Instant since =
          grounds.terms(person).stream()
              .filter(one -> one.instance().equals(term.instance()))
              .map(one -> one.ground().approvedAt())
              .min(Comparator.naturalOrder())
              .orElseThrow();
      touched.add(person);
      return new Following.Whom(person, term, since, findings);
    }

    /** All of it was written. */
    void committed() {
      following.committed(touched);
    }

    /** Nothing of it was written: what is in memory is read again. */
    void forget() {
      touched.forEach(following::forget);
    }

    Instant now() {
      return now;
    }

    List<Journal.Written> pages() {
      return pages;
    }

    Findings findings() {
      return findings;
    }
  }

  /** What the gate says of a message of this time, without taking it. */
  Answer gate(Device device, Instant time, Instant now) {
    Optional<Term> term = Term.deciding(grounds.terms(device.person()), now);
    return switch (Gate.decide(
        device.kind(), term.map(Term::ground), VerificationCaps.NONE, 0, 0, time, now)) {
      case Gate.Decision.Refused(var reason) -> Answer.Refused.of(reason);
      case Gate.Decision.Admitted _ -> new Answer.Kept();
    };
  }

  /** A new batch, judged as of this instant. */
  Batch batch(Instant now) {
    return new Batch(now);
  }
}
