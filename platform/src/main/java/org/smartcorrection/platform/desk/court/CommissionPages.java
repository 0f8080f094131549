package org.smartcorrection.platform.desk.court;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smartcorrection.platform.access.KeptForms;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.desk.LawSays;
import org.smartcorrection.platform.desk.Uploads;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.procedure.Category;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * A court asks the agency to investigate before it decides (CCL 18, L07): who is considered for
 * which kind of correction, where they would live, and the commission itself.
 */
@Controller
class CommissionPages {
  private static final List<String> PAPERS = List.of("commission", "attachment");
  private static final int LINE = 200;

  private final Refer refer;
  private final Agencies agencies;
  private final Jurisdiction jurisdiction;
  private final KeptForms kept;
  private final Law law;
  private final Clock clock;

  CommissionPages(
      Refer refer,
      Agencies agencies,
      Jurisdiction jurisdiction,
      KeptForms kept,
      Law law,
      Clock clock) {
    this.refer = refer;
    this.agencies = agencies;
    this.jurisdiction = jurisdiction;
    this.kept = kept;
    this.law = law;
    this.clock = clock;
  }

  @GetMapping("/court/assessments/new")
  String blank(Model model, HttpServletRequest request, Locale locale) {
    String usual = agencies.get(jurisdiction.custody(Present.actor())).code();
    Form form =
        kept.take(request)
            .map(waiting -> Form.of(ReferralPages.arrays(waiting.values())))
            .orElseGet(() -> Form.empty().with("agency", usual));
    return form(model, form, List.of(), locale);
  }

  @PostMapping("/court/assessments/new")
  String send(
      Model model, HttpServletRequest request, HttpServletResponse response, Locale locale) {
    FormReader reader = Form.of(request.getParameterMap()).read("desk.refer.field");
    var whom = new PersonReading(reader);
    Optional<Identity> person = whom.person(LegalCalendar.legalDay(clock.instant()));
    Optional<Agency> agency = whom.agency(agencies);
    Facts facts = facts(reader);
    FormReader files = reader.form().read("document");
    List<Upload> papers = Uploads.read(request, PAPERS, files);
    if (reader.failed() || files.failed() || person.isEmpty() || agency.isEmpty())
      return wrong(model, files.form(), List.of(), response, locale);
    try {
      return switch (refer.commission(person.get(), agency.get(), facts, papers, Present.actor())) {
        case Result.Recorded recorded -> "redirect:/court/referrals/" + recorded.in().id();
        case Result.NeedsReason(var reasons) ->
            wrong(model, reader.form(), reasons, response, locale);
        case Result.Refused(var reasons) ->
            wrong(
                model,
                LawSays.beside(reader.form(), reasons, law, locale),
                reasons,
                response,
                locale);
      };
    } catch (Refused refused) {
      Form form =
          reader.form().failing("identityNumber", refused.key(), refused.arguments().toArray());
      return wrong(model, form, List.of(), response, locale);
    }
  }

  private static Facts facts(FormReader reader) {
    Facts facts = Facts.NONE.choice("commissionedBy", "BY_COURT");
    Optional<Category> considered = reader.choice("considered", Category.class);
    if (considered.isPresent()) facts = facts.choice("considered", considered.get());
    for (String words : List.of("commissionNumber", "residence")) {
      String said = reader.text(words, LINE);
      if (!said.isEmpty()) facts = facts.text(words, said);
    }
    return facts;
  }

  private String wrong(
      Model model, Form form, List<Reason> reasons, HttpServletResponse response, Locale locale) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form(model, form, reasons, locale);
  }

  private String form(Model model, Form form, List<Reason> reasons, Locale locale) {
    model.addAttribute("form", form);
    model.addAttribute("refusals", LawSays.rendered(reasons, law, locale));
    model.addAttribute("genders", ReferralPages.choices("MALE", "FEMALE"));
    model.addAttribute(
        "categories",
        ReferralPages.choices(
            "SUSPENDED_SENTENCE", "PUBLIC_SURVEILLANCE", "PAROLE", "TEMPORARY_EXECUTION"));
    model.addAttribute(
        "agencies",
        agencies.ofKind(AgencyKind.CORRECTION_AGENCY).stream()
            .map(agency -> new Option(agency.code(), Text.literal(agency.name(locale))))
            .toList());
    model.addAttribute("papers", PAPERS);
    return "desk/court/commission";
  }
}
