package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.LocalNumbersOfAgencies;
import org.smartcorrection.platform.casework.PublishedNumber;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.SealAgencyActs;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The numbers that count, for anybody; and how an agency came to its own, for the agency. */
@Controller
class NumbersPages {
  private static final int PAGE = 20;

  private final Law law;
  private final ReadersNumbers readers;
  private final LocalNumbersOfAgencies numbers;
  private final SealAgencyActs sealed;
  private final Accounts accounts;

  NumbersPages(
      Law law,
      ReadersNumbers readers,
      LocalNumbersOfAgencies numbers,
      SealAgencyActs sealed,
      Accounts accounts) {
    this.law = law;
    this.readers = readers;
    this.numbers = numbers;
    this.sealed = sealed;
    this.accounts = accounts;
  }

  @GetMapping("/law/numbers")
  String all(Model model, Locale locale) {
    ReadersNumbers.Shown shown = readers.today();
    model.addAttribute("agency", name(shown.agency(), locale));
    model.addAttribute("day", shown.day());
    model.addAttribute("rows", NumberRow.of(shown, law, locale));
    model.addAttribute("own", agencyReads());
    return "desk/numbers";
  }

  @GetMapping("/console/numbers")
  String own(@RequestParam @Nullable Integer before, Model model, Locale locale) {
    Actor actor = Present.actor();
    Agency agency = readers.custody(actor).orElseThrow(NotFound::new);
    ReadersNumbers.Shown shown = readers.of(agency);
    model.addAttribute("agency", agency.name(locale));
    model.addAttribute(
        "rows",
        NumberRow.of(shown, law, locale).stream().filter(row -> row.bounds() != null).toList());
    model.addAttribute("publishes", actor.headsBureau());
    model.addAttribute("first", before == null);
    model.addAttribute("acts", acts(agency, before, locale));
    return "desk/own-numbers";
  }

  private Slice<PublishedRow> acts(Agency agency, @Nullable Integer before, Locale locale) {
    Slice<PublishedNumber> acts = numbers.acts(agency.id(), before, PAGE);
    Map<ActId, Receipt> receipts = sealed.receipts(acts.rows());
    Map<AccountId, Accounts.StaffName> names =
        accounts.names(acts.rows().stream().map(PublishedNumber::account).distinct().toList());
    return acts.map(
        act ->
            new PublishedRow(
                act,
                Optional.ofNullable(names.get(act.account()))
                    .map(name -> name.in(locale))
                    .orElse("–"),
                receipts.getOrDefault(act.id(), new Receipt(Receipt.State.PENDING, -1, 0, 1))));
  }

  private static @Nullable String name(Optional<Agency> agency, Locale locale) {
    return agency.map(known -> known.name(locale)).orElse(null);
  }

  /** Whether the reader is of those who see how their agency came to its numbers. */
  static boolean agencyReads() {
    return Present.find()
        .filter(actor -> List.of(Role.BUREAU_HEAD, Role.AGENCY_OFFICER).contains(actor.role()))
        .isPresent();
  }
}
