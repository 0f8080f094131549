package org.smartcorrection.platform.figures;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.shell.CsvFile;
import org.smartcorrection.platform.shell.Show;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.shell.XlsxFile;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 统计: the tables of a period, the cases behind each figure, and the tables as files. */
@Controller
class StatisticsPages {
  private final Scopes scopes;
  private final Reports reports;
  private final BehindRows behindRows;
  private final Book book;
  private final Show show;
  private final Clock clock;

  StatisticsPages(
      Scopes scopes, Reports reports, BehindRows behindRows, Book book, Show show, Clock clock) {
    this.scopes = scopes;
    this.reports = reports;
    this.behindRows = behindRows;
    this.book = book;
    this.show = show;
    this.clock = clock;
  }

  @GetMapping({"/console/statistics", "/oversight/statistics"})
  String statistics(Model model, HttpServletRequest request, Locale locale) {
    List<Scope> all = scopes.of(Present.actor(), today(), locale);
    Links links = links(all, request);
    model.addAttribute("links", links);
    model.addAttribute("report", reports.of(links, locale));
    model.addAttribute("scopes", all);
    model.addAttribute("periods", Period.choices(today()));
    model.addAttribute("filled", book.progress().filled());
    model.addAttribute("recounts", book.recounts(links.scope().agencies()));
    section(model);
    return "figures/statistics";
  }

  @GetMapping({"/console/statistics/cases", "/oversight/statistics/cases"})
  String behind(
      @RequestParam @Nullable String after,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    Actor actor = Present.actor();
    Links links = links(scopes.of(actor, today(), locale), request);
    Behind behind = Behind.read(request);
    ReadPurpose purpose =
        actor.role() == Role.PROSECUTOR
            ? ReadPurpose.PROCURATORIAL_SUPERVISION
            : Sessions.purpose(request, actor);
    Slice<BehindRow> page = behindRows.of(behind, links, actor, purpose, after, locale);
    String address = links.of(behind);
    model.addAttribute("links", links);
    model.addAttribute("words", behind.words());
    model.addAttribute("page", page);
    model.addAttribute("moved", page.rows().stream().anyMatch(row -> row.day() != null));
    model.addAttribute("first", after == null ? null : address);
    model.addAttribute("next", page.next() == null ? null : Links.after(address, page.next()));
    section(model);
    return "figures/behind";
  }

  @GetMapping({"/console/statistics/tables.csv", "/oversight/statistics/tables.csv"})
  void csv(
      @RequestParam(defaultValue = "UTF_8") CsvFile.Coding coding,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale)
      throws IOException {
    Links links = links(scopes.of(Present.actor(), today(), locale), request);
    Report report = reports.of(links, locale);
    List<String> header =
        List.of(words("file.table"), words("file.row"), words("file.column"), words("file.figure"));
    try (var file = CsvFile.of(response, name(links, "csv"), header, coding)) {
      for (Table table : report.tables())
        for (Table.Row row : table.rows())
          for (int i = 0; i < row.cells().size(); i++)
            file.row(
                List.of(
                    show.say(table.title()),
                    label(row),
                    show.say(table.columns().get(i)),
                    Integer.toString(row.cells().get(i).value())));
    }
  }

  @GetMapping({"/console/statistics/tables.xlsx", "/oversight/statistics/tables.xlsx"})
  void xlsx(HttpServletRequest request, HttpServletResponse response, Locale locale)
      throws IOException {
    Links links = links(scopes.of(Present.actor(), today(), locale), request);
    Report report = reports.of(links, locale);
    try (var file = XlsxFile.of(response, name(links, "xlsx"))) {
      XlsxFile.Sheet about =
          file.sheet(
              words("file.about"), List.of(words("file.of"), show.say(links.scope().label())));
      about.row(List.of(words("file.from"), links.period().first().toString()));
      about.row(List.of(words("file.until"), links.period().last().toString()));
      about.row(List.of(words("file.drawn-up"), show.dateTime(clock.instant())));
      about.end();
      for (Table table : report.tables()) {
        var header = new ArrayList<String>();
        header.add(show.say(table.first()));
        table.columns().forEach(column -> header.add(show.say(column)));
        XlsxFile.Sheet sheet = file.sheet(show.say(table.title()), header);
        for (Table.Row row : table.rows()) {
          var cells = new ArrayList<Object>();
          cells.add(label(row));
          row.cells().forEach(cell -> cells.add(cell.value()));
          sheet.row(cells);
        }
        sheet.end();
      }
    }
  }

  private static void section(Model model) {
    boolean prosecutor = Present.actor().role() == Role.PROSECUTOR;
    model.addAttribute("section", prosecutor ? "cases" : "people");
  }

  private Links links(List<Scope> all, HttpServletRequest request) {
    Scope scope = Scopes.chosen(all, request.getParameter("of"));
    Period period =
        Period.read(
            request.getParameter("period"),
            request.getParameter("from"),
            request.getParameter("until"),
            today());
    String path =
        Present.actor().role() == Role.PROSECUTOR ? "/oversight/statistics" : "/console/statistics";
    return new Links(path, scope, period);
  }

  private String label(Table.Row row) {
    return row.more() == null
        ? show.say(row.label())
        : show.say(row.label()) + " · " + show.say(row.more());
  }

  private String words(String key) {
    return show.say(Text.of("figures." + key));
  }

  private static String name(Links links, String kind) {
    Period period = links.period();
    return "statistics-" + period.first() + "-" + period.last() + "." + kind;
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }
}
