package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.Finding;
import org.smartcorrection.location.FindingRules;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.Gate;
import org.smartcorrection.location.PermittedArea;
import org.smartcorrection.location.Step;
import org.smartcorrection.location.Track;
import org.smartcorrection.location.TrackState;
import org.smartcorrection.location.VerificationCaps;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Rule;
import org.smartcorrection.procedure.Rules;
import org.springframework.stereotype.Component;

/** Decides about fixes: through the gate, then along each person's track. */
@Component
class Judging {
  /** Under which every finding of this version is made. */
  static final FindingRules RULES = FindingRules.standard();

  private final Grounds grounds;
  private final Areas areas;
  private final Tracks tracks;
  private final Verifications verifications;
  private final Cases cases;
  private final Law law;
  private final Track track = new Track(RULES);

  Judging(
      Grounds grounds,
      Areas areas,
      Tracks tracks,
      Verifications verifications,
      Cases cases,
      Law law) {
    this.grounds = grounds;
    this.areas = areas;
    this.tracks = tracks;
    this.verifications = verifications;
    this.cases = cases;
    this.law = law;
  }

  /** What was found, and in which case. */
  record Found(PersonId person, CaseId caseId, Finding finding) {}

  /** One batch on its way: tracks are read once and written once. */
  final class Batch {
    private final Instant now;
    private final Map<PersonId, TrackState> begun = new HashMap<>();
    private final Map<PersonId, TrackState> states = new HashMap<>();
    private final List<Positions.Kept> kept = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();

    private Batch(Instant now) {
      this.now = now;
    }

    /** Takes one fix; whatever is refused leaves no trace but its reason. */
    Answer take(Arrival.Measured arrival) {
      Device device = arrival.device();
      PersonId person = device.person();
      Optional<Term> term = Term.deciding(grounds.terms(person), now);
      Gate.Decision decision = decide(device, term, arrival.fix());
      return switch (decision) {
        case Gate.Decision.Refused(var reason) -> Answer.Refused.of(reason);
        case Gate.Decision.Admitted(Gate.Decision.AsVerification _) -> {
          verifications.keep(person, arrival.fix(), now);
          yield new Answer.Kept();
        }
        case Gate.Decision.Admitted(Gate.Decision.UnderGround _) -> {
          follow(arrival, term.orElseThrow().caseId());
          yield new Answer.Kept();
        }
      };
    }

    private Gate.Decision decide(Device device, Optional<Term> term, Fix fix) {
      boolean counted = device.kind() == DeviceKind.PHONE;
      return Gate.decide(
          device.kind(),
          term.map(Term::ground),
          caps(device.person(), counted),
          counted ? verifications.today(device.person(), now) : 0,
          counted ? verifications.thisWeek(device.person(), now) : 0,
          fix,
          now);
    }

    /** As many as the agency allows that has the person; only phones are counted. */
    private VerificationCaps caps(PersonId person, boolean counted) {
      if (!counted) return caps(law.rules());
      return cases.of(person).stream()
          .findFirst()
          .map(in -> caps(law.rules(in.agency())))
          .orElseGet(() -> caps(law.rules()));
    }

    private VerificationCaps caps(Rules rules) {
      Rule rule = rules.at(LegalCalendar.legalDay(now)).rule("L16a");
      return new VerificationCaps(rule.number("perDay"), rule.number("perWeek"));
    }

    private void follow(Arrival.Measured arrival, CaseId caseId) {
      PersonId person = arrival.device().person();
      Optional<PermittedArea> area = areas.permitted(person);
      if (area.isEmpty()) {
        keep(arrival, new Position(arrival.fix(), Optional.empty()));
        return;
      }
      TrackState before = states.computeIfAbsent(person, p -> begun.computeIfAbsent(p, tracks::of));
      Step step = track.advance(before, arrival.fix(), area.get());
      states.put(person, step.state());
      keep(arrival, new Position(arrival.fix(), Optional.of(step.fix())));
      step.findings().forEach(finding -> found.add(new Found(person, caseId, finding)));
    }

    private void keep(Arrival.Measured arrival, Position position) {
      kept.add(new Positions.Kept(arrival.device(), position, arrival.receivedAt()));
    }

    List<Positions.Kept> kept() {
      return kept;
    }

    List<Found> found() {
      return found;
    }

    /** Remembers the tracks that went on. */
    void saveTracks() {
      states.forEach(
          (person, state) -> {
            if (!state.equals(begun.get(person))) tracks.save(person, state);
          });
    }
  }

  /** A new batch, judged as of this instant. */
  Batch batch(Instant now) {
    return new Batch(now);
  }
}
