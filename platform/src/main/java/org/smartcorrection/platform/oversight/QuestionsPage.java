package org.smartcorrection.platform.oversight;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.EmergencyOpenings;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.committee.Secrecy;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What there is to ask about, each with its rule, its computation and its evidence. */
@Controller
class QuestionsPage {
  private final Questions questions;
  private final QuestionRows rows;
  private final ActRows actRows;
  private final Acts acts;
  private final Secrecy secrecy;
  private final Summaries summaries;
  private final Matters matters;
  private final OpenMatters opinions;
  private final EmergencyOpenings openings;
  private final Accounts accounts;
  private final Looks looks;

  QuestionsPage(
      Questions questions,
      QuestionRows rows,
      ActRows actRows,
      Acts acts,
      Secrecy secrecy,
      Summaries summaries,
      Matters matters,
      OpenMatters opinions,
      EmergencyOpenings openings,
      Accounts accounts,
      Looks looks) {
    this.secrecy = secrecy;
    this.questions = questions;
    this.rows = rows;
    this.actRows = actRows;
    this.acts = acts;
    this.summaries = summaries;
    this.matters = matters;
    this.opinions = opinions;
    this.openings = openings;
    this.accounts = accounts;
    this.looks = looks;
  }

  /** How many questions there are of one concern. */
  record Tally(String concern, int count) {}

  @GetMapping("/oversight")
  String page(@RequestParam Optional<String> on, Model model, Locale locale) {
    show(on, model, locale);
    return "oversight/questions";
  }

  /** The same without its frame, for pages that are open while acts happen. */
  @GetMapping("/oversight/questions")
  String fragment(@RequestParam Optional<String> on, Model model, Locale locale) {
    show(on, model, locale);
    return "oversight/questions :: live";
  }

  private void show(Optional<String> on, Model model, Locale locale) {
    Actor actor = Present.actor();
    List<Irregularity> found = questions.of(actor);
    List<QuestionRow> written = rows.of(found, locale);
    record(actor, found);
    Optional<QuestionRow> chosen =
        written.stream().filter(row -> row.id().equals(on.orElse(""))).findFirst();
    Optional<QuestionRow> selected = chosen.or(() -> written.stream().findFirst());
    model.addAttribute("rows", written);
    model.addAttribute("tallies", tallies(found));
    model.addAttribute("most", Questions.MOST);
    model.addAttribute("selected", selected.orElse(null));
    model.addAttribute(
        "origin",
        selected
            .flatMap(row -> found.stream().filter(one -> one.id().equals(row.id())).findFirst())
            .map(question -> rows.origin(question, locale))
            .orElse(null));
    model.addAttribute("evidence", selected.map(row -> evidence(row, locale)).orElse(List.of()));
    model.addAttribute(
        "opinions",
        questions
            .custody(actor)
            .map(custody -> opinions.page(custody, null, 6, locale).rows())
            .orElse(List.of()));
    model.addAttribute("openings", openings(actor, locale));
    model.addAttribute(
        "complaints", matters.open(Matters.COMPLAINT, actor.agency().id(), "WITH_PROCURATORATE"));
  }

  /** Who opened a closed case in an emergency, in the area's cases (rule H13). */
  private List<OpeningRow> openings(Actor actor, Locale locale) {
    List<EmergencyOpenings.Opening> found =
        questions.custody(actor).map(custody -> openings.of(custody, null)).orElse(List.of());
    var by = accounts.names(found.stream().map(one -> one.act().account()).toList());
    return found.stream()
        .map(
            one ->
                new OpeningRow(
                    one.in().caseId(),
                    one.in().number(),
                    Optional.ofNullable(by.get(one.act().account()))
                        .map(name -> name.in(locale))
                        .orElse("–"),
                    one.reason(),
                    one.act().occurredAt()))
        .toList();
  }

  private List<ActRow> evidence(QuestionRow row, Locale locale) {
    List<Act> meant =
        acts.history(row.caseId()).stream()
            .filter(act -> row.acts().contains(act.number()))
            .toList();
    return actRows.of(row.caseId(), secrecy.shown(meant, Present.actor()), locale);
  }

  private void record(Actor actor, List<Irregularity> found) {
    var people =
        summaries.all(found.stream().map(Irregularity::caseId).toList()).values().stream()
            .map(Summary::person)
            .toList();
    looks.record(actor, ReadPurpose.PROCURATORIAL_SUPERVISION, "list", people);
  }

  private static List<Tally> tallies(List<Irregularity> found) {
    Map<Concern, Integer> counted = new EnumMap<>(Concern.class);
    for (Irregularity question : found) counted.merge(question.concern(), 1, Integer::sum);
    return Arrays.stream(Concern.values())
        .map(concern -> new Tally(concern.name(), counted.getOrDefault(concern, 0)))
        .toList();
  }
}
