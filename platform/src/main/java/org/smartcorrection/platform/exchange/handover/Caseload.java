package org.smartcorrection.platform.exchange.handover;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Slice;
import org.springframework.stereotype.Component;

/**
 * Goes through an agency's caseload as a format wants to have it, a page at a time. The sealed
 * record of a minor is given to nobody (CPL 286): the list has none.
 */
@Component
class Caseload {
  private static final int PAGE = 250;

  private final Summaries summaries;
  private final OurValues values;
  private final Prints prints;

  Caseload(Summaries summaries, OurValues values, Prints prints) {
    this.summaries = summaries;
    this.values = values;
    this.prints = prints;
  }

  /**
   * One case.
   *
   * @param row by field, in their writing
   * @param prints the digests of the row
   */
  record One(
      Summary in, Map<OurField, String> row, Map<OurField, String> prints, Difference difference) {}

  /** Hands on all cases of the format, page by page, the latest first. */
  void each(AgencyId custody, Format format, Consumer<List<One>> page) {
    @Nullable String before = null;
    do {
      Slice<Summary> slice = summaries.page(custody, null, before, PAGE);
      List<Summary> ours =
          slice.rows().stream().filter(in -> format.states().contains(in.status())).toList();
      if (!ours.isEmpty()) page.accept(of(custody, format, ours));
      before = slice.next();
    } while (before != null);
  }

  private List<One> of(AgencyId custody, Format format, List<Summary> cases) {
    Map<CaseId, Map<OurField, String>> rows = values.of(cases, format);
    Map<CaseId, Map<OurField, String>> last =
        prints.last(custody, format.id(), cases.stream().map(Summary::caseId).toList());
    var all = new ArrayList<One>();
    for (Summary in : cases) {
      Map<OurField, String> row = Objects.requireNonNull(rows.get(in.caseId()));
      // whose keys are destroyed has nothing left to be given
      prints
          .of(in.person(), row)
          .ifPresent(
              now ->
                  all.add(new One(in, row, now, Difference.between(last.get(in.caseId()), now))));
    }
    return all;
  }

  /**
   * What the next file would bring.
   *
   * @param first of all that is new, changed or gone
   */
  record Report(Map<Difference.Kind, Integer> counts, List<Line> first) {
    Report {
      counts = Map.copyOf(counts);
      first = List.copyOf(first);
    }

    public int count(Difference.Kind kind) {
      return counts.getOrDefault(kind, 0);
    }
  }

  /** One case of a report; of whom is gone, no row. */
  record Line(CaseId caseId, Difference difference) {}

  /** Holds the caseload against the last file. */
  Report report(AgencyId custody, Format format, int most) {
    Map<Difference.Kind, Integer> counts = new EnumMap<>(Difference.Kind.class);
    var first = new ArrayList<Line>();
    Set<CaseId> there = new HashSet<>();
    each(
        custody,
        format,
        page ->
            page.forEach(
                one -> {
                  there.add(one.in().caseId());
                  counts.merge(one.difference().kind(), 1, Integer::sum);
                  if (one.difference().kind() != Difference.Kind.SAME && first.size() < most)
                    first.add(new Line(one.in().caseId(), one.difference()));
                }));
    for (CaseId id : gone(custody, format, there)) {
      counts.merge(Difference.Kind.GONE, 1, Integer::sum);
      if (first.size() < most)
        first.add(new Line(id, new Difference(Difference.Kind.GONE, List.of())));
    }
    return new Report(counts, first);
  }

  /** Which cases of the last file are not among these. */
  List<CaseId> gone(AgencyId custody, Format format, Set<CaseId> there) {
    return prints.cases(custody, format.id()).stream().filter(id -> !there.contains(id)).toList();
  }
}
