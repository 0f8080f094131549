package org.smartcorrection.platform.my;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.smartcorrection.platform.access.Enrolment;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A new PIN, handed over at the counter on a slip that is printed once and kept nowhere. */
@Controller
class PinPages {
  private final Counter counter;
  private final Accounts accounts;
  private final Enrolment enrolment;
  private final Agencies agencies;
  private final Clock clock;

  PinPages(
      Counter counter, Accounts accounts, Enrolment enrolment, Agencies agencies, Clock clock) {
    this.counter = counter;
    this.accounts = accounts;
    this.enrolment = enrolment;
    this.agencies = agencies;
    this.clock = clock;
  }

  @GetMapping("/console/cases/{id}/pin")
  String ask(@PathVariable String id, HttpServletRequest request, Locale locale, Model model) {
    Case in = counter.covered(id);
    counter.show(in, "identity", request, locale, model);
    model.addAttribute("enrolled", accounts.of(in.person()).isPresent());
    return "my/counter-pin";
  }

  /** The answer is the slip itself: a page of its own could be opened again. */
  @PostMapping("/console/cases/{id}/pin")
  String renew(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Case in = counter.covered(id);
    AccountId account = accounts.of(in.person()).orElseThrow(NotFound::new);
    counter.show(in, "identity", request, locale, model);
    model.addAttribute("login", accounts.login(account));
    model.addAttribute("pin", enrolment.newPin(account, Present.actor().account()));
    model.addAttribute("agency", agencies.get(in.agency()).name(locale));
    model.addAttribute("day", LegalCalendar.legalDay(clock.instant()));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return "my/slip-pin";
  }
}
