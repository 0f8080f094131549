package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.smartcorrection.location.LegalBasis;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/**
 * During which absences nobody is alarmed by what they explain (rules M19, M35): a leave that was
 * granted, a stay in hospital among them, and custody. What concerns a protected place, the device
 * or whether it is worn is explained by neither. A leave that names its ground permits that and the
 * way there (CCL 27): whoever is elsewhere is asked why, as without a leave.
 */
@Component
class Absences {
  private static final Set<AlarmKind> EXPLAINED =
      Set.of(AlarmKind.LEFT_AREA, AlarmKind.ABSENT_AT_REQUIRED_TIME, AlarmKind.NO_SIGNAL);

  /** Under bail or residential surveillance somebody is at large. */
  private static final Set<String> AT_LARGE = Set.of("BAIL", "RESIDENTIAL_SURVEILLANCE");

  private final Areas areas;
  private final Cases cases;
  private final Instances instances;

  Absences(Areas areas, Cases cases, Instances instances) {
    this.areas = areas;
    this.cases = cases;
    this.instances = instances;
  }

  /** Why somebody is away. */
  enum Kind {
    LEAVE,
    CUSTODY
  }

  /** An absence, with the run of the procedure it rests on. */
  record Absence(Kind kind, UUID run) {}

  /** The absence by which a question of this kind is suspended at that time. */
  Optional<Absence> explaining(PersonId person, AlarmKind kind, Instant at) {
    if (!EXPLAINED.contains(kind)) return Optional.empty();
    return leave(person, kind, at).or(() -> custody(person, at));
  }

  private Optional<Absence> leave(PersonId person, AlarmKind kind, Instant at) {
    return areas.zones(person).stream()
        .filter(zone -> zone.basis() == LegalBasis.LEAVE && zone.holdsAt(at))
        .filter(zone -> kind != AlarmKind.LEFT_AREA || zone.ground().isEmpty())
        .map(zone -> new Absence(Kind.LEAVE, zone.instance()))
        .findFirst();
  }

  private Optional<Absence> custody(PersonId person, Instant at) {
    return cases.of(person).stream()
        .map(Case::id)
        .map(id -> instances.ofCase(id, "detention"))
        .flatMap(List::stream)
        .filter(run -> isHeld(run, at))
        .map(run -> new Absence(Kind.CUSTODY, run.id()))
        .findFirst();
  }

  private static boolean isHeld(Running run, Instant at) {
    boolean held = run.state().equals("NOTIFIED") || run.state().equals("HELD");
    return held
        && !AT_LARGE.contains(run.facts().said("detentionKind"))
        && run.facts().day("decidedOn").map(LegalCalendar::startOf).stream().noneMatch(at::isBefore)
        && run.facts().day("heldUntil").map(LegalCalendar::endOf).stream().allMatch(at::isBefore);
  }
}
