package org.smartcorrection.platform.my;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.platform.access.KeptForms;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.reporting.Leaves;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The person's own leaves: apply, follow, take back, report back. */
@Controller
class LeavePages {
  private static final int LONGEST = 1000;

  private final OwnCases own;
  private final Leaves leaves;
  private final LeaveViews views;
  private final LeaveForm form;
  private final KeptForms kept;
  private final Words words;
  private final Clock clock;

  LeavePages(
      OwnCases own,
      Leaves leaves,
      LeaveViews views,
      LeaveForm form,
      KeptForms kept,
      Words words,
      Clock clock) {
    this.own = own;
    this.leaves = leaves;
    this.views = views;
    this.form = form;
    this.kept = kept;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/my/leave")
  String all(Locale locale, Model model) {
    model.addAttribute("leaves", views.of(own.current(), locale));
    return "my/leaves";
  }

  @GetMapping("/my/leave/new")
  String blank(HttpServletRequest request, Locale locale, Model model) {
    return page(Typed.kept(kept, request), locale, model);
  }

  @PostMapping("/my/leave/new")
  Object apply(
      HttpServletRequest request,
      @RequestParam(name = "proof", required = false) Optional<List<MultipartFile>> files,
      Locale locale,
      Model model) {
    Form typed = Form.of(request.getParameterMap());
    var outcome =
        form.apply(own.current(), OwnCases.actor(), typed, files.orElse(List.of()), locale);
    return switch (outcome) {
      case LeaveForm.Outcome.Applied(var recorded) ->
          "redirect:/my/leave/" + recorded.instance().id();
      case LeaveForm.Outcome.Again(var again) -> Unaccepted.view(page(again, locale, model), model);
    };
  }

  /** Who would decide, asked for while the days are being chosen. */
  @GetMapping("/my/leave/tier")
  String tier(HttpServletRequest request, Locale locale, Model model) {
    Form typed = Form.of(request.getParameterMap());
    model.addAttribute("tier", form.tier(own.current(), typed, locale));
    return "my/leave-form :: tier";
  }

  @GetMapping("/my/leave/{id}")
  String one(@PathVariable UUID id, HttpServletRequest request, Locale locale, Model model) {
    Form typed = Typed.kept(kept, request);
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    boolean said = !typed.value("returnedOn").isEmpty();
    Form form = said ? typed : typed.with("returnedOn", today.toString());
    return status(id, form, locale, model);
  }

  @PostMapping("/my/leave/{id}/take-back")
  String takeBack(@PathVariable UUID id) {
    // decided meanwhile: the page shows what was decided
    Result _ = leaves.takeBack(own.own(id, "leave"), OwnCases.actor());
    return "redirect:/my/leave/" + id;
  }

  @PostMapping("/my/leave/{id}/back")
  Object back(@PathVariable UUID id, HttpServletRequest request, Locale locale, Model model) {
    Running leave = own.own(id, "leave");
    FormReader read = Form.of(request.getParameterMap()).read("my.leave");
    Optional<LocalDate> returnedOn = read.date("returnedOn");
    boolean late = returnedOn.filter(day -> Leaves.late(leave, day)).isPresent();
    String reason = late ? read.text("lateReason", LONGEST) : "";
    if (read.failed()) return Unaccepted.view(status(id, read.form(), locale, model), model);
    return switch (leaves.back(leave, OwnCases.actor(), returnedOn.orElseThrow(), reason)) {
      case Result.Recorded _ -> "redirect:/my/leave/" + id;
      case Result.Refused(var reasons) -> again(id, read.form(), reasons, locale, model);
      case Result.NeedsReason(var reasons) -> again(id, read.form(), reasons, locale, model);
    };
  }

  private Object again(UUID id, Form typed, List<Reason> reasons, Locale locale, Model model) {
    Form failing = words.failing(typed, reasons, "returnedOn", locale);
    return Unaccepted.view(status(id, failing, locale, model), model);
  }

  private String status(UUID id, Form typed, Locale locale, Model model) {
    Case in = own.current();
    model.addAttribute("leave", views.of(in, own.own(id, "leave"), locale));
    model.addAttribute("form", typed);
    return "my/leave";
  }

  private String page(Form typed, Locale locale, Model model) {
    model.addAttribute("form", typed);
    model.addAttribute("causes", LeaveForm.causes());
    model.addAttribute("regions", this.form.regions(locale));
    model.addAttribute("tier", form.tier(own.current(), typed, locale));
    return "my/leave-new";
  }
}
