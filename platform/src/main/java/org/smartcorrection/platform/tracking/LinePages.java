package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.shell.Navigation;
import org.smartcorrection.platform.shell.NavigationSource;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.shell.Visitor;
import org.smartcorrection.platform.tracking.line.Lines;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The ports at which devices call, and by what the platform proves itself there. */
@Controller
class LinePages implements NavigationSource {
  static final String PATH = "/admin/lines";

  private static final Navigation WAY =
      new Navigation(
          List.of(new Navigation.Item("lines", PATH, Text.of("tracking.nav.lines"), "device", 94)));

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

  @Override
  public Navigation navigation(HttpServletRequest request, Visitor visitor) {
    return Present.find().filter(actor -> actor.role() == Role.ADMINISTRATOR).isPresent()
        ? WAY
        : Navigation.none();
  }
}
