package org.smartcorrection.platform.desk;

import java.util.Locale;
import org.smartcorrection.platform.access.Present;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What was opened in an emergency, for a page that is open already. */
@Controller
class OpeningsPage {
  private final OpeningRows rows;

  OpeningsPage(OpeningRows rows) {
    this.rows = rows;
  }

  @GetMapping("/console/openings")
  String openings(Model model, Locale locale) {
    model.addAttribute("openings", rows.of(Present.actor(), locale));
    return "desk/openings :: openings";
  }
}
