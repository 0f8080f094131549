package org.smartcorrection.platform.welfare;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.subjects.People;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The health ground of a case, how to give and end it, and to whom it names the values. Whoever
 * only has the case sees that there is one and no value.
 */
@Controller
class GroundPages {
  private static final int PAGE = 50;

  private final HealthGrounds grounds;
  private final BodyValues values;
  private final Instances instances;
  private final Summaries summaries;
  private final People people;
  private final Seeing seeing;
  private final Jurisdiction jurisdiction;
  private final Restrictions restrictions;
  private final Looks looks;
  private final Clock clock;

  GroundPages(
      HealthGrounds grounds,
      BodyValues values,
      Instances instances,
      Summaries summaries,
      People people,
      Seeing seeing,
      Jurisdiction jurisdiction,
      Restrictions restrictions,
      Looks looks,
      Clock clock) {
    this.grounds = grounds;
    this.values = values;
    this.instances = instances;
    this.summaries = summaries;
    this.people = people;
    this.seeing = seeing;
    this.jurisdiction = jurisdiction;
    this.restrictions = restrictions;
    this.looks = looks;
    this.clock = clock;
  }

  @GetMapping("/console/cases/{id}/health")
  String page(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String before,
      HttpServletRequest request,
      Model model,
      Locale locale) {
    Actor actor = Present.actor();
    Summary in = summaries.find(CaseId.of(id)).orElseThrow(NotFound::new);
    if (!jurisdiction.covers(actor, in.agency(), in.office())) throw new NotFound();
    restrictions.check(actor, in);
    Optional<HealthGround> ground =
        grounds.of(in.person(), clock.instant()).filter(one -> one.caseId().equals(in.caseId()));
    boolean sees = ground.filter(one -> seeing.values(actor, one, in)).isPresent();
    looks.record(
        actor, Sessions.purpose(request, actor), sees ? "health" : "case", List.of(in.person()));
    Slice<BodyValues.Value> kept =
        ground
            .filter(_ -> sees)
            .map(one -> values.of(one.id(), Pages.key(before), PAGE))
            .orElse(new Slice<>(List.of(), null));
    String path = "/console/cases/" + in.caseId() + "/health";
    model.addAttribute("case", in);
    model.addAttribute("name", people.get(in.person()).name(locale));
    model.addAttribute("ground", ground.orElse(null));
    model.addAttribute(
        "facts",
        ground.flatMap(one -> instances.find(one.id())).map(Running::facts).orElse(Facts.NONE));
    model.addAttribute("sees", sees);
    model.addAttribute("rows", ValueRow.of(kept.rows()));
    model.addAttribute("curves", Curve.of(kept.rows()));
    model.addAttribute("path", path);
    model.addAttribute("first", before == null);
    model.addAttribute("next", kept.next() == null ? null : path + "?before=" + kept.next());
    return "welfare/ground";
  }
}
