package org.smartcorrection.platform.desk.court;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.smartcorrection.platform.access.KeptForms;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.desk.LawSays;
import org.smartcorrection.platform.desk.Uploads;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The court's form: filled in, then computed and checked, then sent. Documents are chosen in the
 * last step, because a browser forgets them whenever a form comes back.
 */
@Controller
class ReferralPages {
  static final List<String> PAPERS = List.of("judgment", "execution-notice", "attachment");
  private static final String FORM = "desk/court/form";

  private final Refer refer;
  private final Forecast forecast;
  private final Agencies agencies;
  private final Jurisdiction jurisdiction;
  private final KeptForms kept;
  private final Law law;
  private final Clock clock;

  ReferralPages(
      Refer refer,
      Forecast forecast,
      Agencies agencies,
      Jurisdiction jurisdiction,
      KeptForms kept,
      Law law,
      Clock clock) {
    this.refer = refer;
    this.forecast = forecast;
    this.agencies = agencies;
    this.jurisdiction = jurisdiction;
    this.kept = kept;
    this.law = law;
    this.clock = clock;
  }

  /** Also where the other two steps begin anew: what a session's end interrupted waits there. */
  @GetMapping({"/court/referrals/new", "/court/referrals/preview", "/court/referrals"})
  String blank(Model model, HttpServletRequest request, Locale locale) {
    String usual = agencies.get(jurisdiction.custody(Present.actor())).code();
    Form form =
        kept.take(request)
            .map(waiting -> Form.of(arrays(waiting.values())))
            .orElseGet(() -> Form.empty().with("agency", usual));
    return form(model, form, List.of(), locale);
  }

  /** Back from the check, to change what was entered. */
  @PostMapping("/court/referrals/new")
  String again(Model model, HttpServletRequest request, Locale locale) {
    return form(model, Form.of(request.getParameterMap()), List.of(), locale);
  }

  @PostMapping("/court/referrals/preview")
  String preview(
      Model model, HttpServletRequest request, HttpServletResponse response, Locale locale) {
    ReferralReading.Read read = read(request);
    if (read.referral().isEmpty()) return wrong(model, read.form(), List.of(), response, locale);
    Referral referral = read.referral().get();
    try {
      refer.check(referral.person());
    } catch (Refused refused) {
      return wrong(model, refused(read.form(), refused), List.of(), response, locale);
    }
    Forecast.Seen seen = forecast.of(referral, locale);
    if (!seen.refusals().isEmpty())
      return wrong(
          model,
          LawSays.beside(read.form(), seen.refusals(), law, locale),
          seen.refusals(),
          response,
          locale);
    return check(model, read.form(), seen, locale);
  }

  @PostMapping("/court/referrals")
  String send(
      Model model, HttpServletRequest request, HttpServletResponse response, Locale locale) {
    ReferralReading.Read read = read(request);
    if (read.referral().isEmpty()) return wrong(model, read.form(), List.of(), response, locale);
    Referral referral = read.referral().get();
    FormReader files = read.form().read("document");
    List<Upload> uploads = Uploads.read(request, PAPERS, files);
    if (files.failed()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return check(model, files.form(), forecast.of(referral, locale), locale);
    }
    try {
      return switch (refer.refer(referral, uploads, Present.actor())) {
        case Result.Recorded recorded -> "redirect:/court/referrals/" + recorded.in().id();
        case Result.NeedsReason _ -> {
          response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
          Form asked = read.form().failing("overrideReason", "desk.form.reason-needed");
          yield check(model, asked, forecast.of(referral, locale), locale);
        }
        case Result.Refused(var reasons) ->
            wrong(
                model,
                LawSays.beside(read.form(), reasons, law, locale),
                reasons,
                response,
                locale);
      };
    } catch (Refused refused) {
      return wrong(model, refused(read.form(), refused), List.of(), response, locale);
    }
  }

  private ReferralReading.Read read(HttpServletRequest request) {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    return ReferralReading.of(Form.of(request.getParameterMap()), agencies, today);
  }

  private static Form refused(Form form, Refused refused) {
    return form.failing("identityNumber", refused.key(), refused.arguments().toArray());
  }

  private String wrong(
      Model model, Form form, List<Reason> reasons, HttpServletResponse response, Locale locale) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form(model, form, reasons, locale);
  }

  private String form(Model model, Form form, List<Reason> reasons, Locale locale) {
    model.addAttribute("form", form);
    model.addAttribute("refusals", LawSays.rendered(reasons, law, locale));
    model.addAttribute("genders", choices("MALE", "FEMALE"));
    model.addAttribute(
        "categories",
        choices("SUSPENDED_SENTENCE", "PUBLIC_SURVEILLANCE", "PAROLE", "TEMPORARY_EXECUTION"));
    model.addAttribute(
        "penalties", choices("FIXED_TERM", "CRIMINAL_DETENTION", "PUBLIC_SURVEILLANCE", "LIFE"));
    model.addAttribute(
        "agencies",
        agencies.ofKind(AgencyKind.CORRECTION_AGENCY).stream()
            .map(agency -> new Option(agency.code(), Text.literal(agency.name(locale))))
            .toList());
    return FORM;
  }

  private String check(Model model, Form form, Forecast.Seen seen, Locale locale) {
    model.addAttribute("form", form);
    model.addAttribute("seen", seen);
    model.addAttribute("warnings", LawSays.rendered(seen.warnings(), law, locale));
    model.addAttribute("typed", typed(form));
    model.addAttribute("papers", PAPERS);
    return "desk/court/check";
  }

  /** Everything that was typed travels on to the last step, in the body and never in an address. */
  private static Map<String, String> typed(Form form) {
    var typed = new TreeMap<String, String>();
    for (String name : ReferralFields.ALL)
      if (!form.value(name).isEmpty()) typed.put(name, form.value(name));
    return typed;
  }

  static List<Option> choices(String... values) {
    return List.of(values).stream()
        .map(value -> new Option(value, Text.of("choice." + value)))
        .toList();
  }

  static Map<String, String[]> arrays(Map<String, List<String>> values) {
    var arrays = new HashMap<String, String[]>();
    values.forEach((name, given) -> arrays.put(name, given.toArray(String[]::new)));
    return arrays;
  }
}
