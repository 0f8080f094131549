package org.smartcorrection.platform.tracking;

import java.time.Clock;
import org.smartcorrection.platform.tracking.line.Lines;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The ports at which devices call, and by what the platform proves itself there. */
@Controller
class LinePages {
  static final String PATH = "/admin/lines";
  private final Lines lines;
  private final Clock clock;

  LinePages(Lines lines, Clock clock) {
    this.lines = lines;
    this.clock = clock;
  }

  @GetMapping(PATH)
  String page(Model model) {
    model.addAttribute("doors", lines.doors());
    model.addAttribute("held", lines.held());
    model.addAttribute("shown", lines.shown().orElse(null));
    model.addAttribute("now", clock.instant());
    return "tracking/lines";
  }
}
