package org.smartcorrection.platform.welfare;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The person's own page of the signs of their body that are kept: every value, what came of them,
 * and the end of it with one button (PIPL 15, 45, 47).
 */
@Controller
class OwnHealthPages {
  private static final String PATH = "/my/health";
  private static final int PAGE = 50;
  private static final int ALERTS = 20;

  private final HealthGrounds grounds;
  private final BodyValues values;
  private final Alerts alerts;
  private final Instances instances;
  private final Casework casework;
  private final Clock clock;

  OwnHealthPages(
      HealthGrounds grounds,
      BodyValues values,
      Alerts alerts,
      Instances instances,
      Casework casework,
      Clock clock) {
    this.grounds = grounds;
    this.values = values;
    this.alerts = alerts;
    this.instances = instances;
    this.casework = casework;
    this.clock = clock;
  }

  @GetMapping(PATH)
  String page(@RequestParam(required = false) @Nullable String before, Model model) {
    PersonId person = person(Present.actor());
    Optional<HealthGround> ground = grounds.of(person, clock.instant());
    Slice<BodyValues.Value> kept =
        ground
            .map(one -> values.of(one.id(), Pages.key(before), PAGE))
            .orElse(new Slice<>(List.of(), null));
    model.addAttribute("ground", ground.orElse(null));
    model.addAttribute(
        "facts",
        ground.flatMap(one -> instances.find(one.id())).map(Running::facts).orElse(Facts.NONE));
    model.addAttribute("rows", ValueRow.of(kept.rows()));
    model.addAttribute("curves", Curve.of(kept.rows()));
    model.addAttribute("alerts", alerts.of(person, ALERTS));
    model.addAttribute("first", before == null);
    model.addAttribute("next", kept.next() == null ? null : PATH + "?before=" + kept.next());
    return "welfare/own";
  }

  /** Ends it at once, without a reason. */
  @PostMapping(PATH + "/end")
  String end() {
    Actor actor = Present.actor();
    HealthGround ground = grounds.of(person(actor), clock.instant()).orElseThrow(NotFound::new);
    Running run = instances.find(ground.id()).orElseThrow(NotFound::new);
    Result result =
        casework.perform(PerformAct.in(run, "HealthGroundWithdrawn", Facts.NONE, actor));
    if (!(result instanceof Result.Recorded))
      throw new IllegalStateException("a withdrawal is never refused");
    return "redirect:" + PATH;
  }

  private static PersonId person(Actor actor) {
    return Optional.ofNullable(actor.person()).orElseThrow(NotFound::new);
  }
}
