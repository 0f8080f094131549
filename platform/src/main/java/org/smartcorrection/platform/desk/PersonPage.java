package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Matrix;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.UnitAreas;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.Particulars;
import org.smartcorrection.platform.subjects.Particulars.Contact;
import org.smartcorrection.platform.subjects.Particulars.Member;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.platform.subjects.Photographs;
import org.smartcorrection.platform.subjects.Surroundings;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Who somebody is and what is known around them; each opening is a look that the person sees. */
@Controller
class PersonPage {
  private static final int VERSIONS = 50;
  private static final int LONGEST_REASON = 500;

  private final CaseAccess access;
  private final Surroundings surroundings;
  private final Photographs photographs;
  private final People people;
  private final Instances instances;
  private final Accounts accounts;
  private final UnitAreas areas;
  private final Duplicates duplicates;
  private final Looks looks;
  private final Trail trail;
  private final Matrix matrix;
  private final Clock clock;

  PersonPage(
      CaseAccess access,
      Surroundings surroundings,
      Photographs photographs,
      People people,
      Instances instances,
      Accounts accounts,
      UnitAreas areas,
      Duplicates duplicates,
      Looks looks,
      Trail trail,
      Matrix matrix,
      Clock clock) {
    this.access = access;
    this.surroundings = surroundings;
    this.photographs = photographs;
    this.people = people;
    this.instances = instances;
    this.accounts = accounts;
    this.areas = areas;
    this.duplicates = duplicates;
    this.looks = looks;
    this.trail = trail;
    this.matrix = matrix;
    this.clock = clock;
  }

  /** A version as the history shows it. */
  record Version(Surroundings.Noted noted, String by, List<Particulars.Part> changed) {}

  @GetMapping("/console/cases/{id}/person")
  String person(@PathVariable String id, Model model, HttpServletRequest request, Locale locale) {
    OpenedCase opened = access.open(CaseId.of(id), request, "identity");
    List<Surroundings.Noted> history = surroundings.history(opened.in().person(), VERSIONS);
    Particulars now = history.isEmpty() ? Particulars.NONE : history.getFirst().particulars();
    common(opened, model, locale);
    model.addAttribute("person", opened.person());
    model.addAttribute("now", now);
    model.addAttribute("division", division(now.residence().division(), locale));
    model.addAttribute("history", versions(history, locale));
    model.addAttribute("photograph", photographs.has(opened.in().person()));
    model.addAttribute("changes", mayChange(opened));
    model.addAttribute("guardianMissing", guardianMissing(opened, now));
    one(opened, model, request, locale);
    model.addAttribute("groupLacks", groupLacks(opened, now));
    model.addAttribute(
        "reported",
        instances.ofCase(opened.in().id(), "change").stream()
            .filter(run -> run.state().equals("REPORTED"))
            .map(Running::id)
            .toList());
    return "desk/person";
  }

  /** Which other records are the same human, or could be (rule H12); their names are looks too. */
  private void one(OpenedCase opened, Model model, HttpServletRequest request, Locale locale) {
    List<LinkedCase> linked = duplicates.linked(opened, locale);
    Duplicates.Found alike = duplicates.like(opened, locale);
    var named = new HashSet<>(alike.people());
    linked.stream().filter(LinkedCase::open).forEach(row -> named.add(row.summary().person()));
    looks.record(opened.actor(), Sessions.purpose(request, opened.actor()), "list", named);
    model.addAttribute("linked", linked);
    model.addAttribute("links", duplicates.history(opened));
    model.addAttribute("alike", alike.rows());
  }

  @GetMapping("/console/cases/{id}/person/change")
  String change(@PathVariable String id, Model model, HttpServletRequest request, Locale locale) {
    OpenedCase opened = access.open(CaseId.of(id), request, "identity");
    int seen = surroundings.latest(opened.in().person());
    Particulars now = surroundings.of(opened.in().person());
    return form(opened, ParticularsForm.of(now, seen), model, locale);
  }

