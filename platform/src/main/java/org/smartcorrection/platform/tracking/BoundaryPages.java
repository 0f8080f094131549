package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Datum;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The borders of administrative areas, imported by the site's administrator once for all. */
@Controller
class BoundaryPages {
  static final String PATH = "/admin/boundaries";

  private static final int PAGE = 50;
  private static final int FOUND = 50;
  private static final int LONGEST = 200;
  private final Boundaries boundaries;
  private final Trail trail;

  BoundaryPages(Boundaries boundaries, Trail trail) {
    this.boundaries = boundaries;
    this.trail = trail;
  }

  @GetMapping(PATH)
  String page(
      @RequestParam Optional<String> after, @RequestParam Optional<String> sought, Model model) {
    Form form =
        Form.empty()
            .with("datum", Datum.WGS_84.name())
            .with("codeField", "code")
            .with("nameField", "name");
    return show(form, List.of(), after.orElse(null), sought.orElse(""), model);
  }

  @PostMapping(PATH)
  String read(
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException {
    FormReader reader = Form.of(request.getParameterMap()).read("tracking.boundary");
    Optional<Datum> datum = reader.choice("datum", Datum.class);
    Optional<LocalDate> from = reader.date("validFrom");
    String origin = reader.text("origin", LONGEST);
    String licence = reader.text("licence", LONGEST);
    if (file == null || file.isEmpty()) reader.failing("file", "tracking.area.no-file");
    List<Text> problems = List.of();
    if (!reader.failed() && file != null && datum.isPresent() && from.isPresent()) {
      var said = new BoundaryFile.Said(from.get(), datum.get(), origin, licence);
      BoundaryFile.Outcome outcome = outcome(file.getBytes(), reader, said);
      problems = outcome.problems();
      if (!reader.failed() && problems.isEmpty()) {
        boundaries.add(outcome.read(), Present.actor().account());
        trail.note(
            Present.actor().account(),
            "boundaries-imported",
            Integer.toString(outcome.read().size()));
        return "redirect:" + PATH;
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(reader.form(), problems, null, "", model);
  }

  private static BoundaryFile.Outcome outcome(
      byte[] file, FormReader reader, BoundaryFile.Said said) {
    String code = reader.form().value("code").strip();
    if (!code.isEmpty()) return BoundaryFile.one(file, code, reader.text("name", LONGEST), said);
    return BoundaryFile.many(
        file, reader.text("codeField", LONGEST), reader.text("nameField", LONGEST), said);
  }

  private String show(
      Form form, List<Text> problems, @Nullable String after, String sought, Model model) {
    Slice<Boundary> page =
        sought.isBlank()
            ? boundaries.all(after, PAGE)
            : new Slice<>(boundaries.find(sought, FOUND), null);
    model.addAttribute("page", page);
    model.addAttribute("sought", sought);
    model.addAttribute("first", after == null);
    model.addAttribute("next", page.next() == null ? null : PATH + "?after=" + page.next());
    model.addAttribute("problems", problems);
    model.addAttribute("data", Option.of(Datum.class, "choice"));
    model.addAttribute("form", form);
    return "tracking/boundaries";
  }
}
