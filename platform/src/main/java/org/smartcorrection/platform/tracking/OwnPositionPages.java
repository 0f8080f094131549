package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The person's own page of what is kept of where they were: by class, for how long, why longer,
 * what was deleted, and each single point that they gave (PIPL 17, 45, 47).
 */
@Controller
class OwnPositionPages {
  private static final int DELETIONS = 30;

  private final Cases cases;
  private final Held held;
  private final Holds holds;
  private final Deletions deletions;
  private final TakenRecordings taken;
  private final PointViews points;
  private final Law law;
  private final Clock clock;

  OwnPositionPages(
      Cases cases,
      Held held,
      Holds holds,
      Deletions deletions,
      TakenRecordings taken,
      PointViews points,
      Law law,
      Clock clock) {
    this.cases = cases;
    this.held = held;
    this.holds = holds;
    this.deletions = deletions;
    this.taken = taken;
    this.points = points;
    this.law = law;
    this.clock = clock;
  }

  /** One class of the person's own data. */
  record Row(DataClass of, int days, int rows, @Nullable Instant oldest) {}

  @GetMapping("/my/positions")
  String page(Locale locale, Model model) {
    PersonId person = Optional.ofNullable(Present.actor().person()).orElseThrow(NotFound::new);
    Case in = cases.of(person).stream().findFirst().orElseThrow(NotFound::new);
    Periods periods = Periods.of(in.agency(), law, clock.instant());
    Map<DataClass, Held.Count> counts = held.of(List.of(person));
    model.addAttribute(
        "rows",
        Stream.of(DataClass.values())
            .map(of -> row(of, periods, counts.getOrDefault(of, Held.Count.NONE)))
            .toList());
    model.addAttribute("afterGround", periods.afterGround());
    model.addAttribute("back", !holds.of(person).isEmpty());
    model.addAttribute("gone", deletions.of(person, DELETIONS));
    model.addAttribute("taken", taken.of(person, DELETIONS));
    model.addAttribute("points", points.of(person, locale));
    return "tracking/own-positions";
  }

  private static Row row(DataClass of, Periods periods, Held.Count count) {
    return new Row(of, periods.days(of), count.rows(), count.oldest());
  }
}
