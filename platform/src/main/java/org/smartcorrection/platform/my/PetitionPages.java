package org.smartcorrection.platform.my;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.smartcorrection.platform.access.KeptForms;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.shell.Form;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What the person asks for and tells beyond leave: applying, following, taking back, objecting. */
@Controller
class PetitionPages {
  private final OwnCases own;
  private final Petitions petitions;
  private final PetitionViews views;
  private final KeptForms kept;

  PetitionPages(OwnCases own, Petitions petitions, PetitionViews views, KeptForms kept) {
    this.own = own;
    this.petitions = petitions;
    this.views = views;
    this.kept = kept;
  }

  @GetMapping("/my/applications")
  String all(Locale locale, Model model) {
    Actor actor = OwnCases.actor();
    List<Running> runs = petitions.of(own.current());
    model.addAttribute("kinds", Petition.values());
    model.addAttribute("runs", runs.stream().map(run -> views.of(run, actor, locale)).toList());
    return "my/petitions";
  }

  @GetMapping("/my/applications/new/{kind}")
  String blank(@PathVariable String kind, HttpServletRequest request, Locale locale, Model model) {
    return page(begun(kind), Typed.kept(kept, request), locale, model);
  }

  @PostMapping("/my/applications/new/{kind}")
  Object apply(@PathVariable String kind, HttpServletRequest request, Locale locale, Model model) {
    return perform(begun(kind), request, locale, model);
  }

  @GetMapping("/my/applications/{id}")
  String one(@PathVariable UUID id, Locale locale, Model model) {
    Running run = petitions.run(own.current(), id);
    model.addAttribute("petition", views.of(run, OwnCases.actor(), locale));
    return "my/petition";
  }

  @GetMapping("/my/applications/{id}/{act}")
  String next(
      @PathVariable UUID id,
      @PathVariable String act,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    var asked = petitions.goOn(own.current(), id, act, OwnCases.actor());
    return page(asked, Typed.kept(kept, request), locale, model);
  }

  @PostMapping("/my/applications/{id}/{act}")
  Object goOn(
      @PathVariable UUID id,
      @PathVariable String act,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    return perform(
        petitions.goOn(own.current(), id, act, OwnCases.actor()), request, locale, model);
  }

  private Petitions.Asked begun(String kind) {
    return petitions.begin(own.current(), kind(kind));
  }

  static Petition kind(String path) {
    return Arrays.stream(Petition.values())
        .filter(petition -> petition.path().equals(path))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private Object perform(
      Petitions.Asked asked, HttpServletRequest request, Locale locale, Model model) {
    return switch (petitions.perform(asked, OwnCases.actor(), request, locale)) {
      case Petitions.Outcome.Done(var recorded) ->
          "redirect:/my/applications/" + recorded.instance().id();
      case Petitions.Outcome.Again(var form) ->
          Unaccepted.view(page(asked, form, locale, model), model);
    };
  }

  private String page(Petitions.Asked asked, Form form, Locale locale, Model model) {
    fill(asked, form, petitions, locale, model);
    return "my/petition-new";
  }

  /** What the form of an act needs, on a phone or at the counter. */
  static void fill(
      Petitions.Asked asked, Form form, Petitions petitions, Locale locale, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("act", asked.form().act().type());
    model.addAttribute("procedure", asked.form().procedure());
    model.addAttribute("fields", asked.form().fields(petitions.regions(locale)));
    model.addAttribute("papers", asked.form().papers());
    model.addAttribute(
        "asksReason", form.problem("urgent") != null || !form.value("urgent").isEmpty());
  }
}
