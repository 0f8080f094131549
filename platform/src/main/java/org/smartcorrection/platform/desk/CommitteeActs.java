package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.HouseAct;
import org.smartcorrection.platform.committee.Committees;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.SealAgencyActs;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Accounts;
import org.springframework.stereotype.Component;

/** By which acts a committee was set up and called together, with their receipts. */
@Component
class CommitteeActs {
  private static final int MOST = 20;

  private final Committees committees;
  private final SealAgencyActs sealed;
  private final Accounts accounts;

  CommitteeActs(Committees committees, SealAgencyActs sealed, Accounts accounts) {
    this.committees = committees;
    this.sealed = sealed;
    this.accounts = accounts;
  }

  /** One of them; {@code by} is the name of whoever did it. */
  record Row(HouseAct act, String by, Receipt receipt) {}

  /** The latest first. */
  List<Row> of(AgencyId agency, Locale locale) {
    List<HouseAct> acts = committees.acts(agency, MOST);
    Map<ActId, Receipt> receipts = sealed.receipts(acts);
    Map<AccountId, Accounts.StaffName> names =
        accounts.names(acts.stream().map(HouseAct::account).distinct().toList());
    return acts.stream()
        .map(
            act -> {
              Accounts.@Nullable StaffName name = names.get(act.account());
              return new Row(
                  act,
                  name == null ? "–" : name.in(locale),
                  Objects.requireNonNull(receipts.get(act.id())));
            })
        .toList();
  }
}
