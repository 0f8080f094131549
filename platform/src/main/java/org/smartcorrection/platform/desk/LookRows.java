package org.smartcorrection.platform.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/** Who looked at a person's data, as the person sees it. */
@Component
class LookRows {
  private static final int SIZE = 12;

  private final Looks looks;
  private final Accounts accounts;
  private final Agencies agencies;
  private final Clock clock;

  LookRows(Looks looks, Accounts accounts, Agencies agencies, Clock clock) {
    this.looks = looks;
    this.accounts = accounts;
    this.agencies = agencies;
    this.clock = clock;
  }

  List<LookRow> at(PersonId person, Actor reader, Locale locale) {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    Map<PostId, Optional<Actor>> posts = new HashMap<>();
    return looks.at(person, null, SIZE).rows().stream()
        .filter(Discretion::shows)
        .map(
            look -> {
              Optional<Actor> actor =
                  posts.computeIfAbsent(
                      look.post(), post -> accounts.acting(look.account(), post, today));
              return new LookRow(
                  look.at(),
                  agencies.get(look.agency()).name(locale),
                  actor.map(known -> known.postTitle(locale)).orElse(""),
                  Text.of("access.what." + look.what()),
                  Text.of(look.purpose().key()),
                  look.account().equals(reader.account()));
            })
        .toList();
  }
}
