package org.smartcorrection.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Every component in every state, and the layouts, with invented facts; open to everybody. */
@Controller
class DesignPage {
  private final Chromes chromes;
  private final Show show;

  DesignPage(Chromes chromes, Show show) {
    this.chromes = chromes;
    this.show = show;
  }

  @ModelAttribute
  void facts(Model model) {
    model.addAttribute("ribbon", DesignFacts.ribbon());
    model.addAttribute("clock", DesignFacts.clock());
    model.addAttribute("why", DesignFacts.why());
    model.addAttribute("blank", Form.empty());
    model.addAttribute("wrong", DesignFacts.wrongForm());
    model.addAttribute("reasons", DesignFacts.reasons());
    model.addAttribute("places", DesignFacts.places());
    model.addAttribute("map", DesignFacts.map(show));
    model.addAttribute("day", LocalDate.of(2026, 9, 29));
  }

  @GetMapping("/design")
  String sheet() {
    return "shell/design/sheet";
  }

  @GetMapping("/design/staff")
  String staff(Model model, HttpServletRequest request) {
    Navigation navigation = DesignFacts.staffNavigation();
    Purpose purpose = new Purpose(Text.of("shell.design.purpose"), Optional.of("/design/staff"));
    model.addAttribute("chrome", sample(request, navigation, Optional.of(purpose)));
    return "shell/design/staff";
  }

  @GetMapping("/design/my")
  String my(Model model, HttpServletRequest request) {
    model.addAttribute("chrome", sample(request, DesignFacts.personNavigation(), Optional.empty()));
    return "shell/design/my";
  }

  @GetMapping("/design/kiosk")
  String kiosk() {
    return "shell/design/kiosk";
  }

  @GetMapping("/design/wall")
  String wall() {
    return "shell/design/wall";
  }

  @GetMapping("/design/login")
  String login() {
    return "shell/design/login";
  }

  @GetMapping("/design/form")
  String form() {
    return "shell/design/form";
  }

  @GetMapping("/design/print")
  String print() {
    return "shell/design/print";
  }

  @GetMapping("/design/error")
  String error(Model model) {
    model.addAllAttributes(Map.of("status", 404, "worded", 404));
    return "error";
  }

  private Chrome sample(
      HttpServletRequest request, Navigation navigation, Optional<Purpose> purpose) {
    String name = show.say(Text.of("shell.design.officer"));
    String post = show.say(Text.of("shell.design.office"));
    return chromes.as(request, new Visitor(name, post, navigation, purpose));
  }
}
