package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The devices a person carries: handed out, taken back, and what was refused of them today. */
@Controller
class DevicePages {
  private static final int LONGEST_NAME = 128;

  private final AlarmAccess access;
  private final Devices devices;
  private final DeviceData data;
  private final Grounds grounds;
  private final Refusals refusals;
  private final TraccarServer server;
  private final Trail trail;
  private final Clock clock;

  DevicePages(
      AlarmAccess access,
      Devices devices,
      DeviceData data,
      Grounds grounds,
      Refusals refusals,
      TraccarServer server,
      Trail trail,
      Clock clock) {
    this.access = access;
    this.devices = devices;
    this.data = data;
    this.grounds = grounds;
    this.refusals = refusals;
    this.server = server;
    this.trail = trail;
    this.clock = clock;
  }

  @GetMapping("/console/cases/{id}/devices")
  String page(@PathVariable String id, HttpServletRequest request, Model model, Locale locale) {
    var opened = access.open(CaseId.of(id), request, "case");
    Form form = Form.empty().with("datum", SpokenDatum.BY_SOURCE.name());
    return show(opened, form, model, locale);
  }

  private String show(AlarmAccess.Opened opened, Form form, Model model, Locale locale) {
    var person = opened.in().person();
    Map<String, Integer> refused = refusals.of(person, LegalCalendar.legalDay(clock.instant()));
    model.addAttribute("case", opened.in());
    model.addAttribute("name", opened.person().name(locale));
    model.addAttribute("ground", grounds.of(person).orElse(null));
    model.addAttribute("devices", carried(person));
    model.addAttribute("refused", refused);
    model.addAttribute("kinds", Option.of(DeviceKind.class, "choice"));
    model.addAttribute("data", Option.of(SpokenDatum.class, "tracking.device.datum"));
    model.addAttribute("forwarded", server.isOpen());
    model.addAttribute("form", form);
    return "tracking/devices";
  }

  @PostMapping("/console/cases/{id}/devices")
  String register(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes once,
      Model model,
      Locale locale) {
    var opened = access.open(CaseId.of(id), request, "case");
    FormReader reader = Form.of(request.getParameterMap()).read("tracking.device");
    Optional<DeviceKind> kind = reader.choice("kind", DeviceKind.class);
    SpokenDatum datum =
        reader.choiceIfAny("datum", SpokenDatum.class).orElse(SpokenDatum.BY_SOURCE);
    String terminal = reader.textIfAny("terminal", LONGEST_NAME);
    Optional<DeviceCredential> credential =
        reader.failed() || kind.isEmpty()
            ? Optional.empty()
            : registered(opened.in().person(), kind.get(), terminal, reader);
    if (credential.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(opened, reader.form(), model, locale);
    }
    if (datum != SpokenDatum.BY_SOURCE)
      declare(own(opened.in().person(), credential.get().id()), datum);
    once.addFlashAttribute("credential", credential.get());
    return "redirect:/console/cases/" + opened.in().id() + "/devices";
  }

  private Optional<DeviceCredential> registered(
      PersonId person, DeviceKind kind, String terminal, FormReader reader) {
    try {
      return Optional.of(devices.register(person, kind, terminal));
    } catch (DuplicateKeyException _) {
      reader.failing("terminal", "tracking.device.terminal.taken");
      return Optional.empty();
    }
  }

  @PostMapping("/console/cases/{id}/devices/retire")
  String retire(@PathVariable String id, HttpServletRequest request) {
    var opened = access.open(CaseId.of(id), request, "case");
    String device = String.valueOf(request.getParameter("device"));
    devices.retire(own(opened.in().person(), device).id());
    return "redirect:/console/cases/" + opened.in().id() + "/devices";
  }

  /** A device turned out to give its places in another datum: so it is read from now on. */
  @PostMapping("/console/cases/{id}/devices/datum")
  String datum(@PathVariable String id, HttpServletRequest request) {
    var opened = access.open(CaseId.of(id), request, "case");
    String device = String.valueOf(request.getParameter("device"));
    FormReader reader = Form.of(request.getParameterMap()).read("tracking.device");
    Device changed = own(opened.in().person(), device);
    reader.choice("datum", SpokenDatum.class).ifPresent(datum -> declare(changed, datum));
    return "redirect:/console/cases/" + opened.in().id() + "/devices";
  }

  private void declare(Device device, SpokenDatum datum) {
    AccountId account = Present.actor().account();
    data.declare(device, datum, account);
    trail.note(account, "device-datum", device.id() + " " + datum);
  }

  private Device own(PersonId person, String device) {
    return devices.of(person).stream()
        .filter(one -> one.id().toString().equals(device))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private List<Carried> carried(PersonId person) {
    Map<UUID, List<DeviceData.Since>> history = data.history(person);
    Set<UUID> named = devices.named(person);
    return devices.of(person).stream()
        .map(
            device ->
                new Carried(
                    device,
                    history.getOrDefault(device.id(), List.of()),
                    named.contains(device.id())))
        .toList();
  }

  /**
   * A device that is carried.
   *
   * @param said in which datum it gives its places, the latest last
   * @param named whether it was registered by its name on the site's Traccar server
   */
  record Carried(Device device, List<DeviceData.Since> said, boolean named) {
    /** What holds now. */
    public SpokenDatum datum() {
      return said.isEmpty() ? SpokenDatum.BY_SOURCE : said.getLast().datum();
    }
  }
}
