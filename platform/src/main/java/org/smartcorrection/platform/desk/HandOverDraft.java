package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Allocation;
import org.smartcorrection.platform.casework.Allocation.Candidate;
import org.smartcorrection.platform.casework.Officer;
import org.smartcorrection.platform.casework.Spreading;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.casework.Workloads;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A hand-over that is being prepared: nothing of it is kept until it is ordered. */
@Component
class HandOverDraft {
  static final String SPREAD = "spread";
  private static final int MOST = 500;

  private final Summaries summaries;
  private final Allocation allocation;
  private final Workloads workloads;
  private final OfficerOptions officers;
  private final PersonRows personRows;
  private final Looks looks;

  HandOverDraft(
      Summaries summaries,
      Allocation allocation,
      Workloads workloads,
      OfficerOptions officers,
      PersonRows personRows,
      Looks looks) {
    this.summaries = summaries;
    this.allocation = allocation;
    this.workloads = workloads;
    this.officers = officers;
    this.personRows = personRows;
    this.looks = looks;
  }

  /**
   * Whose cases, and who could take them.
   *
   * @param cases of at most {@link #MOST}; a second hand-over takes the rest
   * @param others everybody but the former officer
   */
  record Asked(AgencyId custody, AccountId former, List<Summary> cases, List<Candidate> others) {

    List<Summary> chosen(Form form) {
      List<String> chosen = form.values("cases");
      return cases.stream().filter(in -> chosen.contains(in.caseId().toString())).toList();
    }
  }

  /** One line of the preview: who gets the case, or nobody can. */
  record Planned(PersonRow row, @Nullable Text to, @Nullable String value) {}

  /**
   * What is asked for; the look at the names is recorded.
   *
   * @throws NotFound when this account is responsible for nothing here
   */
  Asked of(AccountId former, AgencyId custody, HttpServletRequest request) {
    List<Summary> cases = summaries.openOf(custody, former, MOST);
    if (cases.isEmpty()) throw new NotFound();
    Actor actor = Present.actor();
    looks.record(
        actor,
        Sessions.purpose(request, actor),
        "list",
        cases.stream().map(Summary::person).toList());
    List<Candidate> others =
        allocation.all(custody).stream()
            .filter(one -> !one.officer().account().equals(former))
            .toList();
    return new Asked(custody, former, cases, others);
  }

  /** Who would get which case; what the chosen officer cannot have is not in it. */
  Map<CaseId, Officer> plan(Asked asked, List<Summary> chosen, String to) {
    if (to.equals(SPREAD)) return Spreading.plan(chosen, asked.others(), workloads::points);
    var plan = new LinkedHashMap<CaseId, Officer>();
    asked.others().stream()
        .filter(one -> one.officer().toString().equals(to))
        .findFirst()
        .ifPresent(
            one ->
                chosen.stream()
                    .filter(in -> Spreading.able(one, in))
                    .forEach(in -> plan.put(in.caseId(), one.officer())));
    return plan;
  }

  String form(Asked asked, Form form, Model model, Locale locale) {
    var to = new ArrayList<Option>();
    to.add(new Option(SPREAD, Text.of("desk.handover.spread")));
    asked
        .others()
        .forEach(
            one ->
                to.add(
                    new Option(
                        one.officer().toString(),
                        Text.of(
                            "desk.handover.to.load",
                            officers.named(one.who(), locale),
                            one.load().open(),
                            one.load().points()))));
    common(asked, form, model, locale);
    model.addAttribute("to", to);
    model.addAttribute(
        "cases",
        personRows.of(asked.cases(), List.of(), locale).stream()
            .map(
                row ->
                    new Option(
                        row.summary().caseId().toString(),
                        Text.of(
                            "desk.handover.case",
                            row.who().name(),
                            row.who().number(),
                            Text.of("desk.level." + row.summary().level()))))
            .toList());
    return "desk/hand-over-form";
  }

  String preview(
      Asked asked,
      List<Summary> chosen,
      Map<CaseId, Officer> plan,
      Form form,
      Model model,
      Locale locale) {
    Map<Officer, Text> names = new HashMap<>();
    asked.others().forEach(one -> names.put(one.officer(), officers.named(one.who(), locale)));
    common(asked, form, model, locale);
    model.addAttribute(
        "planned",
        personRows.of(chosen, List.of(), locale).stream()
            .map(row -> planned(row, plan.get(row.summary().caseId()), names))
            .toList());
    model.addAttribute("taken", plan.size());
    return "desk/hand-over-preview";
  }

  private static Planned planned(PersonRow row, @Nullable Officer to, Map<Officer, Text> names) {
    return to == null
        ? new Planned(row, null, null)
        : new Planned(row, names.get(to), to.toString());
  }

  private void common(Asked asked, Form form, Model model, Locale locale) {
    model.addAttribute("form", form);
    model.addAttribute("from", asked.former());
    Officer named =
        asked.cases().stream()
            .map(Summary::officer)
            .filter(one -> one != null)
            .findFirst()
            .orElseThrow(NotFound::new);
    model.addAttribute("former", officers.named(named, locale));
  }
}
