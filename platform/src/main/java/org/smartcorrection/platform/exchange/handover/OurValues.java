package org.smartcorrection.platform.exchange.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/** What we say of cases, in the columns and the writing of a format. */
@Component
class OurValues {
  private final People people;
  private final Acts acts;
  private final Agencies agencies;

  OurValues(People people, Acts acts, Agencies agencies) {
    this.people = people;
    this.acts = acts;
    this.agencies = agencies;
  }

  /** One row for each case, its values by field in the order of the columns. */
  Map<CaseId, Map<OurField, String>> of(List<Summary> cases, Format format) {
    Map<PersonId, Identity> known = people.all(cases.stream().map(Summary::person).toList());
    Map<CaseId, List<Act>> intakes =
        format.asksForIntake()
            ? acts.intakes(cases.stream().map(Summary::caseId).toList())
            : Map.of();
    Map<CaseId, Map<OurField, String>> rows = new LinkedHashMap<>();
    for (Summary in : cases) {
      @Nullable Identity identity = known.get(in.person());
      // of a case that is closed to whoever writes the file, its number is all that is in it
      boolean closed = identity == null && in.guarded();
      Map<OurField, @Nullable Object> values =
          closed ? new HashMap<>(Map.of(OurField.CASE_NUMBER, in.number())) : new HashMap<>(of(in));
      if (identity != null) values.putAll(of(identity));
      for (Act act : closed ? List.<Act>of() : intakes.getOrDefault(in.caseId(), List.of()))
        values.putAll(of(act));
      Map<OurField, String> row = new EnumMap<>(OurField.class);
      for (Format.Column column : format.columns())
        row.put(column.field(), column.write(values.get(column.field())));
      rows.put(in.caseId(), row);
    }
    return rows;
  }

  private Map<OurField, @Nullable Object> of(Summary in) {
    Map<OurField, @Nullable Object> values = new HashMap<>();
    @Nullable AgencyId office = in.office();
    values.put(OurField.CASE_NUMBER, in.number());
    values.put(OurField.CATEGORY, in.category());
    values.put(OurField.STATUS, in.status());
    values.put(OurField.LEVEL, in.level());
    values.put(OurField.TERM_FROM, in.termFrom());
    values.put(OurField.TERM_UNTIL, in.termUntil());
    values.put(
        OurField.OFFICE,
        office == null ? null : agencies.get(office).name(Locale.SIMPLIFIED_CHINESE));
    values.put(OurField.LAST_CONTACT_ON, day(in.lastContactAt()));
    return values;
  }

  private static Map<OurField, Object> of(Identity identity) {
    return Map.of(
        OurField.NAME, identity.name(),
        OurField.IDENTITY_NUMBER, identity.identityNumber(),
        OurField.SEX, identity.gender(),
        OurField.BORN, identity.born(),
        OurField.PHONE, identity.phone(),
        OurField.ADDRESS, identity.address());
  }

  /** What an act of the intake states. A later one counts where both do. */
  private static Map<OurField, Object> of(Act act) {
    Facts facts = act.facts();
    var values = new HashMap<OurField, Object>();
    if (!facts.said("offence").isEmpty()) values.put(OurField.OFFENCE, facts.said("offence"));
    if (!facts.said("courtNumber").isEmpty())
      values.put(OurField.DECISION_NUMBER, facts.said("courtNumber"));
    facts.day("judgedOn").ifPresent(day -> values.put(OurField.JUDGED_ON, day));
    facts.day("effectiveOn").ifPresent(day -> values.put(OurField.EFFECTIVE_ON, day));
    facts.day("reportedOn").ifPresent(day -> values.put(OurField.RECEIVED_ON, day));
    return values;
  }

  private static @Nullable LocalDate day(@Nullable Instant at) {
    return at == null ? null : LegalCalendar.legalDay(at);
  }
}
