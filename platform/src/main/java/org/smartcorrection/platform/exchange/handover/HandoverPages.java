package org.smartcorrection.platform.exchange.handover;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.exchange.Handed;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The file for a mandated platform: what it would bring, the file, and theirs read back. */
@Controller
class HandoverPages {
  private static final int LISTED = 20;
  private static final int SHOWN = 100;
  private static final int LONGEST_REASON = 300;

  private final Formats formats;
  private final Caseload caseload;
  private final Handovers handovers;
  private final ReadBack readBack;
  private final Summaries summaries;
  private final People people;
  private final Looks looks;
  private final Agencies agencies;
  private final Jurisdiction jurisdiction;
  private final Clock clock;

  HandoverPages(
      Formats formats,
      Caseload caseload,
      Handovers handovers,
      ReadBack readBack,
      Summaries summaries,
      People people,
      Looks looks,
      Agencies agencies,
      Jurisdiction jurisdiction,
      Clock clock) {
    this.formats = formats;
    this.caseload = caseload;
    this.handovers = handovers;
    this.readBack = readBack;
    this.summaries = summaries;
    this.people = people;
    this.looks = looks;
    this.agencies = agencies;
    this.jurisdiction = jurisdiction;
    this.clock = clock;
  }

  /** One case that is new, changed or gone. */
  record Line(String name, String number, @Nullable String href, Difference difference) {}

  @GetMapping("/console/handover")
  String list(@RequestParam @Nullable String before, Model model) {
    AgencyId custody = custody();
    model.addAttribute("formats", formats.of(custody));
    model.addAttribute("made", handovers.of(custody, before, LISTED));
    model.addAttribute("first", before == null);
    return "exchange/handovers";
  }

  @GetMapping("/console/handover/{format}")
  String show(@PathVariable String format, Model model, HttpServletRequest request, Locale locale) {
    return page(
        formats.get(custody(), format),
        begun(formats.get(custody(), format)),
        model,
        request,
        locale);
  }

  /** With the kind of file that the agency made last in this format, if it still can. */
  private Form begun(Format format) {
    List<RowFile.Kind> kinds = format.kinds();
    RowFile.Kind kind =
        handovers.last(custody(), format).filter(kinds::contains).orElse(kinds.getFirst());
    return Form.empty().with("kind", kind.name()).with("what", "all");
  }

  private String page(
      Format format, Form form, Model model, HttpServletRequest request, Locale locale) {
    Caseload.Report report = caseload.report(custody(), format, SHOWN);
    model.addAttribute("format", format);
    model.addAttribute("report", report);
    model.addAttribute("lines", lines(report, request, locale));
    model.addAttribute(
        "kinds",
        format.kinds().stream()
            .map(kind -> new Option(kind.name(), Text.of("exchange.handover.kind." + kind)))
            .toList());
    model.addAttribute(
        "whats",
        List.of("all", "changes").stream()
            .map(what -> new Option(what, Text.of("exchange.handover.what." + what)))
            .toList());
    model.addAttribute("kindsOfDifference", Difference.Kind.values());
    int differing =
        report.count(Difference.Kind.NEW)
            + report.count(Difference.Kind.CHANGED)
            + report.count(Difference.Kind.GONE);
    model.addAttribute("more", differing - report.first().size());
    model.addAttribute("form", form);
    return "exchange/handover";
  }

  /** Writes the file; without a reason there is none. */
  @PostMapping("/console/handover/{format}/file")
  @Nullable ModelAndView file(
      @PathVariable String format,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale)
      throws IOException {
    Actor actor = Present.actor();
    Format chosen = formats.get(custody(), format);
    Form form = Form.of(request.getParameterMap());
    String reason = form.value("reason").strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON)
      form = form.failing("reason", "exchange.handover.reason.missing", LONGEST_REASON);
    Optional<RowFile.Kind> kind =
        chosen.kinds().stream()
            .filter(one -> one.name().equals(request.getParameter("kind")))
            .findFirst();
    if (kind.isEmpty()) form = form.failing("kind", "exchange.handover.kind.missing");
    if (form.hasErrors() || kind.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return new ModelAndView(page(chosen, form, model, request, locale), model.asMap());
    }
    var order =
        new Handovers.Order(
            custody(),
            chosen,
            kind.get(),
            form.holds("what", "changes"),
            reason,
            actor,
            Sessions.purpose(request, actor));
    String name = chosen.id() + "-" + LegalCalendar.legalDay(clock.instant());
    try (RowFile file = RowFile.of(kind.get(), response, name, chosen)) {
      handovers.write(order, file);
    }
    return null;
  }

  /** Their file, read in memory and forgotten. */
  @PostMapping("/console/handover/{format}/back")
  String back(
      @PathVariable String format,
      @RequestParam @Nullable MultipartFile table,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    Actor actor = Present.actor();
    Format chosen = formats.get(custody(), format);
    model.addAttribute("format", chosen);
    try {
      ReadBack.Report report = readBack.of(custody(), chosen, Handed.read(table));
      looks.record(actor, Sessions.purpose(request, actor), "list", report.people());
      model.addAttribute("report", report);
      model.addAttribute("names", names(report.people(), locale));
      model.addAttribute("ours", report.onlyOurs().stream().limit(ReadBack.SHOWN).toList());
      model.addAttribute("theirs", report.onlyTheirs().stream().limit(ReadBack.SHOWN).toList());
      return "exchange/handover-back";
    } catch (Refused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      Form form = begun(chosen).failing("table", refused.key(), refused.arguments().toArray());
      return page(chosen, form, model, request, locale);
    }
  }

  private List<Line> lines(Caseload.Report report, HttpServletRequest request, Locale locale) {
    Actor actor = Present.actor();
    Map<CaseId, Summary> cases =
        summaries.all(report.first().stream().map(Caseload.Line::caseId).toList());
    List<PersonId> shown = cases.values().stream().map(Summary::person).toList();
    Map<PersonId, String> names = names(shown, locale);
    looks.record(actor, Sessions.purpose(request, actor), "list", shown);
    return report.first().stream()
        .map(
            line -> {
              @Nullable Summary in = cases.get(line.caseId());
              if (in == null) return new Line("–", "–", null, line.difference());
              return new Line(
                  names.getOrDefault(in.person(), in.number()),
                  in.number(),
                  "/console/cases/" + in.caseId(),
                  line.difference());
            })
        .toList();
  }

  private Map<PersonId, String> names(List<PersonId> of, Locale locale) {
    Map<PersonId, Identity> known = people.all(of);
    return known.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().name(locale)));
  }

  /** The agency whose caseload the actor keeps. */
  private AgencyId custody() {
    AgencyId custody = jurisdiction.custody(Present.actor());
    if (agencies.get(custody).kind() != AgencyKind.CORRECTION_AGENCY) throw new NotFound();
    return custody;
  }
}
