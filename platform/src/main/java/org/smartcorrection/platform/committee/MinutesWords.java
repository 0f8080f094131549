package org.smartcorrection.platform.committee;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.FactText;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What minutes say of people, in the language of the law. */
@Component
class MinutesWords {
  private static final Locale OFFICIAL = Locale.SIMPLIFIED_CHINESE;

  private final Members members;
  private final Accounts accounts;
  private final MessageSource messages;
  private final Clock clock;

  MinutesWords(Members members, Accounts accounts, MessageSource messages, Clock clock) {
    this.members = members;
    this.accounts = accounts;
    this.messages = messages;
    this.clock = clock;
  }

  String name(AccountId account) {
    Accounts.StaffName name = accounts.names(List.of(account)).get(account);
    return name == null ? "–" : name.zh();
  }

  /** Who holds these posts today, in their order. */
  String holders(List<PostId> posts, AgencyId agency) {
    var today = LegalCalendar.legalDay(clock.instant());
    return posts.stream()
        .flatMap(
            post ->
                members.candidates(agency, today).stream()
                    .filter(held -> held.post().equals(post))
                    .limit(1))
        .map(held -> Objects.requireNonNullElse(held.nameZh(), "–") + "（" + held.titleZh() + "）")
        .collect(Collectors.joining("、"));
  }

  String votes(Tally tally) {
    return joined(
        tally.votes().values(),
        act ->
            Stream.of(
                messages.getMessage("choice." + act.facts().said("vote"), null, OFFICIAL),
                act.facts().said("voteOpinion")));
  }

  String recusals(Tally tally) {
    return joined(tally.recused().values(), act -> Stream.of(act.facts().said("reason")));
  }

  String signatures(Tally tally) {
    return joined(
        tally.signed().values(), act -> Stream.of(FactText.moment(act.recordedAt(), OFFICIAL)));
  }

  private static String joined(Collection<Act> acts, Function<Act, Stream<String>> said) {
    return acts.stream()
        .map(
            act ->
                act.facts().said("memberNamed")
                    + "："
                    + said.apply(act)
                        .filter(words -> !words.isBlank())
                        .collect(Collectors.joining("，")))
        .collect(Collectors.joining("；"));
  }
}
