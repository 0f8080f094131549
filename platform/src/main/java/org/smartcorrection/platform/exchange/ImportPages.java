package org.smartcorrection.platform.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.evidence.DestroyedKeys;
import org.smartcorrection.platform.exchange.table.Field;
import org.smartcorrection.platform.exchange.table.Mapping;
import org.smartcorrection.platform.exchange.table.TableRow;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.CsvFile;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.Show;
import org.smartcorrection.platform.shell.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** An existing caseload comes in: read, its columns confirmed, tried, taken over, reported. */
@Controller
class ImportPages {
  private static final int LISTED = 20;
  private static final int ERRORS = 50;

  private final Imports imports;
  private final ImportRows rows;
  private final DryRun dryRun;
  private final Remembered remembered;
  private final DestroyedKeys destroyed;
  private final Agencies agencies;
  private final Jurisdiction jurisdiction;
  private final Show show;

  ImportPages(
      Imports imports,
      ImportRows rows,
      DryRun dryRun,
      Remembered remembered,
      DestroyedKeys destroyed,
      Agencies agencies,
      Jurisdiction jurisdiction,
      Show show) {
    this.imports = imports;
    this.rows = rows;
    this.dryRun = dryRun;
    this.remembered = remembered;
    this.destroyed = destroyed;
    this.agencies = agencies;
    this.jurisdiction = jurisdiction;
    this.show = show;
  }

  /** One thing that is wrong, with what to do. */
  record Line(int row, Text field, String cell, Text what, Text todo) {}

  @GetMapping("/console/import")
  String begin(Model model) {
    return begin(model, Form.empty());
  }

  private String begin(Model model, Form form) {
    model.addAttribute("form", form);
    model.addAttribute("imports", imports.of(custody(), LISTED));
    model.addAttribute("forgotten", destroyed.of(custody(), LISTED));
    return "exchange/imports";
  }

  @PostMapping("/console/import")
  String upload(
      @RequestParam @Nullable MultipartFile table, HttpServletResponse response, Model model) {
    try {
      UUID id = imports.begin(Handed.read(table), custody(), Present.actor());
      return to(id);
    } catch (Refused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return begin(
          model, Form.empty().failing("table", refused.key(), refused.arguments().toArray()));
    }
  }

  @GetMapping("/console/import/{id}")
  String show(@PathVariable String id, @RequestParam @Nullable String after, Model model) {
    return show(find(id), after, Form.empty(), model);
  }

  private String show(Import in, @Nullable String after, Form form, Model model) {
    model.addAttribute("in", in);
    model.addAttribute("form", form);
    model.addAttribute("first", after == null);
    model.addAttribute("taken", in.rows() - in.refused());
    switch (in.state()) {
      case READ, TRIED -> {
        TableRow header = imports.header(in.id());
        Mapping mapping =
            Optional.ofNullable(in.mapping())
                .orElseGet(() -> Mapping.suggested(header.cells(), remembered.of(in.custody())));
        model.addAttribute("columns", MappingForm.columns(header, mapping));
        model.addAttribute("options", MappingForm.options());
      }
      case RUNNING, DONE -> {}
    }
    model.addAttribute("errorsInAll", rows.countErrors(in.id()));
    model.addAttribute("errors", errors(in.id(), after));
    return "exchange/import";
  }

  @PostMapping("/console/import/{id}/columns")
  String columns(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Import in = find(id);
    if (in.state() != Import.State.READ && in.state() != Import.State.TRIED) return to(in.id());
    try {
      Mapping mapping =
          MappingForm.chosen(request.getParameterMap())
              .orElseThrow(() -> new Refused("exchange.mapping.empty"));
      for (Field field : List.of(Field.NAME, Field.IDENTITY_NUMBER, Field.CATEGORY))
        if (!mapping.has(field))
          throw new Refused("exchange.mapping.missing", Text.of("exchange.field." + field));
      remembered.remember(in.custody(), imports.header(in.id()), mapping);
      dryRun.run(in, mapping, Present.actor());
      return to(in.id());
    } catch (Refused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      Form form = Form.empty().failing("columns", refused.key(), refused.arguments().toArray());
      return show(in, null, form, model);
    }
  }

