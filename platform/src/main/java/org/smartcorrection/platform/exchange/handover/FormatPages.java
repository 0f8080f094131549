package org.smartcorrection.platform.exchange.handover;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Form;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** An administrator says how a mandated platform wants to have our data. They see none of these. */
@Controller
class FormatPages {
  private final Formats formats;
  private final Jurisdiction jurisdiction;
  private final Trail trail;

  FormatPages(Formats formats, Jurisdiction jurisdiction, Trail trail) {
    this.formats = formats;
    this.jurisdiction = jurisdiction;
    this.trail = trail;
  }

  @GetMapping("/admin/formats")
  String list(Model model) {
    return page(Form.empty(), model);
  }

  private String page(Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("formats", formats.of(custody()));
    return "exchange/formats";
  }

  @PostMapping("/admin/formats")
  String keep(
      @RequestParam @Nullable MultipartFile format, HttpServletResponse response, Model model)
      throws IOException {
    try {
      if (format == null || format.isEmpty()) throw new Refused("exchange.file.missing");
      Format kept = formats.keep(custody(), format.getBytes(), Present.actor().account());
      trail.note(Present.actor().account(), "format-kept", kept.id());
      return "redirect:/admin/formats";
    } catch (Refused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(
          Form.empty().failing("format", refused.key(), refused.arguments().toArray()), model);
    }
  }

  /** The format that comes with the platform: an example to begin with. */
  @GetMapping("/admin/formats/example.json")
  ResponseEntity<byte[]> example() {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header("Content-Disposition", "attachment; filename=\"format.json\"")
        .body(Formats.example());
  }

  private AgencyId custody() {
    return jurisdiction.custody(Present.actor());
  }
}
