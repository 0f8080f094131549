package org.smartcorrection.platform.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Change;
import org.smartcorrection.platform.organisation.Division;
import org.smartcorrection.platform.organisation.Staffing;
import org.smartcorrection.platform.organisation.Unit;
import org.smartcorrection.platform.organisation.UnitAreas;
import org.smartcorrection.platform.organisation.UnitRegister;
import org.smartcorrection.platform.organisation.Units;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Which divisions are a unit's area and which posts work in it, and the list of divisions. */
@Controller
class UnitBelongings {
  private final Units units;
  private final UnitAreas areas;
  private final UnitRegister register;
  private final UnitFacts facts;
  private final Trail trail;

  UnitBelongings(
      Units units, UnitAreas areas, UnitRegister register, UnitFacts facts, Trail trail) {
    this.units = units;
    this.areas = areas;
    this.register = register;
    this.facts = facts;
    this.trail = trail;
  }

  @GetMapping("/admin/organisation/units/{id}/area")
  String area(@PathVariable String id, Model model, Locale locale) {
    Unit unit = facts.latest(id);
    String[] own =
        areas.on(facts.today()).entrySet().stream()
            .filter(entry -> entry.getValue().equals(unit.id()))
            .map(Map.Entry::getKey)
            .toArray(String[]::new);
    return area(unit, facts.dated().with("divisions", own), model, locale);
  }

  @PostMapping("/admin/organisation/units/{id}/area")
  String area(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    Unit unit = facts.latest(id);
    FormReader read = Form.of(request.getParameterMap()).read("admin.unit");
    Optional<LocalDate> from = read.date("from");
    Form form = read.form();
    if (from.isPresent()) {
      Set<String> chosen = Set.copyOf(form.values("divisions"));
      Change change = register.area(unit.id(), chosen, from.get(), account());
      if (change instanceof Change.Refused(var why)) form = refused(form, "divisions", why);
      else return facts.noted(unit.id(), "unit-area-changed");
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return area(unit, form, model, locale);
  }

  @GetMapping("/admin/organisation/units/{id}/posts")
  String posts(@PathVariable String id, Model model, Locale locale) {
    Unit unit = facts.latest(id);
    String[] own =
        units.posts(unit.agency(), facts.today()).entrySet().stream()
            .filter(entry -> entry.getValue().equals(unit.id()))
            .map(entry -> entry.getKey().toString())
            .toArray(String[]::new);
    return posts(unit, facts.dated().with("posts", own), model, locale);
  }

  @PostMapping("/admin/organisation/units/{id}/posts")
  String posts(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    Unit unit = facts.latest(id);
    FormReader read = Form.of(request.getParameterMap()).read("admin.unit");
    Optional<LocalDate> from = read.date("from");
    Form form = read.form();
    if (from.isPresent()) {
      List<PostId> all =
          facts.posts(unit, facts.today()).stream().map(Staffing.Held::post).distinct().toList();
      Set<PostId> chosen =
          form.values("posts").stream().map(PostId::of).collect(Collectors.toSet());
      Change change = register.posts(unit.id(), chosen, all, from.get(), account());
      if (change instanceof Change.Refused(var why)) form = refused(form, "posts", why);
      else return facts.noted(unit.id(), "unit-posts-changed");
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return posts(unit, form, model, locale);
  }

  @GetMapping("/admin/organisation/divisions")
  String divisions(Model model) {
    return divisions(Form.empty(), model);
  }

  @PostMapping("/admin/organisation/divisions")
  String add(HttpServletRequest request, HttpServletResponse response, Model model) {
    FormReader read = Form.of(request.getParameterMap()).read("admin.division");
    String code = read.text("code", 12);
    var division = new Division(code, read.text("name-zh", 40), read.text("name-en", 60));
    if (!code.isEmpty() && !Division.isCode(code)) read.failing("code", "admin.division.code-form");
    else if (!code.isEmpty() && areas.known(code))
      read.failing("code", "admin.division.code-taken");
    if (read.failed()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return divisions(read.form(), model);
    }
    areas.add(division, account());
    trail.note(account(), "division-added", code);
    return "redirect:/admin/organisation/divisions";
  }

  private String divisions(Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("divisions", areas.divisions());
    return "admin/divisions";
  }

  private String area(Unit unit, Form form, Model model, Locale locale) {
    model.addAttribute("options", facts.divisions(unit, facts.today(), locale));
    return choose(unit, form, "area", "divisions", model);
  }

  private String posts(Unit unit, Form form, Model model, Locale locale) {
    model.addAttribute(
        "options",
        facts.posts(unit, facts.today()).stream()
            .map(
                held ->
                    new Option(
                        held.post().toString(),
                        Text.of(
                            "admin.unit.post.held",
                            held.title(locale),
                            Optional.ofNullable(held.name(locale)).orElse("–"))))
            .distinct()
            .toList());
    return choose(unit, form, "posts", "posts", model);
  }

  private static String choose(Unit unit, Form form, String what, String field, Model model) {
    model.addAttribute("unit", unit);
    model.addAttribute("form", form);
    model.addAttribute("what", what);
    model.addAttribute("field", field);
    return "admin/unit-choose";
  }

  private static Form refused(Form form, String field, Change.Why why) {
    return form.failing(why == Change.Why.ELSEWHERE ? field : "from", UnitPages.key(why));
  }

  private static AccountId account() {
    return Present.actor().account();
  }
}
