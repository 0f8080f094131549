package org.smartcorrection.platform.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Enrolment;
import org.smartcorrection.platform.access.KeptForms;
import org.smartcorrection.platform.access.LiveFeed;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.organisation.Staffing;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Agencies, posts and accounts. The administrator keeps them and sees no case. */
@Controller
class OrganisationPages {
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int SHORTEST_PASSWORD = 12;

  private final Agencies agencies;
  private final Staffing staffing;
  private final NewStaff newStaff;
  private final Trail trail;
  private final LiveFeed live;
  private final KeptForms kept;
  private final Clock clock;

  OrganisationPages(
      Agencies agencies,
      Staffing staffing,
      NewStaff newStaff,
      Trail trail,
      LiveFeed live,
      KeptForms kept,
      Clock clock) {
    this.agencies = agencies;
    this.staffing = staffing;
    this.newStaff = newStaff;
    this.trail = trail;
    this.live = live;
    this.kept = kept;
    this.clock = clock;
  }

  @GetMapping("/admin")
  String list(Model model) {
    model.addAttribute("agencies", agencies.all());
    return "admin/agencies";
  }

  @GetMapping("/admin/agencies/new")
  String agencyForm(HttpServletRequest request, Model model, Locale locale) {
    return agencyForm(kept(request), model, locale);
  }

