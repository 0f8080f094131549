package org.smartcorrection.location.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.FindingRules;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.Normal;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.UsedFix;
import org.smartcorrection.location.supervision.Crossing.Side;

/**
 * Weighs fixes at one border. A side is changed by several fixes only: red by a clear satellite fix
 * with its confirmation, amber by several over time; positions from networks alone have to agree
 * for longer. A poor fix can never be red. Metres are counted towards the wrong side.
 */
final class Crossings {
  /** So many deviations beside a border nothing is left to be asked. */
  private static final double CERTAIN = 6;

  private final SupervisionRules rules;
  private final FindingRules ground;

  Crossings(SupervisionRules rules) {
    this.rules = rules;
    this.ground = rules.ground();
  }

  /** That the true place is on the wrong side, by one fix of this standard deviation. */
  double probability(double metresWrong, double sigma) {
    double all = deviation(sigma);
    // beyond them the cap holds anyway
    if (metresWrong > CERTAIN * all) return ground.highestProbability();
    if (metresWrong < -CERTAIN * all) return 1 - ground.highestProbability();
    return Math.clamp(
        Normal.below(metresWrong / all),
        1 - ground.highestProbability(),
        ground.highestProbability());
  }

  /** Whoever is this far on the wrong side is there with the highest probability. */
  double certainMetres(double sigma) {
    return CERTAIN * deviation(sigma);
  }

  private double deviation(double sigma) {
    double border = ground.borderSigmaMetres();
    return Math.sqrt(sigma * sigma + border * border);
  }

  /**
   * Weighs the next fix.
   *
   * @param doubted whether the person came faster than cars: then nothing is concluded yet
   */
  Crossing next(Crossing crossing, UsedFix fix, boolean doubted) {
    return crossing.side() == Side.WRONG
        ? fromWrong(crossing, fix)
        : fromRight(crossing, fix, doubted);
  }

  private Crossing fromRight(Crossing crossing, UsedFix fix, boolean doubted) {
    double wrong = fix.probabilityOutside();
    if (wrong < ground.clearProbability()) {
      return crossing.side() == Side.RIGHT && crossing.isQuiet()
          ? crossing.settledAt(fix.point())
          : crossing.right(fix.point(), List.of());
    }
    if (wrong < ground.raiseProbability()) return crossing;
    Crossing suspicious = crossing.with(fix);
    if (doubted) return suspicious;
    @Nullable Severity severity = severity(suspicious.evidence());
    if (severity == null || Networks.contradict(suspicious)) return suspicious;
    Instant since = suspicious.evidence().getFirst().time();
    return suspicious.wrong(since, severity, fix.point(), suspicious.evidence());
  }

  private Crossing fromWrong(Crossing crossing, UsedFix fix) {
    double wrong = fix.probabilityOutside();
    if (wrong > ground.clearProbability()) {
      Instant since = Objects.requireNonNull(crossing.since());
      return crossing.severity() != Severity.RED && isClear(fix)
          ? crossing.wrong(since, Severity.RED, fix.point(), List.of(fix))
          : crossing.settledAt(fix.point());
    }
    if (wrong > ground.returnProbability()) return crossing;
    Crossing returning = crossing.with(fix);
    List<UsedFix> evidence = returning.evidence();
    boolean back =
        evidence.size() > ground.confirmations()
            && !span(evidence).minus(ground.confirmationGap()).isNegative();
    return back ? returning.right(fix.point(), evidence) : returning;
  }

  private @Nullable Severity severity(List<UsedFix> evidence) {
    Duration over = span(evidence);
    boolean satellites = false;
    boolean clear = false;
    for (UsedFix fix : evidence) {
      satellites |= fix.source() == FixSource.GNSS;
      clear |= isClear(fix);
    }
    if (clear
        && evidence.size() > ground.confirmations()
        && over.compareTo(ground.confirmationGap()) >= 0) return Severity.RED;
    Duration dwell = satellites ? ground.dwell() : rules.networkDwell();
    return evidence.size() >= ground.dwellFixes() && over.compareTo(dwell) >= 0
        ? Severity.AMBER
        : null;
  }

  private static Duration span(List<UsedFix> evidence) {
    return Duration.between(evidence.getFirst().time(), evidence.getLast().time());
  }

  boolean isClear(UsedFix fix) {
    return fix.source() == FixSource.GNSS
        && fix.accuracyMetres() <= ground.goodAccuracyMetres()
        && fix.probabilityOutside() >= ground.clearlyOutside();
  }

  /** Errors of consecutive fixes are alike, so several are no surer than their mean. */
  double together(List<UsedFix> evidence) {
    double sum = 0;
    for (UsedFix fix : evidence) sum += fix.probabilityOutside();
    return sum / evidence.size();
  }

  /**
   * The last satellite fix that spoke for the wrong side before a silence, if it is a clear one.
   */
  Optional<UsedFix> lastClear(Crossing crossing) {
    if (crossing.side() == Side.WRONG || crossing.isQuiet()) return Optional.empty();
    return crossing.evidence().stream().filter(this::isClear).findFirst();
  }
}
