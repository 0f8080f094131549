package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.feeds.FeedLinks;
import org.smartcorrection.platform.feeds.Scope;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where an officer makes, renews and ends the secret address of their calendar. */
@Controller
class CalendarPage {
  private static final String PATH = ClockFilter.PATH + "/calendar";

  private final FeedLinks links;
  private final Jurisdiction jurisdiction;

  CalendarPage(FeedLinks links, Jurisdiction jurisdiction) {
    this.links = links;
    this.jurisdiction = jurisdiction;
  }

  /**
   * One calendar.
   *
   * @param madeAt when its address was made; {@code null} while it has none
   */
  record Calendar(Scope scope, @Nullable Instant madeAt) {}

  @GetMapping(PATH)
  String calendars(Model model) {
    return show(Present.actor(), model);
  }

  /** Shows the address once: it is on this answer and nowhere else. */
  @PostMapping(PATH)
  String make(@RequestParam Scope scope, Model model, HttpServletResponse response, Locale locale) {
    Actor actor = Present.actor();
    String path = links.make(actor, scope, locale);
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    model.addAttribute("made", scope);
    model.addAttribute(
        "address", ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString());
    return show(actor, model);
  }

  @PostMapping(PATH + "/end")
  String end(@RequestParam Scope scope) {
    links.end(Present.actor(), scope);
    return "redirect:" + PATH;
  }

  private String show(Actor actor, Model model) {
    List<Agency> counties = jurisdiction.reach(actor);
    // an office or a county has one, and nothing to choose
    model.addAttribute("counties", counties.size() > 1 ? counties : List.of());
    Map<Scope, Instant> made = links.of(actor);
    model.addAttribute(
        "calendars",
        Arrays.stream(Scope.values()).map(scope -> new Calendar(scope, made.get(scope))).toList());
    return "desk/calendar";
  }
}
