package org.smartcorrection.platform.roster;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.AgencyActs;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is on duty when. Everybody who supervises sees it; the head draws it up. */
@Controller
class RosterPages {
  static final String PATH = "/console/duty";
  private static final String DRAW = PATH + "/roster";
  private static final int DAYS = 14;

  private final RosterView view;
  private final RosterForm drawing;
  private final Roster roster;
  private final OnDuty onDuty;
  private final HandingOver handing;
  private final DutyNumbers numbers;
  private final AgencyActs agencyActs;
  private final Jurisdiction jurisdiction;
  private final Clock clock;

  RosterPages(
      RosterView view,
      RosterForm drawing,
      Roster roster,
      OnDuty onDuty,
      HandingOver handing,
      DutyNumbers numbers,
      AgencyActs agencyActs,
      Jurisdiction jurisdiction,
      Clock clock) {
    this.view = view;
    this.drawing = drawing;
    this.roster = roster;
    this.onDuty = onDuty;
    this.handing = handing;
    this.numbers = numbers;
    this.agencyActs = agencyActs;
    this.jurisdiction = jurisdiction;
    this.clock = clock;
  }

  @GetMapping(PATH)
  String page(@RequestParam @Nullable String before, Model model, Locale locale) {
    Form form = Form.empty();
    Optional<String> number = numbers.of(Present.actor().account());
    return show(number.map(own -> form.with("number", own)).orElse(form), before, model, locale);
  }

  private String show(Form form, @Nullable String before, Model model, Locale locale) {
    Actor actor = Present.actor();
    AgencyId custody = jurisdiction.custody(actor);
    model.addAttribute("now", onDuty.now(custody, locale));
    model.addAttribute("rows", view.of(custody, today().minusDays(1), DAYS, locale));
    model.addAttribute("head", actor.headsBureau());
    model.addAttribute("draw", DRAW + "?from=" + today());
    model.addAttribute("form", form);
    model.addAttribute("takesPart", HandingOver.takesPart(actor));
    HandingOver.Shown shown = handing.shown(actor, custody, before, locale);
    model.addAttribute("notes", shown.notes());
    model.addAttribute("mayWrite", shown.mayWrite());
    model.addAttribute(
        "next", shown.next() == null ? null : PATH + "?before=" + shown.next() + "#notes");
    return "roster/duty";
  }

  /** The telephone on which somebody is called to duty; an empty one is forgotten. */
  @PostMapping(PATH + "/number")
  String number(
      HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
    FormReader reader = Form.of(request.getParameterMap()).read("roster");
    String number = reader.textIfAny("number", 30);
    if (!number.isEmpty() && !number.matches("\\+?[0-9][0-9 -]{3,24}"))
      reader.failing("number", "roster.number.wrong");
    if (reader.failed()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(reader.form(), null, model, locale);
    }
    if (number.isEmpty()) numbers.forget(Present.actor().account());
    else numbers.set(Present.actor().account(), number);
    return "redirect:" + PATH;
  }

  /** A note of the turn that goes on, or of the one before it, to the next. */
  @PostMapping(PATH + "/notes")
  String write(
      HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
    FormReader reader = Form.of(request.getParameterMap()).read("roster");
    String words = reader.text("words", 4000);
    Actor actor = Present.actor();
    if (!reader.failed() && !handing.write(actor, jurisdiction.custody(actor), words))
      reader.failing("words", "roster.note.not-on-duty");
    if (reader.failed()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(reader.form(), null, model, locale);
    }
    return "redirect:" + PATH + "#notes";
  }

  @PostMapping(PATH + "/notes/taken")
  String take(HttpServletRequest request) {
    Actor actor = Present.actor();
    String note = Optional.ofNullable(request.getParameter("note")).orElse("");
    handing.take(actor, jurisdiction.custody(actor), note);
    return "redirect:" + PATH + "#notes";
  }

  @GetMapping(DRAW)
  String draw(@RequestParam @Nullable String from, Model model, Locale locale) {
    AgencyId custody = custody();
    LocalDate first = first(from);
    return form(custody, first, drawing.drawn(custody, first), model, locale);
  }

  @PostMapping(DRAW)
  String draw(
      HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
    AgencyId custody = custody();
    FormReader reader = Form.of(request.getParameterMap()).read("roster");
    LocalDate first = first(request.getParameter("from"));
    List<Duty> changed = drawing.changed(custody, first, reader, locale);
    if (reader.failed()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(custody, first, reader.form(), model, locale);
    }
    if (!changed.isEmpty()) roster.drawUp(custody, changed, Present.actor());
    return "redirect:" + PATH;
  }

  private String form(AgencyId custody, LocalDate first, Form form, Model model, Locale locale) {
    model.addAttribute("form", form);
    model.addAttribute("first", first);
    model.addAttribute("turns", drawing.turns(custody, first));
    model.addAttribute("officers", drawing.officers(custody, locale));
    model.addAttribute("deputies", drawing.deputies(custody, locale));
    model.addAttribute("action", DRAW);
    model.addAttribute("earlier", DRAW + "?from=" + first.minusDays(RosterForm.DAYS));
    model.addAttribute("later", DRAW + "?from=" + first.plusDays(RosterForm.DAYS));
    return "roster/draw";
  }

  /** The agency whose head is acting. */
  private AgencyId custody() {
    Actor actor = Present.actor();
    AgencyId custody = jurisdiction.custody(actor);
    if (!agencyActs.unable(custody, actor).isEmpty()) throw new Refused("roster.head");
    return custody;
  }

  /** The Monday of the week in which a day lies; this week where none is readable. */
  private LocalDate first(@Nullable String from) {
    LocalDate day =
        Form.empty()
            .with("from", from == null ? "" : from)
            .read("roster")
            .dateIfAny("from")
            .orElse(today());
    LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
    LocalDate latest = today().plusYears(1);
    return monday.isAfter(latest) ? latest : monday;
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }
}
