package org.smartcorrection.platform.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.ChangeWords;
import org.smartcorrection.platform.casework.DefinitionDrafts;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.LocalDefinitionsOfAgencies;
import org.smartcorrection.platform.casework.PublishedDefinition;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.SealAgencyActs;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.act.Definition;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The procedures that an agency follows in a version of its own, and how it came to them. */
@Controller
class OwnProcedures {
  private static final int PAGE = 20;

  private final Law law;
  private final ReadersNumbers readers;
  private final LocalDefinitionsOfAgencies definitions;
  private final DefinitionDrafts drafts;
  private final ChangeWords words;
  private final SealAgencyActs sealed;
  private final Accounts accounts;
  private final MessageSource messages;
  private final Clock clock;

  OwnProcedures(
      Law law,
      ReadersNumbers readers,
      LocalDefinitionsOfAgencies definitions,
      DefinitionDrafts drafts,
      ChangeWords words,
      SealAgencyActs sealed,
      Accounts accounts,
      MessageSource messages,
      Clock clock) {
    this.law = law;
    this.readers = readers;
    this.definitions = definitions;
    this.drafts = drafts;
    this.words = words;
    this.sealed = sealed;
    this.accounts = accounts;
    this.messages = messages;
    this.clock = clock;
  }

  /** A procedure that was published, with what it changed, who published it, and its receipt. */
  record Row(PublishedDefinition act, List<String> changes, String by, Receipt receipt) {}

  /** What is being written. */
  record Draft(String procedure, String called, Instant savedAt) {}

  /** Leads on to the chosen procedure; without a choice it is the list. */
  @GetMapping("/console/procedures")
  String all(
      @RequestParam @Nullable Integer before,
      @RequestParam @Nullable String procedure,
      Model model,
      Locale locale) {
    if (procedure != null && OwnProcedurePage.isName(procedure))
      return "redirect:/console/procedures/" + procedure;
    Actor actor = Present.actor();
    Agency agency = readers.custody(actor).orElseThrow(NotFound::new);
    Form form = procedure == null ? Form.empty() : Form.empty().with("procedure", procedure);
    if (procedure != null) form = form.failing("procedure", "desk.own.no-name");
    model.addAttribute("form", form);
    model.addAttribute("agency", agency.name(locale));
    model.addAttribute("families", families(agency));
    model.addAttribute(
        "drafts",
        drafts.of(agency.id()).stream()
            .map(
                draft ->
                    new Draft(
                        draft.procedure(),
                        OwnProcedurePage.called(draft.procedure(), messages, locale),
                        draft.savedAt()))
            .toList());
    model.addAttribute("publishes", actor.headsBureau());
    model.addAttribute("first", before == null);
    model.addAttribute("acts", acts(agency, before, locale));
    return "desk/own-procedures";
  }

  /** What may be chosen, as readers look for it. */
  private Map<String, List<Option>> families(Agency agency) {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    var families = new TreeMap<String, List<Option>>();
    for (Definition each : law.inForce(agency.id(), today))
      families
          .computeIfAbsent("family." + each.family(), _ -> new ArrayList<>())
          .add(new Option(each.id(), Text.of("procedure." + each.id())));
    return families;
  }

  private Slice<Row> acts(Agency agency, @Nullable Integer before, Locale locale) {
    Slice<PublishedDefinition> acts = definitions.acts(agency.id(), before, PAGE);
    Map<ActId, Receipt> receipts = sealed.receipts(acts.rows());
    Map<AccountId, Accounts.StaffName> names =
        accounts.names(acts.rows().stream().map(PublishedDefinition::account).distinct().toList());
    return acts.map(
        act ->
            new Row(
                act,
                words.of(act, locale),
                Optional.ofNullable(names.get(act.account()))
                    .map(name -> name.in(locale))
                    .orElse("–"),
                receipts.getOrDefault(act.id(), new Receipt(Receipt.State.PENDING, -1, 0, 1))));
  }
}
