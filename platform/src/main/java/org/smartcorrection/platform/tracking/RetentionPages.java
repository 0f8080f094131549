package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Matrix;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.SealAgencyActs;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an agency keeps of where people were, for how long, and what it deleted, with receipts. */
@Controller
class RetentionPages {
  static final String PATH = "/console/retention";

  private static final int PAGE = 30;

  private final Held held;
  private final Deletions deletions;
  private final SealAgencyActs sealed;
  private final Jurisdiction jurisdiction;
  private final Matrix matrix;
  private final Law law;
  private final Clock clock;

  RetentionPages(
      Held held,
      Deletions deletions,
      SealAgencyActs sealed,
      Jurisdiction jurisdiction,
      Matrix matrix,
      Law law,
      Clock clock) {
    this.held = held;
    this.deletions = deletions;
    this.sealed = sealed;
    this.jurisdiction = jurisdiction;
    this.matrix = matrix;
    this.law = law;
    this.clock = clock;
  }

  /** One class: what is held of it, and for how many days. */
  record Row(DataClass of, int days, int afterGround, Held.@Nullable OfAgency held) {}

  /** A deletion with its receipt. */
  record Gone(Deletions.Deletion deletion, Receipt receipt) {}

  @GetMapping(PATH)
  String page(@RequestParam(required = false) @Nullable Integer before, Model model) {
    AgencyId agency = jurisdiction.custody(Present.actor());
    Instant now = clock.instant();
    Periods periods = Periods.of(agency, law, now);
    Map<DataClass, Held.OfAgency> counted = new EnumMap<>(DataClass.class);
    for (Held.OfAgency one : held.of(agency)) counted.put(one.of(), one);
    Slice<Deletions.Deletion> gone = deletions.of(agency, before, PAGE);
    Map<ActId, Receipt> receipts =
        sealed.receipts(gone.rows().stream().map(Deletions.Deletion::act).toList());
    model.addAttribute("rows", rows(periods, counted));
    model.addAttribute(
        "countedAt", counted.values().stream().map(Held.OfAgency::at).findFirst().orElse(null));
    model.addAttribute(
        "gone",
        gone.rows().stream()
            .map(one -> new Gone(one, Objects.requireNonNull(receipts.get(one.act().id()))))
            .toList());
    model.addAttribute(
        "proofs",
        matrix
            .line("GET", "/agency-acts/x/proof")
            .filter(line -> line.allows(Present.actor()))
            .isPresent());
    model.addAttribute("first", before == null);
    model.addAttribute("next", gone.next() == null ? null : PATH + "?before=" + gone.next());
    return "tracking/retention";
  }

  private static List<Row> rows(Periods periods, Map<DataClass, Held.OfAgency> counted) {
    return Stream.of(DataClass.values())
        .map(
            of ->
                new Row(
                    of,
                    periods.days(of),
                    of == DataClass.TRACK || of == DataClass.OBSERVATION
                        ? periods.afterGround()
                        : 0,
                    counted.get(of)))
        .toList();
  }
}
