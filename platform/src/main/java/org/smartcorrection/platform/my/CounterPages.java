package org.smartcorrection.platform.my;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smartcorrection.platform.access.KeptForms;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.reporting.CheckIns;
import org.smartcorrection.platform.reporting.CheckIns.Outcome;
import org.smartcorrection.platform.reporting.Way;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a person does on a phone, staff do for them: at the counter, by telephone, on a visit. The
 * act is the same, with the same receipt, and a slip to take along: nobody needs a telephone.
 */
@Controller
class CounterPages {
  private static final int LONGEST = 1000;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Counter counter;
  private final CheckIns checkIns;
  private final LeaveForm leaveForm;
  private final KeptForms kept;
  private final Words words;
  private final Clock clock;

  CounterPages(
      Counter counter,
      CheckIns checkIns,
      LeaveForm leaveForm,
      KeptForms kept,
      Words words,
      Clock clock) {
    this.counter = counter;
    this.checkIns = checkIns;
    this.leaveForm = leaveForm;
    this.kept = kept;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/console/cases/{id}/check-in")
  String checkIn(@PathVariable String id, HttpServletRequest request, Locale locale, Model model) {
    ZonedDateTime now = clock.instant().atZone(LegalCalendar.ZONE);
    Form typed = Typed.kept(kept, request);
    Form form =
        typed.value("at").isEmpty()
            ? typed.with("at", now.toLocalDate().toString()).with("at-time", TIME.format(now))
            : typed;
    return checkInPage(counter.covered(id), form, request, locale, model);
  }

  @PostMapping("/console/cases/{id}/check-in")
  Object reported(@PathVariable String id, HttpServletRequest request, Locale locale, Model model) {
    Case in = counter.covered(id);
    FormReader read = Form.of(request.getParameterMap()).read("my.counter");
    Optional<Way> way = read.choice("way", Way.class);
    if (way.filter(Way.BY_STAFF::contains).isEmpty())
      read.failing("way", "shell.form.not-chosen", Text.of("my.counter.way"));
    Optional<Instant> at = read.instant("at");
    String changes = read.textIfAny("changes", LONGEST);
    if (at.filter(clock.instant()::isBefore).isPresent())
      read.failing("at", "my.counter.at.future");
    if (read.failed())
      return Unaccepted.view(checkInPage(in, read.form(), request, locale, model), model);
    var outcome =
        checkIns.report(in, Present.actor(), way.orElseThrow(), at.orElseThrow(), changes);
    return switch (outcome) {
      case Outcome.Received(var act, _) -> "redirect:/slips/" + act.id();
      case Outcome.NothingDue _ -> {
        Form form = read.form().failing("way", "my.check-in.nothing-due");
        yield Unaccepted.view(checkInPage(in, form, request, locale, model), model);
      }
      case Outcome.Refused(var reasons) -> {
        Form form = words.failing(read.form(), reasons, "at", locale);
        yield Unaccepted.view(checkInPage(in, form, request, locale, model), model);
      }
    };
  }

  @GetMapping("/console/cases/{id}/leave/new")
  String leave(@PathVariable String id, HttpServletRequest request, Locale locale, Model model) {
    Form typed = Typed.kept(kept, request);
    return leavePage(counter.covered(id), typed, request, locale, model);
  }

  @PostMapping("/console/cases/{id}/leave/new")
  Object applied(
      @PathVariable String id,
      HttpServletRequest request,
      @RequestParam(name = "proof", required = false) Optional<List<MultipartFile>> files,
      Locale locale,
      Model model) {
    Case in = counter.covered(id);
    Form typed = Form.of(request.getParameterMap());
    return switch (leaveForm.apply(in, Present.actor(), typed, files.orElse(List.of()), locale)) {
      case LeaveForm.Outcome.Applied(var recorded) -> "redirect:/slips/" + recorded.act().id();
      case LeaveForm.Outcome.Again(var again) ->
          Unaccepted.view(leavePage(in, again, request, locale, model), model);
    };
  }

  @GetMapping("/console/cases/{id}/leave/tier")
  String tier(@PathVariable String id, HttpServletRequest request, Locale locale, Model model) {
    Form typed = Form.of(request.getParameterMap());
    model.addAttribute("tier", leaveForm.tier(counter.covered(id), typed, locale));
    return "my/leave-form :: tier";
  }

  private String checkInPage(
      Case in, Form form, HttpServletRequest request, Locale locale, Model model) {
    counter.show(in, "case", request, locale, model);
    model.addAttribute("form", form);
    model.addAttribute("owed", checkIns.owed(in.id()));
    model.addAttribute(
        "ways",
        Way.BY_STAFF.stream()
            .map(way -> new Option(way.name(), Text.of("choice." + way.name())))
            .toList());
    return "my/counter-check-in";
  }

  private String leavePage(
      Case in, Form form, HttpServletRequest request, Locale locale, Model model) {
    counter.show(in, "application", request, locale, model);
    model.addAttribute("form", form);
    model.addAttribute("causes", LeaveForm.causes());
    model.addAttribute("regions", leaveForm.regions(locale));
    model.addAttribute("tier", leaveForm.tier(in, form, locale));
    return "my/counter-leave";
  }
}
