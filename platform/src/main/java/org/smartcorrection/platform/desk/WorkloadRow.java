package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Allocation;
import org.smartcorrection.platform.casework.Workloads;
import org.smartcorrection.platform.shell.Text;

/**
 * What one officer carries, as a bar and as figures.
 *
 * @param value account and post, as an act states them
 * @param account whose cases a list can be narrowed to
 * @param share of the greatest load in the list, 0 to 1
 */
record WorkloadRow(
    String value,
    String account,
    Text name,
    boolean proposed,
    boolean away,
    boolean inArea,
    Workloads.Load load,
    double share) {

  static List<WorkloadRow> of(
      List<Allocation.Candidate> candidates,
      Allocation.@Nullable Candidate proposed,
      OfficerOptions officers,
      Locale locale) {
    int most =
        Math.max(1, candidates.stream().mapToInt(one -> one.load().points()).max().orElse(1));
    return candidates.stream()
        .map(
            one ->
                new WorkloadRow(
                    one.officer().toString(),
                    one.officer().account().toString(),
                    officers.named(one.who(), locale),
                    one.equals(proposed),
                    one.away(),
                    one.inArea(),
                    one.load(),
                    one.load().points() / (double) most))
        .toList();
  }
}
