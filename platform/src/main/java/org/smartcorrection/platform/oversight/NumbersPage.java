package org.smartcorrection.platform.oversight;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.LocalNumbersOfAgencies;
import org.smartcorrection.platform.casework.PublishedNumber;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.SealAgencyActs;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every number that the agency of the area has set for itself, with its difference (rule H6). */
@Controller
class NumbersPage {
  private static final int PAGE = 50;

  private final LocalNumbersOfAgencies numbers;
  private final SealAgencyActs sealed;
  private final Accounts accounts;
  private final Agencies agencies;
  private final Jurisdiction jurisdiction;
  private final LawWords law;

  NumbersPage(
      LocalNumbersOfAgencies numbers,
      SealAgencyActs sealed,
      Accounts accounts,
      Agencies agencies,
      Jurisdiction jurisdiction,
      LawWords law) {
    this.numbers = numbers;
    this.sealed = sealed;
    this.accounts = accounts;
    this.agencies = agencies;
    this.jurisdiction = jurisdiction;
    this.law = law;
  }

  /** One change with who made it, in which agency, and its receipt. */
  record Row(PublishedNumber act, LawWords.Cite cite, String by, String agency, Receipt receipt) {}

  @GetMapping("/oversight/numbers")
  String page(@RequestParam @Nullable Integer before, Model model, Locale locale) {
    Slice<PublishedNumber> acts = numbers.acts(jurisdiction.custody(Present.actor()), before, PAGE);
    model.addAttribute("page", rows(acts, locale));
    return "oversight/numbers";
  }

  private Slice<Row> rows(Slice<PublishedNumber> acts, Locale locale) {
    Map<ActId, Receipt> receipts = sealed.receipts(acts.rows());
    List<AccountId> accountsOfActs =
        acts.rows().stream().map(PublishedNumber::account).distinct().toList();
    Map<AccountId, Accounts.StaffName> names = accounts.names(accountsOfActs);
    return acts.map(
        act ->
            new Row(
                act,
                law.cite(act.set().rule(), locale),
                Optional.ofNullable(names.get(act.account()))
                    .map(name -> name.in(locale))
                    .orElse("–"),
                agencies.get(act.agency()).name(locale),
                receipts.getOrDefault(act.id(), new Receipt(Receipt.State.PENDING, -1, 0, 1))));
  }
}
