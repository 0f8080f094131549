package org.smartcorrection.platform.roster;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Accounts;
import org.springframework.stereotype.Component;

/** Who is on duty now, in words for pages: the template {@code roster/parts} draws it. */
@Component
public class OnDuty {
  private final Roster roster;
  private final DutyHours hours;
  private final Accounts accounts;

  OnDuty(Roster roster, DutyHours hours, Accounts accounts) {
    this.roster = roster;
    this.hours = hours;
    this.accounts = accounts;
  }

  /**
   * The turn that goes on.
   *
   * @param officer absent where nobody has it
   */
  public record Now(
      Shift shift, Instant until, @Nullable String officer, @Nullable String deputy) {}

  public Now now(AgencyId custody, Locale locale) {
    Shift shift = hours.now(custody);
    Optional<Duty> duty = roster.of(custody, shift);
    Map<AccountId, String> names = names(duty.stream().toList(), locale);
    return new Now(
        shift,
        hours.ends(custody, shift),
        name(names, duty.map(Duty::officer).orElse(null)),
        name(names, duty.map(Duty::deputy).orElse(null)));
  }

  /** What those are called who have these turns. */
  Map<AccountId, String> names(List<Duty> duties, Locale locale) {
    List<AccountId> who =
        duties.stream()
            .flatMap(duty -> Stream.of(duty.officer(), duty.deputy()))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    var names = new HashMap<AccountId, String>();
    accounts.names(who).forEach((account, name) -> names.put(account, name.in(locale)));
    return names;
  }

  static @Nullable String name(Map<AccountId, String> names, @Nullable AccountId who) {
    return who == null ? null : names.get(who);
  }
}
