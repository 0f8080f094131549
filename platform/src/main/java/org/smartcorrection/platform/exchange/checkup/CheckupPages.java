package org.smartcorrection.platform.exchange.checkup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.exchange.Handed;
import org.smartcorrection.platform.exchange.MappingForm;
import org.smartcorrection.platform.exchange.table.Mapping;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.CsvFile;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.Show;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Rules;
import org.smartcorrection.procedure.act.Interpreter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * 体检: an agency's own spreadsheet, looked through in memory. The browser keeps the file and sends
 * it with each step; here nothing of it is kept, not even in the session.
 */
@Controller
class CheckupPages {
  private static final String PAGE = "exchange/checkup";

  private final Law law;
  private final Jurisdiction jurisdiction;
  private final FindingRows rows;
  private final Show show;
  private final Clock clock;

  CheckupPages(Law law, Jurisdiction jurisdiction, FindingRows rows, Show show, Clock clock) {
    this.law = law;
    this.jurisdiction = jurisdiction;
    this.rows = rows;
    this.show = show;
    this.clock = clock;
  }

  @GetMapping("/console/checkup")
  String begin(Model model) {
    model.addAttribute("form", Form.empty());
    return PAGE;
  }

  @PostMapping("/console/checkup")
  String look(
      @RequestParam @Nullable MultipartFile table,
      @RequestParam(defaultValue = "") String step,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    Form form = Form.empty();
    try {
      Handed handed = Handed.read(table);
      // whoever reads a table anew has another one: what was chosen for the last one is void
      Optional<Mapping> chosen =
          step.equals("read") ? Optional.empty() : MappingForm.chosen(request.getParameterMap());
      Mapping mapping =
          chosen.orElseGet(() -> Mapping.suggested(handed.header().cells(), Map.of()));
      model.addAttribute("columns", MappingForm.columns(handed.header(), mapping));
      model.addAttribute("options", MappingForm.options());
      model.addAttribute("read", handed.rows().size());
      if (chosen.isPresent())
        model.addAttribute("seen", rows.of(check(handed, mapping), today(), locale));
    } catch (Refused refused) {
      form = form.failing("table", refused.key(), refused.arguments().toArray());
      // htmx puts a part into the page only when the answer is a success
      if (part == null) response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
    model.addAttribute("form", form);
    return part == null ? PAGE : PAGE + " :: outcome";
  }

  @PostMapping("/console/checkup/csv")
  void download(
      @RequestParam @Nullable MultipartFile table,
      @RequestParam(defaultValue = "UTF_8") CsvFile.Coding coding,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale)
      throws IOException {
    Handed handed = Handed.read(table);
    Mapping mapping =
        MappingForm.chosen(request.getParameterMap())
            .orElseGet(() -> Mapping.suggested(handed.header().cells(), Map.of()));
    Checkup.Result result = check(handed, mapping);
    List<String> header =
        List.of("row", "state", "what", "articles", "cell", "from", "due", "met", "why").stream()
            .map(column -> show.say(Text.of("exchange.checkup.csv." + column)))
            .toList();
    try (var file = CsvFile.of(response, "checkup-" + today() + ".csv", header, coding)) {
      for (Finding finding : result.findings()) file.row(rows.csv(finding, locale));
    }
  }

  private Checkup.Result check(Handed handed, Mapping mapping) {
    AgencyId custody = jurisdiction.custody(Present.actor());
    Rules rules = law.rules(custody);
    var interpreter = new Interpreter(law.definitions(custody), rules, law.calendar());
    var checkup = new Checkup(mapping, interpreter, rules, today());
    handed.rows().forEach(checkup::row);
    return checkup.result();
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }
}
