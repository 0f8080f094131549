package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The devices a person carries: handed out, taken back, and what was refused of them today. */
@Controller
class DevicePages {
  private final AlarmAccess access;
  private final Devices devices;
  private final Grounds grounds;
  private final Refusals refusals;
  private final Clock clock;

  DevicePages(
      AlarmAccess access, Devices devices, Grounds grounds, Refusals refusals, Clock clock) {
    this.access = access;
    this.devices = devices;
    this.grounds = grounds;
    this.refusals = refusals;
    this.clock = clock;
  }

  @GetMapping("/console/cases/{id}/devices")
  String page(@PathVariable String id, HttpServletRequest request, Model model, Locale locale) {
    var opened = access.open(CaseId.of(id), request, "case");
    var person = opened.in().person();
    Map<String, Integer> refused = refusals.of(person, LegalCalendar.legalDay(clock.instant()));
    model.addAttribute("case", opened.in());
    model.addAttribute("name", opened.person().name(locale));
    model.addAttribute("ground", grounds.of(person).orElse(null));
    model.addAttribute("devices", devices.of(person));
    model.addAttribute("refused", refused);
    model.addAttribute("kinds", Option.of(DeviceKind.class, "choice"));
    model.addAttribute("form", Form.empty());
    return "tracking/devices";
  }

  @PostMapping("/console/cases/{id}/devices")
  String register(@PathVariable String id, HttpServletRequest request, RedirectAttributes once) {
    var opened = access.open(CaseId.of(id), request, "case");
    FormReader reader = Form.of(request.getParameterMap()).read("tracking.device");
    Optional<DeviceKind> kind = reader.choice("kind", DeviceKind.class);
    kind.ifPresent(
        chosen ->
            once.addFlashAttribute("credential", devices.register(opened.in().person(), chosen)));
    return "redirect:/console/cases/" + opened.in().id() + "/devices";
  }

  @PostMapping("/console/cases/{id}/devices/retire")
  String retire(@PathVariable String id, HttpServletRequest request) {
    var opened = access.open(CaseId.of(id), request, "case");
    String device = String.valueOf(request.getParameter("device"));
    List<Device> own = devices.of(opened.in().person());
    Device retired =
        own.stream()
            .filter(one -> one.id().toString().equals(device))
            .findFirst()
            .orElseThrow(NotFound::new);
    devices.retire(retired.id());
    return "redirect:/console/cases/" + opened.in().id() + "/devices";
  }
}
