package org.smartcorrection.platform.wall;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Severity;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.tracking.AlarmMarks;
import org.smartcorrection.platform.tracking.Positions;
import org.smartcorrection.platform.tracking.Positions.Positioned;
import org.smartcorrection.platform.tracking.Positions.Whereabouts;
import org.springframework.stereotype.Component;

/**
 * Who stands on a reader's map: those with a live ground whose cases the reader's post covers, as
 * far as those cases open to them.
 */
@Component
class PeopleOnMap {
  private final Positions positions;
  private final Roster roster;
  private final AlarmMarks marks;
  private final Jurisdiction jurisdiction;
  private final Restrictions restrictions;
  private final Clock clock;

  PeopleOnMap(
      Positions positions,
      Roster roster,
      AlarmMarks marks,
      Jurisdiction jurisdiction,
      Restrictions restrictions,
      Clock clock) {
    this.positions = positions;
    this.roster = roster;
    this.marks = marks;
    this.jurisdiction = jurisdiction;
    this.restrictions = restrictions;
    this.clock = clock;
  }

  /**
   * Who was found.
   *
   * @param nowhere how many have a ground and no position yet
   * @param closed how many have a case that is closed to the reader
   * @param unread of how many people the last position is still to be read after a start
   */
  record Found(List<Clusters.Spot> spots, int nowhere, int closed, int unread) {
    Found {
      spots = List.copyOf(spots);
    }
  }

  Found find(Actor actor, MapFilter filter) {
    @Nullable AgencyId office = Jurisdiction.office(actor);
    Set<AgencyId> agencies =
        jurisdiction.reach(actor).stream()
            .map(Agency::id)
            .filter(agency -> jurisdiction.covers(actor, agency, office))
            .collect(Collectors.toSet());
    Positions.Everybody everybody = positions.everybody();
    roster.learn(everybody.people().stream().map(Positioned::caseId).toList());
    Map<PersonId, Severity> alarms = marks.of(agencies);
    var asked = new ArrayList<Positioned>();
    var guarded = new HashSet<PersonId>();
    for (Positioned one : everybody.people()) {
      Roster.@Nullable Entry entry = roster.of(one.caseId());
      if (entry == null || !agencies.contains(entry.agency())) continue;
      if (office != null && !office.equals(entry.office())) continue;
      if (!matches(filter, entry) || (filter.alarmed() && !alarms.containsKey(one.person())))
        continue;
      asked.add(one);
      if (entry.guarded()) guarded.add(one.person());
    }
    Set<PersonId> hidden = restrictions.hidden(actor, guarded);
    return placed(asked, hidden, alarms, filter, everybody.unread());
  }

  private static boolean matches(MapFilter filter, Roster.Entry entry) {
    AgencyId agency = filter.agency();
    return (agency == null || agency.equals(entry.agency()) || agency.equals(entry.office()))
        && (filter.level() == null || filter.level() == entry.level());
  }

  private Found placed(
      List<Positioned> asked,
      Set<PersonId> hidden,
      Map<PersonId, Severity> alarms,
      MapFilter filter,
      int unread) {
    Instant now = clock.instant();
    var spots = new ArrayList<Clusters.Spot>(asked.size());
    int nowhere = 0;
    int closed = 0;
    for (Positioned one : asked) {
      Whereabouts last = one.last();
      if (hidden.contains(one.person())) closed++;
      else if (last == null) nowhere++;
      else if (filter.heard() == null || filter.heard().holds(last.at(), now))
        spots.add(
            new Clusters.Spot(
                one.person(), one.caseId(), last.around(), last.at(), alarms.get(one.person())));
    }
    return new Found(spots, nowhere, closed, unread);
  }
}
