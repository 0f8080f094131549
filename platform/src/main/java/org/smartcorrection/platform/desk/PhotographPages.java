package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.subjects.Photographs;
import org.smartcorrection.platform.subjects.Portrait;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The photograph of a person, for those who have to know them by sight; no cache keeps it. */
@Controller
class PhotographPages {
  private static final String FIELD = "document-photograph";

  private final CaseAccess access;
  private final Photographs photographs;
  private final Trail trail;

  PhotographPages(CaseAccess access, Photographs photographs, Trail trail) {
    this.access = access;
    this.photographs = photographs;
    this.trail = trail;
  }

  @GetMapping("/console/cases/{id}/photograph")
  ResponseEntity<byte[]> picture(@PathVariable String id, HttpServletRequest request) {
    OpenedCase opened = access.open(CaseId.of(id), request, "photograph");
    byte[] jpeg = photographs.get(opened.in().person()).orElseThrow(NotFound::new);
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", "inline; filename=\"photograph.jpg\"")
        .body(jpeg);
  }

  @GetMapping("/console/cases/{id}/photograph/new")
  String fresh(@PathVariable String id, Model model, HttpServletRequest request, Locale locale) {
    return form(access.open(CaseId.of(id), request, "identity"), Form.empty(), model, locale);
  }

  @PostMapping("/console/cases/{id}/photograph/new")
  String keep(
      @PathVariable String id,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    OpenedCase opened = access.open(CaseId.of(id), request, "identity");
    Actor by = opened.actor();
    FormReader read = Form.of(request.getParameterMap()).read("desk.person");
    List<Upload> uploads = Uploads.read(request, List.of("photograph"), read);
    if (uploads.isEmpty() && !read.failed()) read.failing(FIELD, "desk.photo.missing");
    if (!read.failed())
      switch (Portrait.of(uploads.getFirst().content())) {
        case Portrait.Outcome.Made(var jpeg) -> {
          photographs.keep(opened.in().person(), jpeg, by.account(), by.post());
          trail.note(by.account(), "photograph-kept", opened.in().number());
          return "redirect:/console/cases/" + opened.in().id() + "/person";
        }
        case Portrait.Outcome.Unusable(var why) -> read.failing(FIELD, "desk.photo.why." + why);
      }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form(opened, read.form(), model, locale);
  }

  @PostMapping("/console/cases/{id}/photograph/remove")
  String remove(@PathVariable String id, HttpServletRequest request) {
    OpenedCase opened = access.open(CaseId.of(id), request, "identity");
    photographs.remove(opened.in().person());
    trail.note(opened.actor().account(), "photograph-removed", opened.in().number());
    return "redirect:/console/cases/" + opened.in().id() + "/person";
  }

  private static String form(OpenedCase opened, Form form, Model model, Locale locale) {
    model.addAttribute("case", opened.in());
    model.addAttribute("who", Who.of(opened.summary(), opened.person(), locale));
    model.addAttribute("form", form);
    return "desk/photograph-form";
  }
}
