package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.journal.Page;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.stereotype.Component;

/** The positions that were kept on a live ground (CCL 29). */
@Component
public class Positions {
  private static final double ROUGH = 100; // a hundredth of a degree is about a kilometre

  private final Journal journal;
  private final Grounds grounds;

  Positions(Journal journal, Grounds grounds) {
    this.journal = journal;
    this.grounds = grounds;
  }

  /**
   * Roughly where somebody is.
   *
   * @param around rounded to a hundredth of a degree, about a kilometre, WGS-84
   * @param at when the device measured it
   */
  public record Whereabouts(PersonId person, Wgs84Point around, Instant at) {}

  /** Roughly where these people are: only those with a ground that is live now. */
  public List<Whereabouts> latest(Collection<PersonId> people) {
    var found = new ArrayList<Whereabouts>();
    grounds
        .of(people)
        .forEach(
            (person, ground) ->
                journal
                    .last(person)
                    .flatMap(Positions::lastFix)
                    .filter(fix -> !fix.time().isBefore(ground.from()))
                    .ifPresent(
                        fix -> found.add(new Whereabouts(person, rough(fix.point()), fix.time()))));
    return found;
  }

  private static Optional<Fix> lastFix(Page page) {
    return page.entries().reversed().stream()
        .flatMap(entry -> entry.report().fix().stream())
        .findFirst();
  }

  private static Wgs84Point rough(Wgs84Point point) {
    return new Wgs84Point(
        Math.round(point.latitude() * ROUGH) / ROUGH,
        Math.round(point.longitude() * ROUGH) / ROUGH);
  }
}
