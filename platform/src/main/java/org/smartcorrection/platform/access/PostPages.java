package org.smartcorrection.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes the post in which somebody acts, the purpose for which they look, or the county. */
@Controller
class PostPages {
  /** A page of ours, and nothing of another host. */
  private static final Pattern PAGE = Pattern.compile("(/[a-z0-9-]+)+");

  private final Accounts accounts;
  private final Sessions sessions;
  private final Trail trail;
  private final Jurisdiction jurisdiction;
  private final Clock clock;

  PostPages(
      Accounts accounts, Sessions sessions, Trail trail, Jurisdiction jurisdiction, Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.trail = trail;
    this.jurisdiction = jurisdiction;
    this.clock = clock;
  }

  @PostMapping("/post")
  String post(@RequestParam String post, HttpServletRequest request, HttpServletResponse response) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    Actor actor =
        accounts
            .acting(Present.actor().account(), PostId.of(post), today)
            .orElseThrow(NotFound::new);
    sessions.become(request, response, actor);
    trail.note(actor.account(), "post-changed", actor.post().toString());
    return "redirect:" + Sessions.home(actor.role());
  }

  @PostMapping("/county")
  String county(
      @RequestParam String county, HttpServletRequest request, HttpServletResponse response) {
    Actor actor = Present.actor();
    AgencyId next =
        jurisdiction.counties(actor.agency()).stream()
            .map(Agency::id)
            .filter(AgencyId.of(county)::equals)
            .findFirst()
            .orElseThrow(NotFound::new);
    sessions.goOn(request, response, actor.lookingAt(next));
    trail.note(actor.account(), "county-changed", next.toString());
    return "redirect:" + Sessions.home(actor.role());
  }

  @GetMapping("/purpose")
  String purposes(
      @RequestParam(defaultValue = "") String then, HttpServletRequest request, Model model) {
    boolean places = PAGE.matcher(then).matches();
    ReadPurpose now = Sessions.purpose(request, Present.actor());
    model.addAttribute("form", Form.empty().with("purpose", now.name()));
    model.addAttribute(
        "purposes",
        Arrays.stream(ReadPurpose.values())
            .filter(purpose -> purpose.opensPlaces() || !places)
            .map(purpose -> new Option(purpose.name(), Text.of(purpose.key())))
            .toList());
    model.addAttribute("places", places);
    model.addAttribute("then", places ? then : null);
    return "access/purpose";
  }

  @PostMapping("/purpose")
  String purpose(
      @RequestParam ReadPurpose purpose,
      @RequestParam(defaultValue = "") String then,
      HttpServletRequest request) {
    Sessions.purpose(request, purpose);
    trail.note(Present.actor().account(), "purpose-changed", purpose.name());
    if (PAGE.matcher(then).matches()) return "redirect:" + then;
    return "redirect:" + Sessions.home(Present.actor().role());
  }
}
