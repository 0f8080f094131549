package org.smartcorrection.platform.admin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.TrailLines;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.evidence.LedgerMembers;
import org.smartcorrection.platform.evidence.Mismatches;
import org.smartcorrection.platform.evidence.Receipts;
import org.smartcorrection.platform.evidence.Shredding;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Staffing;
import org.smartcorrection.platform.shell.Text;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the auditor reads: who did what, and whether the database still says what was recorded. */
@Controller
class AuditPages {
  private static final int PAGE = 100;
  private static final int MOST = 200;

  private final TrailLines trail;
  private final Staffing staffing;
  private final Receipts receipts;
  private final LedgerMembers members;
  private final Mismatches mismatches;
  private final Shredding shredding;
  private final Summaries summaries;
  private final Agencies agencies;
  private final MessageSource messages;

  AuditPages(
      TrailLines trail,
      Staffing staffing,
      Receipts receipts,
      LedgerMembers members,
      Mismatches mismatches,
      Shredding shredding,
      Summaries summaries,
      Agencies agencies,
      MessageSource messages) {
    this.trail = trail;
    this.staffing = staffing;
    this.receipts = receipts;
    this.members = members;
    this.mismatches = mismatches;
    this.shredding = shredding;
    this.summaries = summaries;
    this.agencies = agencies;
    this.messages = messages;
  }

  /**
   * A line of the trail.
   *
   * @param who a login of staff; people under correction stay unnamed
   */
  record Row(TrailLines.TrailLine line, Text who, Text event) {}

  /** A difference, by case number and place. */
  record Difference(String caseNumber, Mismatches.Mismatch found) {}

  @GetMapping("/admin/trail")
  String trail(@RequestParam Optional<String> before, Model model, Locale locale) {
    Slice<TrailLines.TrailLine> page = trail.page(before.orElse(null), PAGE);
    Map<AccountId, String> logins =
        staffing.logins(
            page.rows().stream()
                .map(TrailLines.TrailLine::account)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
    model.addAttribute("page", page.map(line -> row(line, logins, locale)));
    return "admin/trail";
  }

  private Row row(TrailLines.TrailLine line, Map<AccountId, String> logins, Locale locale) {
    @Nullable AccountId account = line.account();
    @Nullable String login = account == null ? null : logins.get(account);
    Text who =
        account == null
            ? Text.of("admin.trail.nobody")
            : login == null ? Text.of("admin.trail.person") : Text.literal(login);
    // a module may note an event before anybody has worded it
    String worded =
        messages.getMessage("admin.trail.event." + line.event(), null, line.event(), locale);
    return new Row(line, who, Text.literal(worded == null ? line.event() : worded));
  }

  @GetMapping("/admin/ledger")
  String ledger(Model model) {
    model.addAttribute("entries", receipts.size());
    model.addAttribute("shreds", shredding.state());
    model.addAttribute("heads", receipts.checkpoints());
    model.addAttribute("members", members.states());
    model.addAttribute("differences", differences());
    return "admin/ledger";
  }

  /** Without what people entrusted to a procuratorate: not even that there is a case may show. */
  private List<Difference> differences() {
    List<Mismatches.Mismatch> standing = mismatches.standing(MOST);
    Map<CaseId, Summary> cases =
        summaries.all(standing.stream().map(Mismatches.Mismatch::caseId).toList());
    return standing.stream()
        .filter(found -> shown(cases.get(found.caseId())))
        .map(
            found ->
                new Difference(Objects.requireNonNull(cases.get(found.caseId())).number(), found))
        .toList();
  }

  private boolean shown(@Nullable Summary in) {
    return in != null && agencies.get(in.agency()).kind() != AgencyKind.PROCURATORATE;
  }
}
