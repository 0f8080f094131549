package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.LocalNumber;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Family;
import org.smartcorrection.procedure.chart.Bpmn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The law as the platform follows it: each procedure as a picture, with its articles and the
 * numbers in force. It is nobody's secret, so anybody may read it; whoever supervises sees in it
 * what runs.
 */
@Controller
class ProcedurePages {
  private static final MediaType BPMN = new MediaType("application", "xml", StandardCharsets.UTF_8);

  private final Law law;
  private final ReadersNumbers readers;
  private final Instances instances;
  private final OpenRuns openRuns;
  private final Jurisdiction jurisdiction;
  private final Clock clock;

  /** Drawn once: they change with the program, and with the numbers that an agency sets. */
  private final Map<Drawn, ProcedureView> drawn = new ConcurrentHashMap<>();

  private record Drawn(String procedure, int version, Locale locale, List<LocalNumber> numbers) {}

  ProcedurePages(
      Law law,
      ReadersNumbers readers,
      Instances instances,
      OpenRuns openRuns,
      Jurisdiction jurisdiction,
      Clock clock) {
    this.law = law;
    this.readers = readers;
    this.instances = instances;
    this.openRuns = openRuns;
    this.jurisdiction = jurisdiction;
    this.clock = clock;
  }

  /**
   * A procedure in the list.
   *
   * @param open how many of it run where the reader supervises
   */
  record Listed(String id, Family family, int acts, int deadlines, int open) {}

  @GetMapping("/law")
  String all(Model model) {
    Map<String, Integer> open =
        reader()
            .map(actor -> instances.tally(jurisdiction.custody(actor), Jurisdiction.office(actor)))
            .orElse(Map.of());
    model.addAttribute(
        "families",
        inForce().stream()
            .map(
                procedure ->
                    new Listed(
                        procedure.id(),
                        procedure.family(),
                        procedure.acts().size(),
                        procedure.deadlines().size(),
                        open.getOrDefault(procedure.id(), 0)))
            .collect(Collectors.groupingBy(Listed::family, TreeMap::new, Collectors.toList())));
    model.addAttribute("supervises", reader().isPresent());
    model.addAttribute("own", NumbersPages.agencyReads());
    return "desk/law";
  }

  @GetMapping("/law/{procedure}")
  String one(
      @PathVariable String procedure,
      @RequestParam @Nullable String before,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    Definition definition = definition(procedure);
    model.addAttribute("procedure", view(definition, locale));
    model.addAttribute("own", NumbersPages.agencyReads());
    model.addAttribute("supervises", reader().isPresent());
    reader()
        .ifPresent(
            actor ->
                model.addAttribute(
                    "runs",
                    openRuns.of(procedure, definition.version(), actor, before, request, locale)));
    model.addAttribute("first", before == null);
    return "desk/procedure";
  }

  /** For the tools that draw and compare processes. */
  @GetMapping("/law/{procedure}/bpmn")
  ResponseEntity<byte[]> bpmn(@PathVariable String procedure, Locale locale) {
    Definition definition = definition(procedure);
    byte[] xml =
        Bpmn.xml(definition, ProcedureView.wording(law, readers.today().rules(), locale))
            .getBytes(StandardCharsets.UTF_8);
    String name = definition.id() + "-" + definition.version() + ".bpmn";
    return ResponseEntity.ok()
        .contentType(BPMN)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(xml);
  }

  private ProcedureView view(Definition definition, Locale locale) {
    ReadersNumbers.Shown shown = readers.today();
    List<LocalNumber> numbers = shown.own().inForce(shown.day());
    return drawn.computeIfAbsent(
        new Drawn(definition.id(), definition.version(), locale, numbers),
        _ -> ProcedureView.of(definition, law, ProcedureView.wording(law, shown.rules(), locale)));
  }

  private Definition definition(String procedure) {
    List<Definition> found =
        inForce().stream().filter(definition -> definition.id().equals(procedure)).toList();
    if (found.isEmpty()) throw new NotFound();
    return found.getFirst();
  }

  /** As the agency follows it with which the reader has to do. */
  private List<Definition> inForce() {
    return readers
        .today()
        .agency()
        .map(agency -> law.inForce(agency.id(), today()))
        .orElseGet(() -> law.inForce(today()));
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }

  /** Whoever supervises, or supervises those who do. */
  private static Optional<Actor> reader() {
    return Present.find().filter(OpenRuns::mayRead);
  }
}
