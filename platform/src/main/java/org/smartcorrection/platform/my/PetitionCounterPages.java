package org.smartcorrection.platform.my;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.smartcorrection.platform.access.KeptForms;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.shell.Form;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Staff write down for somebody without a phone what they ask for or tell, and print a slip. */
@Controller
class PetitionCounterPages {
  private final Counter counter;
  private final Petitions petitions;
  private final PetitionViews views;
  private final KeptForms kept;

  PetitionCounterPages(Counter counter, Petitions petitions, PetitionViews views, KeptForms kept) {
    this.counter = counter;
    this.petitions = petitions;
    this.views = views;
    this.kept = kept;
  }

  @GetMapping("/console/cases/{id}/applications")
  String all(@PathVariable String id, HttpServletRequest request, Locale locale, Model model) {
    Case in = counter.covered(id);
    counter.show(in, "application", request, locale, model);
    model.addAttribute("kinds", Petition.values());
    model.addAttribute(
        "runs",
        petitions.of(in).stream().map(run -> views.of(run, Present.actor(), locale)).toList());
    return "my/counter-petitions";
  }

  @GetMapping("/console/cases/{id}/applications/new/{kind}")
  String blank(
      @PathVariable String id,
      @PathVariable String kind,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    var asked = petitions.begin(counter.covered(id), PetitionPages.kind(kind));
    return page(asked, Typed.kept(kept, request), request, locale, model);
  }

  @PostMapping("/console/cases/{id}/applications/new/{kind}")
  Object apply(
      @PathVariable String id,
      @PathVariable String kind,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    var asked = petitions.begin(counter.covered(id), PetitionPages.kind(kind));
    return perform(asked, request, locale, model);
  }

  @GetMapping("/console/cases/{id}/applications/{run}/{act}")
  String next(
      @PathVariable String id,
      @PathVariable UUID run,
      @PathVariable String act,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    var asked = petitions.goOn(counter.covered(id), run, act, Present.actor());
    return page(asked, Typed.kept(kept, request), request, locale, model);
  }

  @PostMapping("/console/cases/{id}/applications/{run}/{act}")
  Object goOn(
      @PathVariable String id,
      @PathVariable UUID run,
      @PathVariable String act,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    var asked = petitions.goOn(counter.covered(id), run, act, Present.actor());
    return perform(asked, request, locale, model);
  }

  private Object perform(
      Petitions.Asked asked, HttpServletRequest request, Locale locale, Model model) {
    return switch (petitions.perform(asked, Present.actor(), request, locale)) {
      case Petitions.Outcome.Done(var recorded) -> "redirect:/slips/" + recorded.act().id();
      case Petitions.Outcome.Again(var form) ->
          Unaccepted.view(page(asked, form, request, locale, model), model);
    };
  }

  private String page(
      Petitions.Asked asked, Form form, HttpServletRequest request, Locale locale, Model model) {
    counter.show(asked.in(), "application", request, locale, model);
    PetitionPages.fill(asked, form, petitions, locale, model);
    return "my/counter-petition";
  }
}
