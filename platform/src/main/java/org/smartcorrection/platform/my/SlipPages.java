package org.smartcorrection.platform.my;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * An act on paper, for whoever wants to take something along: what, when, by whom, and its number.
 */
@Controller
class SlipPages {
  private static final Set<String> PROCEDURES =
      Set.of(
          "checkin",
          "leave",
          "complaint",
          "regulartravel",
          "relocation",
          "contact",
          "place",
          "change",
          "measure",
          "warning");

  private final Acts acts;
  private final Cases cases;
  private final Counter counter;
  private final ActViews views;

  SlipPages(Acts acts, Cases cases, Counter counter, ActViews views) {
    this.acts = acts;
    this.cases = cases;
    this.counter = counter;
    this.views = views;
  }

  @GetMapping("/slips/{id}")
  String slip(@PathVariable String id, HttpServletRequest request, Locale locale, Model model) {
    Act act = acts.get(ActId.of(id));
    if (!PROCEDURES.contains(act.procedure())) throw new NotFound();
    Case in = cases.get(act.caseId());
    boolean own = in.person().equals(Present.actor().person());
    counter.show(own ? in : counter.covered(in.id().toString()), "case", request, locale, model);
    model.addAttribute("act", views.of(in, List.of(act), locale).getFirst());
    model.addAttribute("day", LegalCalendar.legalDay(act.recordedAt()));
    return "my/slip";
  }
}
