package org.smartcorrection.platform.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.supervision.Kind;
import org.smartcorrection.platform.tracking.PastTracks.Asked;
import org.smartcorrection.platform.tracking.PastTracks.Judged;

/**
 * What other figures would have asked of one person, against what those in force ask of the same
 * track. Of what would be gained only the number is kept: it was asked of nobody.
 */
record Compared(Map<Kind, Tally> kinds, List<Alarm> alarms) {
  Compared {
    kinds = Map.copyOf(kinds);
    alarms = List.copyOf(alarms);
  }

  /** What becomes of something that is asked. */
  enum Fate {
    KEPT,
    LOST
  }

  /**
   * Numbers of one kind.
   *
   * @param kept asked by both
   * @param lost by those in force alone
   * @param gained by the others alone
   * @param laterSeconds how much later the others ask what is kept, added up
   * @param strange what was really asked and is not found by the figures in force on these tracks:
   *     terms were changed since, or messages came late
   */
  record Tally(int kept, int lost, int gained, long laterSeconds, int strange) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    Tally plus(Tally more) {
      return new Tally(
          kept + more.kept,
          lost + more.lost,
          gained + more.gained,
          laterSeconds + more.laterSeconds,
          strange + more.strange);
    }
  }

  /** An alarm that somebody got, and whether it would have been asked. */
  record Alarm(UUID alarm, Kind kind, Fate fate) {}

  static Compared of(Judged judged) {
    var kinds = new EnumMap<Kind, Tally>(Kind.class);
    var alarms = new ArrayList<Alarm>();
    List<Asked> asked = new ArrayList<>(judged.asked());
    List<Episode> others = new ArrayList<>(Episode.of(judged.proposed()));
    for (Episode now : Episode.of(judged.inForce())) {
      var same = now.takeSame(others);
      long later = same.map(one -> Duration.between(now.at(), one.at()).toSeconds()).orElse(0L);
      add(
          kinds,
          now.kind(),
          new Tally(same.isPresent() ? 1 : 0, same.isPresent() ? 0 : 1, 0, later, 0));
      @Nullable UUID alarm = take(asked, now);
      if (alarm != null)
        alarms.add(new Alarm(alarm, now.kind(), same.isPresent() ? Fate.KEPT : Fate.LOST));
    }
    others.forEach(one -> add(kinds, one.kind(), new Tally(0, 0, 1, 0, 0)));
    asked.forEach(one -> add(kinds, one.kind(), new Tally(0, 0, 0, 0, 1)));
    return new Compared(kinds, alarms);
  }

  private static @Nullable UUID take(List<Asked> asked, Episode now) {
    var found =
        asked.stream().filter(one -> now.isOf(one.kind(), one.zone(), one.since())).findFirst();
    found.ifPresent(asked::remove);
    return found.map(Asked::alarm).orElse(null);
  }

  private static void add(Map<Kind, Tally> kinds, Kind kind, Tally one) {
    kinds.merge(kind, one, Tally::plus);
  }
}