  @PostMapping("/console/cases/{id}/person/change")
  String note(
      @PathVariable String id,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    OpenedCase opened = access.open(CaseId.of(id), request, "identity");
    Actor by = opened.actor();
    FormReader read = Form.of(request.getParameterMap()).read("desk.person");
    Particulars now = ParticularsForm.read(read);
    String reason = read.text("reason", LONGEST_REASON);
    int seen = (int) read.wholeNumberIfAny("seen", 0, Integer.MAX_VALUE).orElse(0);
    Form form = read.form();
    if (!read.failed()) {
      if (now.equals(surroundings.of(opened.in().person())))
        form = form.failing("reason", "desk.person.nothing-changed");
      else if (surroundings.note(
          opened.in().person(), seen, now, reason, by.account(), by.post())) {
        trail.note(by.account(), "particulars-noted", opened.in().number());
        return "redirect:/console/cases/" + opened.in().id() + "/person";
      } else form = form.failing("reason", "desk.person.meanwhile");
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form(opened, form, model, locale);
  }

  private String form(OpenedCase opened, Form form, Model model, Locale locale) {
    common(opened, model, locale);
    model.addAttribute("form", form);
    model.addAttribute("rows", ParticularsForm.contacts(form));
    model.addAttribute("members", ParticularsForm.members(form));
    model.addAttribute("capacities", Option.of(Member.Capacity.class, "subjects.capacity"));
    model.addAttribute("sexes", Option.of(Identity.Gender.class, "choice"));
    model.addAttribute(
        "residences", Option.of(Particulars.Residence.Footing.class, "subjects.residence"));
    model.addAttribute("works", Option.of(Particulars.Work.Doing.class, "subjects.work"));
    model.addAttribute("relations", Option.of(Contact.Relation.class, "subjects.relation"));
    model.addAttribute(
        "divisions",
        areas.divisions().stream()
            .filter(division -> division.local())
            .map(division -> new Option(division.code(), Text.literal(division.name(locale))))
            .toList());
    return "desk/person-form";
  }

  /** Whether the reader may note something, as the matrix of rights says: the head reads. */
  private boolean mayChange(OpenedCase opened) {
    return matrix
        .line("POST", "/console/cases/" + opened.in().id() + "/person/change")
        .filter(line -> line.allows(opened.actor()))
        .isPresent();
  }

  /** A minor whose guardian nobody noted (CCL 53). */
  private boolean guardianMissing(OpenedCase opened, Particulars now) {
    return people.minor(opened.in().person(), LegalCalendar.legalDay(clock.instant()))
        && !now.has(Contact.Relation.GUARDIAN);
  }

  /** What the group lacks by law, once somebody is in it (CCL 25, 52). */
  private List<String> groupLacks(OpenedCase opened, Particulars now) {
    if (now.group().isEmpty()) return List.of();
    var lacks = new ArrayList<String>();
    boolean minor = people.minor(opened.in().person(), LegalCalendar.legalDay(clock.instant()));
    if (opened.person().gender() == Identity.Gender.FEMALE && now.women() == 0)
      lacks.add("desk.person.group.woman");
    if (minor && !now.minorsExpert()) lacks.add("desk.person.group.expert");
    return lacks;
  }

  private List<Version> versions(List<Surroundings.Noted> history, Locale locale) {
    Map<AccountId, Accounts.StaffName> names =
        accounts.names(history.stream().map(Surroundings.Noted::by).toList());
    var versions = new ArrayList<Version>();
    for (int i = 0; i < history.size(); i++) {
      Surroundings.Noted noted = history.get(i);
      Particulars before =
          i + 1 < history.size() ? history.get(i + 1).particulars() : Particulars.NONE;
      Accounts.StaffName name = names.get(noted.by());
      versions.add(
          new Version(
              noted, name == null ? "–" : name.in(locale), noted.particulars().changed(before)));
    }
    return versions;
  }

  private String division(String code, Locale locale) {
    return areas.divisions().stream()
        .filter(division -> division.code().equals(code))
        .map(division -> division.name(locale))
        .findFirst()
        .orElse("");
  }

  private static void common(OpenedCase opened, Model model, Locale locale) {
    model.addAttribute("case", opened.in());
    model.addAttribute("who", Who.of(opened.summary(), opened.person(), locale));
  }
}