  @PostMapping("/admin/agencies")
  String addAgency(
      HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
    FormReader read = Form.of(request.getParameterMap()).read("admin.agency");
    Optional<AgencyKind> kind = read.choice("kind", AgencyKind.class);
    String code = read.text("code", 40);
    String nameZh = read.text("name-zh", 60);
    String nameEn = read.text("name-en", 80);
    String parent = read.textIfAny("parent", 40);
    String mark = read.textIfAny("mark", 12);
    if (!code.isEmpty() && !CODE.matcher(code).matches())
      read.failing("code", "admin.agency.code-form");
    if (!code.isEmpty() && agencies.withCode(code).isPresent())
      read.failing("code", "admin.agency.code-taken");
    if (!mark.isEmpty() && agencies.marked(mark)) read.failing("mark", "admin.agency.mark-taken");
    boolean known =
        parent.isEmpty()
            || agencies.all().stream().anyMatch(agency -> agency.id().toString().equals(parent));
    if (!known) read.failing("parent", "admin.agency.parent-unknown");
    else if (kind.isPresent() && !kind.get().mayStandUnder(kind(parent)))
      read.failing("parent", "admin.agency.parent-unfit");
    if (read.failed() || kind.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return agencyForm(read.form(), model, locale);
    }
    var agency =
        new Agency(
            new AgencyId(Uuids.next(clock)),
            code,
            kind.get(),
            nameZh,
            nameEn,
            parent.isEmpty() ? null : AgencyId.of(parent),
            mark.isEmpty() ? null : mark);
    try {
      agencies.add(agency);
    } catch (DuplicateKeyException _) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return agencyForm(read.form().failing("code", "admin.agency.code-taken"), model, locale);
    }
    trail.note(Present.actor().account(), "agency-added", code);
    return "redirect:/admin/agencies/" + agency.id();
  }

  @GetMapping("/admin/agencies/{id}")
  String agency(@PathVariable String id, Model model) {
    Agency agency = agencies.get(AgencyId.of(id));
    model.addAttribute("agency", agency);
    model.addAttribute("posts", staffing.of(agency.id(), LegalCalendar.legalDay(clock.instant())));
    return "admin/agency";
  }

  @GetMapping("/admin/agencies/{id}/staff/new")
  String staffForm(@PathVariable String id, HttpServletRequest request, Model model) {
    return staffForm(agencies.get(AgencyId.of(id)), kept(request), model);
  }

  /** Answers with the secret of the one-time code, which is shown this once and kept nowhere. */
  @PostMapping("/admin/agencies/{id}/staff")
  String addStaff(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Agency agency = agencies.get(AgencyId.of(id));
    FormReader read = Form.of(request.getParameterMap()).read("admin.staff");
    Optional<Role> role = read.choice("role", Role.class);
    var staff =
        new NewStaff.Joining(
            read.text("name-zh", 40),
            read.text("name-en", 60),
            read.text("title-zh", 40),
            read.text("title-en", 60),
            read.ticked("deputy"),
            read.text("login", 40),
            read.text("password", 200));
    if (staff.deputy() && role.isPresent() && role.get() != Role.BUREAU_HEAD)
      read.failing("deputy", "admin.staff.deputy-unfit");
    if (role.isPresent() && !roles(agency.kind()).contains(role.get()))
      read.failing("role", "admin.staff.role-unfit");
    if (!staff.login().isEmpty() && staffing.taken(staff.login()))
      read.failing("login", "admin.staff.login-taken");
    if (!staff.password().isEmpty() && staff.password().length() < SHORTEST_PASSWORD)
      read.failing("password", "admin.staff.password-short", SHORTEST_PASSWORD);
    if (read.failed() || role.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return staffForm(agency, read.form().with("password", ""), model);
    }
    Enrolment.Enrolled enrolled =
        newStaff.join(agency, role.get(), staff, Present.actor().account());
    response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
    model.addAttribute("agency", agency);
    model.addAttribute("login", staff.login());
    model.addAttribute("enrolled", enrolled);
    return "admin/staff-done";
  }

  @PostMapping("/admin/agencies/{id}/accounts/{account}/disable")
  String disable(@PathVariable String id, @PathVariable String account) {
    Agency agency = agencies.get(AgencyId.of(id));
    AccountId meant = AccountId.of(account);
    AccountId own = Present.actor().account();
    boolean here =
        staffing.of(agency.id(), LegalCalendar.legalDay(clock.instant())).stream()
            .anyMatch(held -> meant.equals(held.account()));
    // whoever locks themselves out may lock everybody out
    if (!here || meant.equals(own)) throw new NotFound();
    if (staffing.disable(meant)) {
      trail.note(own, "account-disabled", meant.toString());
      live.end(meant);
    }
    return "redirect:/admin/agencies/" + agency.id();
  }

  private @Nullable AgencyKind kind(String agency) {
    return agency.isEmpty() ? null : agencies.get(AgencyId.of(agency)).kind();
  }

  private Form kept(HttpServletRequest request) {
    Form form = Form.empty();
    Optional<KeptForms.Kept> waiting = kept.take(request);
    if (waiting.isEmpty()) return form;
    for (var field : waiting.get().values().entrySet())
      if (!field.getKey().equals("password"))
        form = form.with(field.getKey(), field.getValue().toArray(String[]::new));
    return form;
  }

  private String agencyForm(Form form, Model model, Locale locale) {
    var parents = new ArrayList<Option>();
    for (Agency agency : agencies.all())
      parents.add(new Option(agency.id().toString(), Text.literal(agency.name(locale))));
    model.addAttribute("form", form);
    model.addAttribute("kinds", Option.of(AgencyKind.class, "admin.kind"));
    model.addAttribute("parents", parents);
    return "admin/agency-new";
  }

  private static String staffForm(Agency agency, Form form, Model model) {
    model.addAttribute("agency", agency);
    model.addAttribute("form", form);
    model.addAttribute("deputies", agency.kind() == AgencyKind.JUSTICE_BUREAU);
    model.addAttribute(
        "roles",
        roles(agency.kind()).stream()
            .map(role -> new Option(role.name(), Text.of("admin.role." + role.name())))
            .toList());
    return "admin/staff-new";
  }

  /** The roles for which an agency of this kind has posts. */
  private static List<Role> roles(AgencyKind kind) {
    Role own =
        switch (kind) {
          case COURT -> Role.COURT;
          case JUSTICE_BUREAU -> Role.BUREAU_HEAD;
          case CORRECTION_AGENCY -> Role.AGENCY_OFFICER;
          case CITY_AGENCY -> Role.CITY_AGENCY;
          case JUDICIAL_OFFICE -> Role.JUDICIAL_OFFICE;
          case PROCURATORATE -> Role.PROSECUTOR;
          // they oversee by figures and open no case: nobody there has a post of the procedures
          case PROVINCIAL_AGENCY, MINISTRY, POLICE, PRISON -> Role.AUDITOR;
        };
    return Arrays.asList(own, Role.AUDITOR, Role.ADMINISTRATOR).stream().distinct().toList();
  }
}
