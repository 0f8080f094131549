package org.smartcorrection.platform.notify;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.notify.Attempt.Answer;
import org.smartcorrection.platform.notify.Attempt.Way;
import org.smartcorrection.platform.roster.DutyNumbers;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Reaches members of staff on the telephone of their duty. Each attempt stands in a log before it
 * is made; a way that is not there is noted as such, and the next is tried at once.
 */
@Component
public class DutyCalls {
  private final DutyNumbers numbers;
  private final TextMessages texts;
  private final VoiceCalls calls;
  private final MessageSource words;
  private final Clock clock;

  public DutyCalls(
      DutyNumbers numbers, TextMessages texts, VoiceCalls calls, MessageSource words, Clock clock) {
    this.numbers = numbers;
    this.texts = texts;
    this.calls = calls;
    this.words = words;
    this.clock = clock;
  }

  /**
   * Tells each of these by the first of the ways that goes.
   *
   * @param before how many attempts were made before
   * @param said the key of the words, which name nobody
   * @return what was tried; it ends early where the log says that it is not to go on
   */
  public <S extends Enum<S>> List<Attempt<S>> reach(
      S stage, List<AccountId> whom, List<Way> ways, String said, int before, Attempt.Log<S> log) {
    if (whom.isEmpty()) {
      var nobody =
          new Attempt<>(
              before + 1, stage, null, ways.getFirst(), clock.instant(), Answer.NOBODY, null);
      return log.begin(nobody) ? List.of(nobody) : List.of();
    }
    var made = new ArrayList<Attempt<S>>();
    for (AccountId account : whom)
      for (Way way : ways) {
        int number = before + made.size() + 1;
        var begun = new Attempt<>(number, stage, account, way, clock.instant(), Answer.BEGUN, null);
        if (!log.begin(begun)) return made;
        Attempt<S> answered = begun.answered(send(account, way, said));
        log.answered(answered);
        made.add(answered);
        if (answered.answer() == Answer.SENT) break;
      }
    return made;
  }

  private Delivery send(AccountId account, Way way, String key) {
    Optional<String> telephone = numbers.of(account);
    if (telephone.isEmpty()) return new Delivery.Unavailable("no-number");
    String said = words.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    return switch (way) {
      case TEXT -> texts.text(telephone.get(), said);
      case VOICE -> calls.call(telephone.get(), said);
    };
  }
}