  @PostMapping("/console/import/{id}/run")
  String run(@PathVariable String id) {
    Import in = find(id);
    if (in.able() > 0) imports.start(in.id());
    return to(in.id());
  }

  @PostMapping("/console/import/{id}/discard")
  String discard(@PathVariable String id) {
    Import in = find(id);
    imports.delete(in.id());
    if (in.state() != Import.State.RUNNING) imports.destroyKey(in.id());
    return "redirect:/console/import";
  }

  /** How far it is: asked again and again by the page while it runs. */
  @GetMapping("/console/import/{id}/progress")
  String progress(@PathVariable String id, HttpServletResponse response, Model model) {
    Import in = find(id);
    model.addAttribute("in", in);
    // when it has ended, the whole page says more than its bar
    if (in.state() == Import.State.DONE) response.setHeader("HX-Refresh", "true");
    return "exchange/import :: progress";
  }

  @GetMapping("/console/import/{id}/errors.csv")
  void download(
      @PathVariable String id,
      @RequestParam(defaultValue = "UTF_8") CsvFile.Coding coding,
      HttpServletResponse response)
      throws IOException {
    Import in = find(id);
    List<String> header =
        List.of("row", "cell", "field", "what", "todo").stream()
            .map(column -> show.say(Text.of("exchange.error." + column)))
            .toList();
    try (var file = CsvFile.of(response, "errors-" + in.id() + ".csv", header, coding)) {
      int row = -1;
      String field = "";
      for (List<ImportRows.Fault> piece = rows.errors(in.id(), row, field, 1000);
          !piece.isEmpty();
          piece = rows.errors(in.id(), row, field, 1000)) {
        for (ImportRows.Fault fault : piece) {
          Line line = line(fault);
          file.row(
              List.of(
                  Integer.toString(line.row()),
                  line.cell(),
                  show.say(line.field()),
                  show.say(line.what()),
                  show.say(line.todo())));
        }
        row = piece.getLast().number();
        field = piece.getLast().field();
      }
    }
  }

  /** The columns that an import knows, by the names that it knows for certain. */
  @GetMapping("/console/import/template.csv")
  void template(
      @RequestParam(defaultValue = "UTF_8") CsvFile.Coding coding, HttpServletResponse response)
      throws IOException {
    List<String> names =
        List.of(
                Field.NAME,
                Field.IDENTITY_NUMBER,
                Field.GENDER,
                Field.BORN,
                Field.CATEGORY,
                Field.OFFENCE,
                Field.ORGAN,
                Field.NUMBER,
                Field.PAPER,
                Field.JUDGED,
                Field.EFFECTIVE,
                Field.TERM_FROM,
                Field.TERM_UNTIL,
                Field.REPORTED,
                Field.ADDRESS,
                Field.PHONE,
                Field.OFFICE)
            .stream()
            .map(Field::chinese)
            .toList();
    try (var _ = CsvFile.of(response, "template.csv", names, coding)) {}
  }

  private Slice<Line> errors(UUID id, @Nullable String after) {
    String key = after == null || !after.matches("\\d{1,7}/[A-Z_]{2,30}") ? "-1/" : after;
    int divide = key.indexOf('/');
    List<ImportRows.Fault> found =
        rows.errors(
            id, Integer.parseInt(key.substring(0, divide)), key.substring(divide + 1), ERRORS + 1);
    return Slice.of(found, ERRORS, fault -> fault.number() + "/" + fault.field())
        .map(ImportPages::line);
  }

  private static Line line(ImportRows.Fault fault) {
    Object argument = fault.argument() == null ? "" : fault.argument();
    return new Line(
        fault.number(),
        Text.of("exchange.field." + fault.field()),
        fault.cell(),
        Text.of("exchange.wrong." + fault.key(), argument),
        Text.of("exchange.do." + fault.key(), argument));
  }

  private Import find(String id) {
    return imports.get(CaseId.of(id).value(), custody());
  }

  /** The agency whose caseload the actor keeps. */
  private AgencyId custody() {
    Actor actor = Present.actor();
    AgencyId custody = jurisdiction.custody(actor);
    if (agencies.get(custody).kind() != AgencyKind.CORRECTION_AGENCY) throw new NotFound();
    return custody;
  }

  private static String to(UUID id) {
    return "redirect:/console/import/" + id;
  }
}
