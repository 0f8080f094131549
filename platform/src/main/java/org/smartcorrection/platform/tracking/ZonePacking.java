package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.kernel.Keeper;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.stereotype.Component;

/** Packs the zones of those who are positioned, some time after they have changed. */
@Component
class ZonePacking extends Keeper {
  private static final Logger LOG = LoggerFactory.getLogger(ZonePacking.class);
  private static final int AT_ONCE = 50;

  private final PackedZones packed;
  private final Areas areas;
  private final Clock clock;

  /** Whose zones cannot be packed, which nobody tries again before the next start. */
  private final Set<PersonId> left = ConcurrentHashMap.newKeySet();

  ZonePacking(PackedZones packed, Areas areas, Clock clock) {
    super("zone-packing", Duration.ofSeconds(5));
    this.packed = packed;
    this.areas = areas;
    this.clock = clock;
  }

  @Override
  protected void round() {
    List<PersonId> people = packed.missing(clock.instant(), left, AT_ONCE);
    while (!people.isEmpty() && isRunning()) {
      for (PersonId person : people) {
        if (!isRunning()) return;
        pack(person);
      }
      people = packed.missing(clock.instant(), left, AT_ONCE);
    }
  }

  /** One person's, unless they change meanwhile: then they are missing still. */
  void pack(PersonId person) {
    try {
      long changes = packed.changes(person);
      var _ = packed.keep(person, changes, areas.fromActs(person));
    } catch (RuntimeException e) {
      // they are read from the acts as before; the message may quote a row
      LOG.warn("zones are not packed: {}", e.getClass().getName());
      left.add(person);
    }
  }
}
