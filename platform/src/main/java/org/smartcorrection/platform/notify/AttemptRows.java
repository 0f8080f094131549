package org.smartcorrection.platform.notify;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.organisation.Accounts;
import org.springframework.stereotype.Component;

/** What was tried to reach members of staff, in words and with their names. */
@Component
public class AttemptRows {
  private final Accounts accounts;

  AttemptRows(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * Those that were tried, in their order.
   *
   * @param stages what the keys of the messages of the stages begin with
   */
  public <S extends Enum<S>> List<AttemptRow> of(
      List<Attempt<S>> tried, String stages, Locale locale) {
    Map<AccountId, Accounts.StaffName> names =
        accounts.names(
            tried.stream().map(Attempt::to).filter(Objects::nonNull).distinct().toList());
    return tried.stream().map(one -> row(one, stages, names, locale)).toList();
  }

  private static <S extends Enum<S>> AttemptRow row(
      Attempt<S> one, String stages, Map<AccountId, Accounts.StaffName> names, Locale locale) {
    Accounts.@Nullable StaffName name = one.to() == null ? null : names.get(one.to());
    return new AttemptRow(
        one.at(),
        stages + one.stage().name(),
        "notify.way." + one.way().name(),
        name == null ? null : name.in(locale),
        "notify.answer." + one.answer().name(),
        one.why() == null ? null : "notify.unavailable." + one.why());
  }
}
