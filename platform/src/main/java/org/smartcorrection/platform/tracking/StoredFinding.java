package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Finding;
import org.smartcorrection.location.Finding.Cause;
import org.smartcorrection.location.Finding.DepartureConfirmed;
import org.smartcorrection.location.Finding.LeftPermittedArea;
import org.smartcorrection.location.Finding.ReturnedToPermittedArea;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.LeftOutFix;
import org.smartcorrection.location.LeftOutReason;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.UsedFix;
import org.smartcorrection.location.Wgs84Point;

/** A finding as it is sealed: flat, so that old ones stay readable when the library grows. */
record StoredFinding(
    Kind kind,
    @Nullable Instant outsideSince,
    @Nullable Instant since,
    Instant at,
    @Nullable Cause cause,
    double probability,
    @Nullable Severity severity,
    List<Used> evidence,
    List<LeftOut> leftOut,
    String ruleVersion) {

  enum Kind {
    LEFT,
    CONFIRMED,
    RETURNED
  }

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

  static StoredFinding of(Finding finding) {
    return switch (finding) {
      case LeftPermittedArea f -> of(Kind.LEFT, null, f.since(), f.cause(), f.severity(), f);
      case DepartureConfirmed f -> of(Kind.CONFIRMED, null, f.since(), null, f.severity(), f);
      case ReturnedToPermittedArea f ->
          of(Kind.RETURNED, f.outsideSince(), f.since(), f.cause(), null, f);
    };
  }

  private static StoredFinding of(
      Kind kind,
      @Nullable Instant outsideSince,
      Instant since,
      @Nullable Cause cause,
      @Nullable Severity severity,
      Finding finding) {
    return new StoredFinding(
        kind,
        outsideSince,
        since,
        finding.at(),
        cause,
        finding.probability(),
        severity,
        finding.evidence().stream().map(Used::of).toList(),
        finding.leftOut().stream().map(LeftOut::of).toList(),
        finding.ruleVersion());
  }

  Finding finding() {
    List<UsedFix> used = evidence.stream().map(Used::fix).toList();
    List<LeftOutFix> left = leftOut.stream().map(LeftOut::fix).toList();
    return switch (kind) {
      case LEFT ->
          new LeftPermittedArea(
              said(since), at, said(cause), probability, said(severity), used, left, ruleVersion);
      case CONFIRMED ->
          new DepartureConfirmed(
              said(since), at, probability, said(severity), used, left, ruleVersion);
      case RETURNED ->
          new ReturnedToPermittedArea(
              said(outsideSince),
              said(since),
              at,
              said(cause),
              probability,
              used,
              left,
              ruleVersion);
    };
  }

  private static <T> T said(@Nullable T value) {
    if (value == null) throw new IllegalStateException("not a stored finding");
    return value;
  }
}
