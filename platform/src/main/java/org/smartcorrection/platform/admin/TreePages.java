package org.smartcorrection.platform.admin;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The organisation as a tree, as it is, was or is planned to be on a day: for the administrator to
 * change, and for all staff to read.
 */
@Controller
class TreePages {
  private final OrganisationTree tree;
  private final Agencies agencies;
  private final Jurisdiction jurisdiction;
  private final Clock clock;

  TreePages(OrganisationTree tree, Agencies agencies, Jurisdiction jurisdiction, Clock clock) {
    this.tree = tree;
    this.agencies = agencies;
    this.jurisdiction = jurisdiction;
    this.clock = clock;
  }

  /** The administrator's: of any correction agency, their own first. */
  @GetMapping("/admin/organisation")
  String kept(
      @RequestParam @Nullable String agency,
      @RequestParam @Nullable String on,
      Model model,
      Locale locale) {
    @Nullable Agency custody = agency == null ? own(Present.actor()) : correction(agency);
    List<Agency> all = agencies.ofKind(AgencyKind.CORRECTION_AGENCY);
    model.addAttribute("custodies", all);
    if (custody == null && !all.isEmpty()) custody = all.getFirst();
    return page(custody, on, true, model, locale);
  }

  /** What all staff read: their own area. */
  @GetMapping("/organisation")
  String read(@RequestParam @Nullable String on, Model model, Locale locale) {
    Actor actor = Present.actor();
    model.addAttribute(
        "committee", actor.role() == Role.AGENCY_OFFICER || actor.role() == Role.BUREAU_HEAD);
    return page(own(actor), on, false, model, locale);
  }

  private String page(
      @Nullable Agency custody, @Nullable String on, boolean keeps, Model model, Locale locale) {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    LocalDate day = on == null || on.isBlank() ? today : day(on);
    model.addAttribute("custody", custody);
    model.addAttribute("keeps", keeps);
    model.addAttribute("day", day);
    model.addAttribute("today", day.equals(today));
    if (custody != null) model.addAttribute("area", tree.of(custody, day, locale, keeps));
    return "admin/organisation";
  }

  /** The correction agency of the reader's area; {@code null} where the area has none. */
  private @Nullable Agency own(Actor actor) {
    Agency found = agencies.get(jurisdiction.custody(actor));
    boolean near =
        found.shortCode().equals(actor.agency().shortCode())
            || actor.role() == Role.CITY_AGENCY
            || found.id().equals(actor.agency().id());
    return near && found.kind() == AgencyKind.CORRECTION_AGENCY ? found : null;
  }

  private Agency correction(String id) {
    Agency agency = agencies.get(AgencyId.of(id));
    if (agency.kind() != AgencyKind.CORRECTION_AGENCY) throw new NotFound();
    return agency;
  }

  private static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException _) {
      throw new NotFound();
    }
  }
}
