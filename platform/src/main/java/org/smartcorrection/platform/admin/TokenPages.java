package org.smartcorrection.platform.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.smartcorrection.platform.access.ApiTokens;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Staffing;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Tokens with which another system acts in one post of an agency: issued once, and ended. */
@Controller
class TokenPages {
  private static final List<Integer> DAYS = List.of(30, 90, 180, 365);

  private final Agencies agencies;
  private final Staffing staffing;
  private final ApiTokens tokens;
  private final Trail trail;
  private final Clock clock;

  TokenPages(Agencies agencies, Staffing staffing, ApiTokens tokens, Trail trail, Clock clock) {
    this.agencies = agencies;
    this.staffing = staffing;
    this.tokens = tokens;
    this.trail = trail;
    this.clock = clock;
  }

  @GetMapping("/admin/agencies/{id}/tokens")
  String list(@PathVariable String id, Model model, Locale locale) {
    return page(agencies.get(AgencyId.of(id)), Form.empty(), model, locale);
  }

  /** Answers with the token, which is shown this once and kept nowhere. */
  @PostMapping("/admin/agencies/{id}/tokens")
  String issue(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    Agency agency = agencies.get(AgencyId.of(id));
    FormReader read = Form.of(request.getParameterMap()).read("admin.token");
    String purpose = read.text("purpose", 80);
    String days = read.text("days", 3);
    String holder = read.text("holder", 80);
    Optional<Staffing.Held> held =
        held(agency).stream().filter(one -> key(one).equals(holder)).findFirst();
    Optional<Integer> life = DAYS.stream().filter(one -> one.toString().equals(days)).findFirst();
    if (!holder.isEmpty() && held.isEmpty()) read.failing("holder", "admin.token.holder.unknown");
    if (read.failed() || held.isEmpty() || life.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(agency, read.form(), model, locale);
    }
    response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
    Duration until = Duration.ofDays(life.get());
    model.addAttribute(
        "issued",
        tokens.issue(
            Objects.requireNonNull(held.get().account()), held.get().post(), purpose, until));
    trail.note(Present.actor().account(), "token-issued", String.valueOf(held.get().login()));
    return page(agency, Form.empty(), model, locale);
  }

  @PostMapping("/admin/agencies/{id}/tokens/{token}/end")
  String end(@PathVariable String id, @PathVariable String token) {
    Agency agency = agencies.get(AgencyId.of(id));
    var meant = CaseId.of(token).value();
    boolean here =
        held(agency).stream()
            .flatMap(held -> tokens.of(held.post()).stream())
            .anyMatch(one -> one.id().equals(meant));
    if (!here) throw new NotFound();
    tokens.end(meant);
    trail.note(Present.actor().account(), "token-ended", token);
    return "redirect:/admin/agencies/" + agency.id() + "/tokens";
  }

  private String page(Agency agency, Form form, Model model, Locale locale) {
    List<Staffing.Held> held = held(agency);
    model.addAttribute("agency", agency);
    model.addAttribute("form", form);
    model.addAttribute(
        "holders",
        held.stream()
            .map(one -> new Option(key(one), Text.literal(one.title(locale) + " · " + one.login())))
            .toList());
    model.addAttribute(
        "lives",
        DAYS.stream()
            .map(days -> new Option(days.toString(), Text.of("admin.token.days.of", days)))
            .toList());
    model.addAttribute(
        "tokens", held.stream().flatMap(one -> lines(one, locale).stream()).toList());
    return "admin/tokens";
  }

  /** A token with the post that it acts in. */
  record Line(ApiTokens.Token token, String title, String login) {}

  private List<Line> lines(Staffing.Held held, Locale locale) {
    return tokens.of(held.post()).stream()
        .filter(token -> token.account().equals(held.account()))
        .map(token -> new Line(token, held.title(locale), String.valueOf(held.login())))
        .toList();
  }

  /** Whoever could act by a token: an account that is not disabled, in a post that it holds. */
  private List<Staffing.Held> held(Agency agency) {
    return staffing.of(agency.id(), LegalCalendar.legalDay(clock.instant())).stream()
        .filter(held -> held.account() != null && !held.disabled())
        .toList();
  }

  private static String key(Staffing.Held held) {
    return held.post() + "~" + held.account();
  }
}
