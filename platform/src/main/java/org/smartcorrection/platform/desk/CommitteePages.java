package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.casework.AgencyActs;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.committee.Committee;
import org.smartcorrection.platform.committee.Committees;
import org.smartcorrection.platform.committee.Matters;
import org.smartcorrection.platform.committee.Members;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Staffing;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The committee of an agency: who belongs to it and what it is asked about. */
@Controller
class CommitteePages {
  static final String PATH = "/console/committee";
  private static final int MEETINGS = 50;

  private final Committees committees;
  private final Matters matters;
  private final Members members;
  private final Jurisdiction jurisdiction;
  private final AgencyActs agencyActs;
  private final CommitteeActs acts;
  private final Trail trail;
  private final Law law;
  private final Clock clock;

  CommitteePages(
      Committees committees,
      Matters matters,
      Members members,
      Jurisdiction jurisdiction,
      AgencyActs agencyActs,
      CommitteeActs acts,
      Trail trail,
      Law law,
      Clock clock) {
    this.committees = committees;
    this.matters = matters;
    this.members = members;
    this.jurisdiction = jurisdiction;
    this.agencyActs = agencyActs;
    this.acts = acts;
    this.trail = trail;
    this.law = law;
    this.clock = clock;
  }

  @GetMapping(PATH)
  String committee(Model model, Locale locale) {
    Actor actor = Present.actor();
    AgencyId agency = jurisdiction.custody(actor);
    Optional<Committee> committee = committees.of(agency);
    List<Staffing.Held> candidates = candidates(agency);
    model.addAttribute("committee", committee.orElse(null));
    model.addAttribute(
        "members",
        committee.stream()
            .flatMap(set -> set.members().stream())
            .map(post -> named(post, candidates, locale))
            .toList());
    model.addAttribute(
        "matters",
        matters.of(agency).stream()
            .map(Matters.Matter::type)
            .filter(type -> committee.filter(set -> set.matters().contains(type)).isPresent())
            .toList());
    model.addAttribute("meetings", committees.meetings(agency, MEETINGS));
    model.addAttribute("percent", number(agency, "quorumPercent"));
    model.addAttribute("acts", acts.of(agency, locale));
    model.addAttribute("head", actor.headsBureau());
    model.addAttribute("basis", Basis.of("H11", law, locale));
    return "desk/committee";
  }

  @GetMapping(PATH + "/set-up")
  String setUp(Model model, Locale locale) {
    AgencyId agency = jurisdiction.custody(Present.actor());
    Form form =
        committees
            .of(agency)
            .map(
                set ->
                    Form.empty()
                        .with("chair", set.members().getFirst().toString())
                        .with(
                            "members",
                            set.members().stream().map(PostId::toString).toArray(String[]::new))
                        .with("matters", set.matters().toArray(String[]::new)))
            .orElseGet(Form::empty);
    return setUp(agency, form, model, locale);
  }

  @PostMapping(PATH + "/set-up")
  String set(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
    Actor actor = Present.actor();
    AgencyId agency = jurisdiction.custody(actor);
    FormReader read = Form.of(request.getParameterMap()).read("desk.committee.field");
    String chair = read.text("chair", 40);
    List<String> known =
        candidates(agency).stream().map(held -> held.post().toString()).distinct().toList();
    List<String> chosen = known.stream().filter(read.form().values("members")::contains).toList();
    List<String> asked =
        matters.of(agency).stream()
            .map(Matters.Matter::type)
            .filter(read.form().values("matters")::contains)
            .toList();
    int least = number(agency, "leastMembers");
    if (chosen.size() < least) read.failing("members", "desk.committee.too-few", least);
    if (!chair.isEmpty() && !chosen.contains(chair))
      read.failing("chair", "desk.committee.chair.no-member");
    if (asked.isEmpty()) read.failing("matters", "desk.committee.no-matter");
    if (!agencyActs.unable(agency, actor).isEmpty())
      read.failing("members", "desk.committee.head-alone");
    if (read.failed()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return setUp(agency, read.form(), model, locale);
    }
    var order = new ArrayList<PostId>();
    order.add(PostId.of(chair));
    chosen.stream().filter(post -> !post.equals(chair)).map(PostId::of).forEach(order::add);
    committees.set(agency, order, asked, actor);
    trail.note(actor.account(), "committee-set", agency.toString());
    return "redirect:" + PATH;
  }

  private String setUp(AgencyId agency, Form form, Model model, Locale locale) {
    List<Option> posts =
        candidates(agency).stream()
            .map(held -> new Option(held.post().toString(), said(held, locale)))
            .distinct()
            .toList();
    model.addAttribute("form", form);
    model.addAttribute("posts", posts);
    model.addAttribute(
        "matters",
        matters.of(agency).stream()
            .map(matter -> new Option(matter.type(), Text.of("act." + matter.type())))
            .toList());
    model.addAttribute("least", number(agency, "leastMembers"));
    return "desk/committee-set";
  }

  private int number(AgencyId agency, String name) {
    return law.rules(agency).at(LegalCalendar.legalDay(clock.instant())).rule("H11").number(name);
  }

  private List<Staffing.Held> candidates(AgencyId agency) {
    return members.candidates(agency, LegalCalendar.legalDay(clock.instant()));
  }

  private static Text named(PostId post, List<Staffing.Held> candidates, Locale locale) {
    return candidates.stream()
        .filter(held -> held.post().equals(post))
        .findFirst()
        .map(held -> said(held, locale))
        .orElse(Text.of("desk.committee.vacant"));
  }

  private static Text said(Staffing.Held held, Locale locale) {
    return Text.of(
        "desk.substitution.held",
        Objects.requireNonNullElse(held.name(locale), "–"),
        held.title(locale));
  }
}
