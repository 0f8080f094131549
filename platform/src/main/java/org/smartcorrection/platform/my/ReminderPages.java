package org.smartcorrection.platform.my;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.smartcorrection.platform.feeds.FeedLinks;
import org.smartcorrection.platform.feeds.Scope;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The person's own days in their own calendar, in words that tell nobody else anything. */
@Controller
class ReminderPages {
  private final FeedLinks links;

  ReminderPages(FeedLinks links) {
    this.links = links;
  }

  @GetMapping("/my/reminders")
  String reminders(Model model) {
    return show(model);
  }

  /** Shows the address once: it is on this answer and nowhere else. */
  @PostMapping("/my/reminders")
  String make(Model model, HttpServletResponse response, Locale locale) {
    String path = links.make(OwnCases.actor(), Scope.MINE, locale);
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    model.addAttribute(
        "address", ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString());
    return show(model);
  }

  @PostMapping("/my/reminders/end")
  String end() {
    links.end(OwnCases.actor(), Scope.MINE);
    return "redirect:/my/reminders";
  }

  private String show(Model model) {
    model.addAttribute("since", links.of(OwnCases.actor()).get(Scope.MINE));
    return "my/reminders";
  }
}
