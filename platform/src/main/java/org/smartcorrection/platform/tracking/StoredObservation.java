package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.LeftOutFix;
import org.smartcorrection.location.LeftOutReason;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.UsedFix;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.supervision.Kind;
import org.smartcorrection.location.supervision.Observation;
import org.smartcorrection.location.supervision.Observation.Phase;
import org.smartcorrection.location.supervision.Reason;

/** An observation as it is sealed: flat, so that old ones stay readable when the library grows. */
record StoredObservation(
    Kind kind,
    Phase phase,
    String zone,
    Instant since,
    Instant at,
    double probability,
    Severity severity,
    Set<Reason> reasons,
    List<Used> evidence,
    List<LeftOut> leftOut,
    String ruleVersion) {

  record Used(
      Instant time,
      double latitude,
      double longitude,
      double accuracy,
      FixSource source,
      double outside,
      double probability) {
    static Used of(UsedFix fix) {
      return new Used(
          fix.time(),
          fix.point().latitude(),
          fix.point().longitude(),
          fix.accuracyMetres(),
          fix.source(),
          fix.metresOutside(),
          fix.probabilityOutside());
    }

    UsedFix fix() {
      return new UsedFix(
          time, new Wgs84Point(latitude, longitude), accuracy, source, outside, probability);
    }
  }

  record LeftOut(
      Instant time,
      double latitude,
      double longitude,
      double accuracy,
      FixSource source,
      LeftOutReason reason) {
    static LeftOut of(LeftOutFix fix) {
      return new LeftOut(
          fix.time(),
          fix.point().latitude(),
          fix.point().longitude(),
          fix.accuracyMetres(),
          fix.source(),
          fix.reason());
    }

    LeftOutFix fix() {
      return new LeftOutFix(time, new Wgs84Point(latitude, longitude), accuracy, source, reason);
    }
  }

  static StoredObservation of(Observation observation) {
    return new StoredObservation(
        observation.kind(),
        observation.phase(),
        observation.zone(),
        observation.since(),
        observation.at(),
        observation.probability(),
        observation.severity(),
        observation.reasons(),
        observation.evidence().stream().map(Used::of).toList(),
        observation.leftOut().stream().map(LeftOut::of).toList(),
        observation.ruleVersion());
  }

  Observation observation() {
    return new Observation(
        kind,
        phase,
        zone,
        since,
        at,
        probability,
        severity,
        reasons,
        evidence.stream().map(Used::fix).toList(),
        leftOut.stream().map(LeftOut::fix).toList(),
        ruleVersion);
  }
}
