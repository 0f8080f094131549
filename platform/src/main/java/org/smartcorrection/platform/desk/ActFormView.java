package org.smartcorrection.platform.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Hosts;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Suggestions;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.act.Consequence;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the form of an act shows: what it asks, what is known, and what the law says of it. */
@Component
class ActFormView {
  private final KnownRows known;
  private final Agencies agencies;
  private final Suggestions suggestions;
  private final CaseWhys whys;
  private final RecordingUploads recordings;
  private final Hosts hosts;
  private final CommitteeOptions committee;
  private final CommitteeSays says;
  private final Law law;

  ActFormView(
      KnownRows known,
      Agencies agencies,
      Suggestions suggestions,
      CaseWhys whys,
      RecordingUploads recordings,
      Hosts hosts,
      CommitteeOptions committee,
      CommitteeSays says,
      Law law) {
    this.known = known;
    this.agencies = agencies;
    this.suggestions = suggestions;
    this.whys = whys;
    this.recordings = recordings;
    this.hosts = hosts;
    this.committee = committee;
    this.says = says;
    this.law = law;
  }

  String show(
      Model model,
      AskedAct asked,
      Form form,
      List<Reason> warnings,
      List<Reason> refusals,
      Locale locale) {
    OpenedCase opened = asked.opened();
    model.addAttribute("form", form);
    model.addAttribute("case", opened.in());
    model.addAttribute("home", opened.home());
    model.addAttribute(
        "back", opened.answering() == null ? opened.home() + "/acts" : opened.home());
    model.addAttribute("who", Who.of(opened.summary(), opened.person(), locale));
    model.addAttribute("act", asked.possible());
    model.addAttribute(
        "basis", asked.act().rules().stream().map(rule -> Basis.of(rule, law, locale)).toList());
    model.addAttribute(
        "fields",
        asked
            .form()
            .fields(lists(opened, locale), known.open(opened, asked.running(), asked.act())));
    model.addAttribute(
        "known",
        known.firm(opened, asked.running(), asked.act(), asked.command(Facts.NONE), locale));
    model.addAttribute("brings", asked.act().brings().stream().map(Consequence::act).toList());
    model.addAttribute("papers", asked.form().papers());
    model.addAttribute("recordings", recordings.rows(opened, form.values(RecordingUploads.FIELD)));
    model.addAttribute("largest", recordings.largest());
    model.addAttribute(
        "grounds",
        asked.possible().grounds().stream()
            .map(ground -> new Option(ground.instance().toString(), ground.label()))
            .toList());
    model.addAttribute("warnings", LawSays.rendered(warnings, law, locale));
    model.addAttribute("refusals", LawSays.rendered(refusals, law, locale));
    model.addAttribute(
        "asksReason", !warnings.isEmpty() || !form.value("overrideReason").isEmpty());
    model.addAttribute("grave", asked.act().refuses());
    model.addAttribute("approval", approval(asked, locale));
    model.addAttribute(
        "counsel", says.of(opened.in().id(), asked.act().type(), asked.running()).orElse(null));
    return "desk/act-form";
  }

  /** Why this approval is needed, where the length of a leave decides on it. */
  private List<Line> approval(AskedAct asked, Locale locale) {
    @Nullable Running run = asked.running();
    return run != null && run.procedure().equals("leave") && run.state().equals("APPLIED")
        ? whys.leave(asked.opened().in(), run, locale)
        : List.of();
  }

  private Map<String, List<Option>> lists(OpenedCase opened, Locale locale) {
    List<Option> offices =
        agencies.below(opened.in().agency()).stream()
            .map(office -> new Option(office.id().toString(), Text.literal(office.name(locale))))
            .toList();
    List<Option> regions =
        suggestions.of("regions").stream()
            .map(region -> new Option(region.value(), Text.literal(region.name(locale))))
            .toList();
    List<Option> agencies =
        hosts.possible(opened.in().agency()).stream()
            .map(agency -> new Option(agency.id().toString(), Text.literal(agency.name(locale))))
            .toList();
    var lists = new HashMap<>(committee.of(opened, locale));
    lists.putAll(Map.of("office", offices, "regions", regions, Hosts.FACT, agencies));
    return lists;
  }
}
