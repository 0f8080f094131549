package org.smartcorrection.platform.casework;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.smartcorrection.platform.casework.Allocation.Candidate;
import org.smartcorrection.platform.kernel.CaseId;

/**
 * Spreads a caseload so that nobody carries much more than another: the heaviest case first, each
 * to whoever of its office, or else of the agency, carries least by then. Pure: it only proposes.
 */
public final class Spreading {
  private Spreading() {}

  /**
   * Who is to get which case; a case that nobody can take is not in it.
   *
   * @param points of one case
   */
  public static Map<CaseId, Officer> plan(
      List<Summary> cases, List<Candidate> candidates, ToIntFunction<Summary> points) {
    var carried = new HashMap<Officer, Integer>();
    candidates.forEach(one -> carried.put(one.officer(), one.load().points()));
    var plan = new LinkedHashMap<CaseId, Officer>();
    List<Summary> heaviest =
        cases.stream()
            .sorted(
                Comparator.comparingInt(points)
                    .reversed()
                    .thenComparing(one -> one.caseId().toString()))
            .toList();
    for (Summary in : heaviest) {
      Optional<Officer> least =
          candidates.stream()
              .filter(one -> !one.away() && able(one, in))
              .min(
                  Comparator.comparing((Candidate one) -> !one.agency().equals(in.office()))
                      .thenComparingInt(one -> carried.getOrDefault(one.officer(), 0))
                      .thenComparing(one -> one.officer().toString()))
              .map(Candidate::officer);
      if (least.isEmpty()) continue;
      plan.put(in.caseId(), least.get());
      carried.merge(least.get(), points.applyAsInt(in), Integer::sum);
    }
    return plan;
  }

  /** Whether somebody acts for the agency that has the case or the office it is entrusted to. */
  public static boolean able(Candidate candidate, Summary in) {
    return candidate.agency().equals(in.agency()) || candidate.agency().equals(in.office());
  }
}
