package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.FactWords;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Rule;
import org.smartcorrection.procedure.act.Fact;
import org.springframework.stereotype.Component;

/** How the person of an alarm can be reached now, and how it was tried. */
@Component
class Contacts {
  private static final Map<String, List<String>> SAID =
      Map.of(
          "PersonCalled", List.of("callOutcome", "callSaid"),
          "OfficerDispatched", List.of("dispatchedWho", "dispatchedWhere"),
          "DispatchReported", List.of("dispatchOutcome", "foundThere"));

  private final FactWords words;
  private final Law law;
  private final Accounts accounts;

  Contacts(FactWords words, Law law, Accounts accounts) {
    this.words = words;
    this.law = law;
    this.accounts = accounts;
  }

  /**
   * What the page shows.
   *
   * @param phone of the person; absent where none is known
   * @param night whether it is night, and the alarm not one for which somebody may be woken (L28)
   * @param dispatched whether somebody was sent out
   * @param tried calls, officers sent out and their reports, the earliest first
   * @param seenBy who acknowledged it first
   */
  record Shown(
      @Nullable String phone,
      boolean night,
      boolean dispatched,
      List<Tried> tried,
      @Nullable String seenBy) {}

  /** One of them, with what it says. */
  record Tried(String type, Instant at, List<Text> says) {}

  Shown of(Alarm alarm, List<Act> history, Identity person, Instant now, Locale locale) {
    return new Shown(
        person.phone().isBlank() ? null : person.phone(),
        !alarm.aboutPerson() && night(alarm, now),
        history.stream().anyMatch(act -> act.type().equals("OfficerDispatched")),
        history.stream()
            .filter(act -> SAID.containsKey(act.type()))
            .map(act -> new Tried("act." + act.type(), act.occurredAt(), said(act, locale)))
            .toList(),
        alarm.seenBy() == null ? null : name(alarm, locale));
  }

  private @Nullable String name(Alarm alarm, Locale locale) {
    return accounts.names(List.of(Objects.requireNonNull(alarm.seenBy()))).values().stream()
        .map(name -> name.in(locale))
        .findFirst()
        .orElse(null);
  }

  private List<Text> said(Act act, Locale locale) {
    var says = new ArrayList<Text>();
    for (String name : SAID.getOrDefault(act.type(), List.of())) {
      @Nullable Fact fact = act.facts().values().get(name);
      if (fact != null) says.add(Text.literal(words.of(name, fact, locale)));
    }
    return says;
  }

  private boolean night(Alarm alarm, Instant now) {
    Rule rule = law.rules(alarm.agency()).at(LegalCalendar.legalDay(now)).rule("L28");
    int hour = now.atZone(LegalCalendar.ZONE).getHour();
    return hour < rule.number("fromHour") || hour >= rule.number("untilHour");
  }
}
