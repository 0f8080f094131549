package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The single points that a person gave when they were verified (rule L16a). Nobody sees one before
 * they said what for, from the closed list; the person reads it.
 */
@Controller
class PointPages {
  private static final List<Option> PURPOSES =
      Stream.of(ReadPurpose.values())
          .filter(ReadPurpose::opensPlaces)
          .map(purpose -> new Option(purpose.name(), Text.of(purpose.key())))
          .toList();

  private final AlarmAccess access;
  private final Looks looks;
  private final Verifications points;
  private final PointViews views;

  PointPages(AlarmAccess access, Looks looks, Verifications points, PointViews views) {
    this.access = access;
    this.looks = looks;
    this.points = points;
    this.views = views;
  }

  @GetMapping("/console/cases/{id}/points")
  String page(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    var opened = access.open(CaseId.of(id), request, "case");
    FormReader reader = Form.of(request.getParameterMap()).read("access");
    Optional<ReadPurpose> purpose = Optional.empty();
    if (request.getParameter("purpose") != null) {
      purpose = reader.choice("purpose", ReadPurpose.class).filter(ReadPurpose::opensPlaces);
      if (purpose.isEmpty() && !reader.failed()) reader.failing("purpose", "access.purpose.places");
      if (reader.failed()) response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
    model.addAttribute("case", opened.in());
    model.addAttribute("name", opened.person().name(locale));
    model.addAttribute("kept", points.count(opened.in().person()));
    model.addAttribute("purposes", PURPOSES);
    model.addAttribute("form", reader.form());
    model.addAttribute("shown", purpose.map(what -> shown(opened, what, locale)).orElse(null));
    return "tracking/points";
  }

  private PointViews.Shown shown(AlarmAccess.Opened opened, ReadPurpose purpose, Locale locale) {
    PointViews.Shown shown = views.of(opened.in().person(), locale);
    if (!shown.rows().isEmpty())
      looks.recordPlaces(
          opened.actor(),
          purpose,
          "points",
          opened.in().person(),
          shown.rows().getLast().at(),
          shown.rows().getFirst().at());
    return shown;
  }
}
