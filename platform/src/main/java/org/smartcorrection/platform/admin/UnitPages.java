package org.smartcorrection.platform.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.UnitId;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Change;
import org.smartcorrection.platform.organisation.Unit;
import org.smartcorrection.platform.organisation.UnitKind;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Sets units up, renames, moves and ends them, each from a day on. */
@Controller
class UnitPages {
  private final Units units;
  private final UnitRegister register;
  private final UnitFacts facts;
  private final Agencies agencies;

  UnitPages(Units units, UnitRegister register, UnitFacts facts, Agencies agencies) {
    this.units = units;
    this.register = register;
    this.facts = facts;
    this.agencies = agencies;
  }

  @GetMapping("/admin/organisation/units/new")
  String fresh(@RequestParam String agency, Model model, Locale locale) {
    Form form = facts.dated();
    return form(agencies.get(AgencyId.of(agency)), null, form, model, locale);
  }

  @PostMapping("/admin/organisation/units")
  String add(
      @RequestParam String agency,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    Agency of = agencies.get(AgencyId.of(agency));
    FormReader read = Form.of(request.getParameterMap()).read("admin.unit");
    Optional<UnitKind> kind = read.choice("kind", UnitKind.class);
    Optional<Agency> office = office(read, kind);
    Optional<UnitRegister.Wanted> wanted = wanted(read, office);
    if (wanted.isEmpty() || kind.isEmpty())
      return again(of, null, read.form(), response, model, locale);
    Change change =
        register.add(
            of.id(), kind.get(), office.map(Agency::id).orElse(null), wanted.get(), account());
    return done(change, "unit-added", of, null, read, response, model, locale);
  }

  @GetMapping("/admin/organisation/units/{id}")
  String unit(@PathVariable String id, Model model, Locale locale) {
    List<Units.Noted> history = units.history(UnitId.of(id));
    facts.describe(history, facts.today(), model, locale);
    return "admin/unit";
  }

  @GetMapping("/admin/organisation/units/{id}/change")
  String change(@PathVariable String id, Model model, Locale locale) {
    Unit unit = facts.latest(id);
    Form form =
        Form.empty()
            .with("name-zh", unit.nameZh())
            .with("name-en", unit.nameEn())
            .with("parent", unit.parent() == null ? "" : unit.parent().toString())
            .with("from", facts.today().toString());
    return form(agencies.get(unit.agency()), unit, form, model, locale);
  }

  @PostMapping("/admin/organisation/units/{id}/change")
  String change(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    Unit unit = facts.latest(id);
    Agency of = agencies.get(unit.agency());
    FormReader read = Form.of(request.getParameterMap()).read("admin.unit");
    Optional<Agency> office = Optional.ofNullable(unit.office()).map(agencies::get);
    Optional<UnitRegister.Wanted> wanted = wanted(read, office);
    if (wanted.isEmpty()) return again(of, unit, read.form(), response, model, locale);
    Change change = register.change(unit.id(), wanted.get(), account());
    return done(change, "unit-changed", of, unit, read, response, model, locale);
  }

  @GetMapping("/admin/organisation/units/{id}/end")
  String end(@PathVariable String id, Model model) {
    return end(facts.latest(id), facts.dated(), model);
  }

  @PostMapping("/admin/organisation/units/{id}/end")
  String end(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Unit unit = facts.latest(id);
    FormReader read = Form.of(request.getParameterMap()).read("admin.unit");
    Optional<LocalDate> from = read.date("from");
    Form form = read.form();
    if (from.isPresent()) {
      Change change = register.end(unit.id(), from.get(), account());
      if (change instanceof Change.Refused(var why)) form = form.failing("from", key(why));
      else return facts.noted(unit.id(), "unit-ended");
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return end(unit, form, model);
  }

  private Optional<Agency> office(FormReader read, Optional<UnitKind> kind) {
    if (kind.filter(UnitKind.OFFICE::equals).isEmpty()) return Optional.empty();
    String chosen = read.text("office", 40);
    return agencies.ofKind(AgencyKind.JUDICIAL_OFFICE).stream()
        .filter(agency -> agency.id().toString().equals(chosen))
        .findFirst();
  }

  /** An office is called as the agency that it is; other units have names of their own. */
  private static Optional<UnitRegister.Wanted> wanted(FormReader read, Optional<Agency> office) {
    String zh = office.map(Agency::nameZh).orElseGet(() -> read.text("name-zh", 60));
    String en = office.map(Agency::nameEn).orElseGet(() -> read.text("name-en", 80));
    String parent = read.textIfAny("parent", 40);
    Optional<LocalDate> from = read.date("from");
    if (read.failed() || from.isEmpty()) return Optional.empty();
    return Optional.of(
        new UnitRegister.Wanted(zh, en, parent.isEmpty() ? null : UnitId.of(parent), from.get()));
  }

  private String done(
      Change change,
      String event,
      Agency of,
      @Nullable Unit unit,
      FormReader read,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    return switch (change) {
      case Change.Made(var id) -> facts.noted(id, event);
      case Change.Refused refused -> {
        Form form = read.form().failing(field(refused.why()), key(refused.why()));
        yield again(of, unit, form, response, model, locale);
      }
    };
  }

  private static String field(Change.Why why) {
    return switch (why) {
      case PLACE, ABOVE_GONE -> "parent";
      case OFFICE -> "office";
      case AGENCY -> "kind";
      case BACK, PLANNED_LATER, GONE, UNITS_BELOW, AREA, POSTS, ELSEWHERE -> "from";
    };
  }

  private String again(
      Agency of,
      @Nullable Unit unit,
      Form form,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form(of, unit, form, model, locale);
  }

  private String form(Agency of, @Nullable Unit unit, Form form, Model model, Locale locale) {
    model.addAttribute("agency", of);
    model.addAttribute("unit", unit);
    model.addAttribute("form", form);
    model.addAttribute("kinds", Option.of(UnitKind.class, "admin.unit.kind"));
    model.addAttribute("parents", facts.parents(of.id(), unit, facts.today(), locale));
    model.addAttribute(
        "offices",
        agencies.below(of.id()).stream()
            .filter(agency -> agency.kind() == AgencyKind.JUDICIAL_OFFICE)
            .map(agency -> new Option(agency.id().toString(), Text.literal(agency.name(locale))))
            .toList());
    return "admin/unit-form";
  }

  private static String end(Unit unit, Form form, Model model) {
    model.addAttribute("unit", unit);
    model.addAttribute("form", form);
    return "admin/unit-end";
  }

  private static AccountId account() {
    return Present.actor().account();
  }

  static String key(Change.Why why) {
    return "admin.unit.why." + why.name();
  }
}
