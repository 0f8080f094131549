package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smartcorrection.location.Validity;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.procedure.LegalCalendar;

/**
 * For when the agency let a person enter what a prohibition order names (M34). An entry belongs to
 * the zones of the same order; where several were drawn for it, to the one of its name.
 */
final class Admissions {
  static final String PROCEDURE = "place";

  private final List<Running> allowed;
  private final Map<String, Long> zonesOfOrder;
  private final Acts acts;

  /**
   * The admissions of a case.
   *
   * @param forbidden the runs of all its forbidden ground
   */
  Admissions(List<Running> forbidden, Instances instances, Acts acts, CaseId in) {
    this.acts = acts;
    zonesOfOrder =
        forbidden.stream()
            .collect(Collectors.groupingBy(zone -> order(zone.facts()), Collectors.counting()));
    allowed =
        forbidden.isEmpty()
            ? List.of()
            : instances.everyOne(in, PROCEDURE).stream()
                .filter(
                    entry ->
                        switch (entry.state()) {
                          case "ALLOWED", "EXPIRED", "WITHDRAWN" -> true;
                          case String _ -> false;
                        })
                .toList();
  }

  /** The stretches for which there is one to a zone with these facts. */
  List<Validity> to(Facts zone) {
    String order = order(zone);
    boolean alone = zonesOfOrder.getOrDefault(order, 0L) == 1;
    return allowed.stream()
        .filter(entry -> order(entry.facts()).equals(order))
        .filter(
            entry -> alone || entry.facts().said("place").strip().equals(zone.said("name").strip()))
        .flatMap(entry -> during(entry).stream())
        .toList();
  }

  private static String order(Facts facts) {
    return facts.said("orderNumber").strip();
  }

  private Optional<Validity> during(Running entry) {
    Optional<Instant> from = entry.facts().day("enterFrom").map(LegalCalendar::startOf);
    Optional<Instant> until = entry.facts().day("enterUntil").map(LegalCalendar::endOf);
    if (from.isEmpty() || until.isEmpty()) return Optional.empty();
    Instant end = until.get();
    if (entry.state().equals("WITHDRAWN")) {
      Instant withdrawn = acts.ofInstance(entry.id()).getLast().occurredAt();
      if (withdrawn.isBefore(end)) end = withdrawn;
    }
    return end.isAfter(from.get())
        ? Optional.of(Validity.between(from.get(), end))
        : Optional.empty();
  }
}
