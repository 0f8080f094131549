package org.smartcorrection.platform.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.organisation.Staffing;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.springframework.stereotype.Component;

/** The form in which the head draws a week up: two people for each turn. */
@Component
class RosterForm {
  static final int DAYS = 7;
  private static final String OFFICER = "officer-";
  private static final String DEPUTY = "deputy-";

  private final Roster roster;
  private final Superiors superiors;
  private final DutyHours hours;

  RosterForm(Roster roster, Superiors superiors, DutyHours hours) {
    this.roster = roster;
    this.superiors = superiors;
    this.hours = hours;
  }

  /** One turn in the form, by the names of its fields. */
  record Asked(Shift shift, String officer, String deputy) {}

  /** The turns of the week that are not over. */
  List<Asked> turns(AgencyId custody, LocalDate first) {
    Shift now = hours.now(custody);
    return Stream.iterate(new Shift(first, Shift.Half.DAY), Shift::next)
        .limit(DAYS * 2L)
        .filter(shift -> !RosterView.over(shift, now))
        .map(shift -> new Asked(shift, OFFICER + shift.key(), DEPUTY + shift.key()))
        .toList();
  }

  /** The form as the turns are drawn up now. */
  Form drawn(AgencyId custody, LocalDate first) {
    Form form = Form.empty();
    for (Duty duty : roster.between(custody, first, first.plusDays(DAYS - 1L))) {
      if (duty.officer() != null)
        form = form.with(OFFICER + duty.shift().key(), duty.officer().toString());
      if (duty.deputy() != null)
        form = form.with(DEPUTY + duty.shift().key(), duty.deputy().toString());
    }
    return form;
  }

  /** The turns that the form changes; what is wrong stays with the reader. */
  List<Duty> changed(AgencyId custody, LocalDate first, FormReader reader, Locale locale) {
    Map<Shift, Duty> known = new HashMap<>();
    for (Duty duty : roster.between(custody, first, first.plusDays(DAYS - 1L)))
      known.put(duty.shift(), duty);
    List<String> officers = values(officers(custody, locale));
    List<String> deputies = values(deputies(custody, locale));
    var changed = new ArrayList<Duty>();
    for (Asked asked : turns(custody, first)) {
      @Nullable AccountId officer = account(reader, asked.officer(), officers);
      @Nullable AccountId deputy = account(reader, asked.deputy(), deputies);
      if (officer != null && officer.equals(deputy)) reader.failing(asked.deputy(), "roster.same");
      var wanted = new Duty(asked.shift(), officer, deputy);
      Duty before =
          Optional.ofNullable(known.get(asked.shift())).orElse(new Duty(asked.shift(), null, null));
      if (!wanted.equals(before)) changed.add(wanted);
    }
    return changed;
  }

  private static List<String> values(List<Option> options) {
    return options.stream().map(Option::value).toList();
  }

  private static @Nullable AccountId account(FormReader reader, String name, List<String> among) {
    String typed = reader.form().value(name);
    if (typed.isEmpty()) return null;
    if (!among.contains(typed)) {
      reader.failing(name, "roster.unknown");
      return null;
    }
    return AccountId.of(typed);
  }

  /** Who can be on duty: the officers of the agency. */
  List<Option> officers(AgencyId custody, Locale locale) {
    return options(superiors.held(custody, Role.AGENCY_OFFICER), locale);
  }

  /** Who can be asked next: the officers, and whoever leads the bureau. */
  List<Option> deputies(AgencyId custody, Locale locale) {
    return options(
        Stream.concat(superiors.held(custody, Role.AGENCY_OFFICER), superiors.leading(custody)),
        locale);
  }

  private static List<Option> options(Stream<Staffing.Held> held, Locale locale) {
    var options = new LinkedHashMap<String, Option>();
    held.forEach(
        one -> {
          String account = Objects.requireNonNull(one.account()).toString();
          options.putIfAbsent(
              account,
              new Option(
                  account,
                  Text.of(
                      "roster.who",
                      Objects.requireNonNullElse(one.name(locale), ""),
                      one.title(locale))));
        });
    return List.copyOf(options.values());
  }
}
