package org.smartcorrection.platform.file;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The register of the documents that an agency issued (发文登记簿): numbers and kinds, which the
 * database keeps in the open. What a document says is sealed and is not looked for here.
 */
@Controller
class RegisterPage {
  private static final String PATH = "/console/register";
  private static final int SIZE = 50;
  private static final int LOOKED_AT = 400;

  private final Documents documents;
  private final Summaries summaries;
  private final Jurisdiction jurisdiction;
  private final Restrictions restrictions;
  private final Agencies agencies;
  private final Looks looks;
  private final Law law;
  private final MessageSource messages;

  RegisterPage(
      Documents documents,
      Summaries summaries,
      Jurisdiction jurisdiction,
      Restrictions restrictions,
      Agencies agencies,
      Looks looks,
      Law law,
      MessageSource messages) {
    this.documents = documents;
    this.summaries = summaries;
    this.jurisdiction = jurisdiction;
    this.restrictions = restrictions;
    this.agencies = agencies;
    this.looks = looks;
    this.law = law;
    this.messages = messages;
  }

  /** A line of the register. */
  record Row(Document document, Summary in) {}

  @GetMapping(PATH)
  String latest(Model model, HttpServletRequest request) {
    return show("", model, request);
  }

  @PostMapping(PATH)
  String find(
      @RequestParam(defaultValue = "") String words, Model model, HttpServletRequest request) {
    return show(words.strip(), model, request);
  }

  private String show(String words, Model model, HttpServletRequest request) {
    Actor actor = Present.actor();
    Set<String> kinds = words.isEmpty() ? Set.of() : kinds(words);
    List<Document> issued = documents.issued(registers(actor), kinds, words, LOOKED_AT);
    Map<CaseId, Summary> cases =
        summaries.all(issued.stream().map(Document::caseId).distinct().toList());
    var rows = new ArrayList<Row>();
    boolean cut = issued.size() == LOOKED_AT;
    for (Document document : issued) {
      Summary in = cases.get(document.caseId());
      if (in == null || !jurisdiction.covers(actor, in.agency(), in.office())) continue;
      if (restrictions.closed(actor, in)) continue;
      if (rows.size() == SIZE) {
        cut = true;
        break;
      }
      rows.add(new Row(document, in));
    }
    looks.record(
        actor,
        Sessions.purpose(request, actor),
        "list",
        rows.stream().map(row -> row.in().person()).distinct().toList());
    model.addAttribute("rows", rows);
    model.addAttribute("words", words);
    model.addAttribute("cut", cut ? SIZE : 0);
    return "file/register";
  }

  /** Whose numbers: the agency that has the cases, what works below it, and the actor's own. */
  private List<AgencyId> registers(Actor actor) {
    AgencyId custody = jurisdiction.custody(actor);
    return Stream.concat(
            Stream.of(custody, actor.agency().id()),
            agencies.below(custody).stream().map(Agency::id))
        .distinct()
        .toList();
  }

  /** The kinds whose name in either language has these words. */
  private Set<String> kinds(String words) {
    String asked = words.toLowerCase(Locale.ROOT);
    var kinds = new TreeSet<String>();
    law.known().stream()
        .flatMap(definition -> definition.acts().stream())
        .flatMap(
            act ->
                Stream.concat(
                    act.documents().stream(),
                    act.effects().stream().flatMap(effect -> effect.issue().stream())))
        .distinct()
        .filter(
            kind ->
                Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
                    .map(locale -> messages.getMessage("document." + kind, null, "", locale))
                    .anyMatch(
                        name -> name != null && name.toLowerCase(Locale.ROOT).contains(asked)))
        .forEach(kinds::add);
    return kinds;
  }
}
