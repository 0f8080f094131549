package org.smartcorrection.location.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.location.CircleArea;
import org.smartcorrection.location.LegalBasis;
import org.smartcorrection.location.PermittedArea;
import org.smartcorrection.location.PermittedZone;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Validity;
import org.smartcorrection.location.simulation.Ground;
import org.smartcorrection.location.supervision.DeadZone;
import org.smartcorrection.location.supervision.ForbiddenZone;
import org.smartcorrection.location.supervision.PresenceBasis;
import org.smartcorrection.location.supervision.ProhibitionBasis;
import org.smartcorrection.location.supervision.RequiredPresence;
import org.smartcorrection.location.supervision.Schedule;
import org.smartcorrection.location.supervision.Terms;

/** A simulated person's ground as the terms by which they are supervised. */
public final class GroundTerms {
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Duration GRACE = Duration.ofMinutes(15);
  private static final Duration IN_TUNNEL = Duration.ofMinutes(30);

  private GroundTerms() {}

  /** Permitted ground and nothing else. */
  public static Terms of(PolygonArea permitted) {
    return new Terms(
        Optional.of(PermittedArea.of("district", permitted, LONG_AGO)),
        List.of(),
        List.of(),
        List.of());
  }

  /** The terms. */
  public static Terms of(Ground ground) {
    PermittedArea permitted = PermittedArea.of("district", ground.district(), LONG_AGO);
    Schedule appointment =
        Schedule.weekly(new Schedule.Window(ground.appointment(), ground.from(), ground.until()));
    int leaves = 0;
    for (Validity leave : ground.leaves()) {
      for (var area : ground.leaveGround()) {
        permitted =
            permitted.with(new PermittedZone("leave" + leaves++, LegalBasis.LEAVE, leave, area));
      }
      appointment = appointment.suspended(leave);
    }
    List<DeadZone> deadZones = new ArrayList<>();
    for (CircleArea zone : ground.approvedDeadZones()) {
      deadZones.add(new DeadZone("dead" + deadZones.size(), zone, IN_TUNNEL));
    }
    return new Terms(
        Optional.of(permitted),
        List.of(
            new ForbiddenZone(
                "forbidden",
                ProhibitionBasis.COURT_PROHIBITION,
                Validity.from(LONG_AGO),
                Schedule.always(),
                ground.forbidden(),
                List.of())),
        List.of(
            new RequiredPresence(
                "office",
                PresenceBasis.REPORT_IN_PERSON,
                Validity.from(LONG_AGO),
                appointment,
                ground.office(),
                GRACE)),
        deadZones);
  }
}
