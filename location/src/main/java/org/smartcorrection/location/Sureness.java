package org.smartcorrection.location;

import java.util.List;

/**
 * From distance and accuracy to a probability. The error of a fix is taken as a round normal
 * distribution of which the accuracy radius holds 68 %, so that its standard deviation along any
 * line is radius / 1.5096; the border is taken as straight near the fix and has an error of its
 * own. Errors of consecutive fixes are alike (same sky, same walls), so several fixes do not
 * multiply: their mean counts, and their number only confirms.
 */
final class Sureness {
  private static final double RADIUS_IN_SIGMAS = 1.5095921854516636; // sqrt(-2 ln 0.32)

  private final FindingRules rules;

  Sureness(FindingRules rules) {
    this.rules = rules;
  }

  UsedFix weigh(Fix fix, double metresOutside) {
    return new UsedFix(
        fix.time(),
        fix.point(),
        fix.accuracyMetres(),
        fix.source(),
        metresOutside,
        capped(sigmas(metresOutside, fix.accuracyMetres())));
  }

  double outside(List<UsedFix> fixes) {
    double sum = 0;
    for (UsedFix fix : fixes) sum += sigmas(fix.metresOutside(), fix.accuracyMetres());
    return capped(sum / fixes.size());
  }

  boolean isClearlyOutside(UsedFix fix) {
    return fix.source() == FixSource.GNSS
        && fix.accuracyMetres() <= rules.goodAccuracyMetres()
        && fix.probabilityOutside() >= rules.clearlyOutside();
  }

  private double sigmas(double metresOutside, double accuracyMetres) {
    double sigma = Math.max(accuracyMetres, rules.smallestAccuracyMetres()) / RADIUS_IN_SIGMAS;
    double border = rules.borderSigmaMetres();
    return metresOutside / StrictMath.sqrt(sigma * sigma + border * border);
  }

  private double capped(double z) {
    double p = Normal.below(z);
    return Math.clamp(p, 1 - rules.highestProbability(), rules.highestProbability());
  }
}
