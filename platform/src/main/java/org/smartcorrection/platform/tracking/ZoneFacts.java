package org.smartcorrection.platform.tracking;

import java.time.LocalDate;
import java.util.Optional;
import org.smartcorrection.location.LegalBasis;
import org.smartcorrection.location.supervision.PresenceBasis;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.shell.FormReader;

/** What the form of a zone says beside its ground, as facts of the act that sets it. */
final class ZoneFacts {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST = 2_000;

  private ZoneFacts() {}

  /** On public holidays. */
  enum OnHolidays {
    HOLIDAYS_AS_USUAL,
    NOT_ON_HOLIDAYS,
    ONLY_ON_HOLIDAYS
  }

  /** Who is protected. */
  enum ProtectedKind {
    VICTIM,
    ACCUSER,
    INFORMANT
  }

  /** The facts of permitted ground; what is missing the form says. */
  static Facts permitted(FormReader reader) {
    Facts facts = Facts.NONE.text("name", reader.text("name", LONGEST_NAME));
    Optional<LegalBasis> basis = reader.choice("basis", LegalBasis.class);
    if (basis.isEmpty()) return facts;
    Facts based = facts.choice("basis", basis.get());
    return basis.get().temporary()
        ? based.with(days(reader, "permittedFrom", "permittedUntil"))
        : based;
  }

  /** The facts of another kind of ground. */
  static Facts of(ZoneKind kind, FormReader reader) {
    Facts facts =
        days(reader, "zoneFrom", "zoneUntil")
            .text(kind.named(), reader.text(kind.named(), LONGEST_NAME));
    return switch (kind) {
      case FORBIDDEN ->
          hours(reader, facts.text("orderNumber", reader.text("orderNumber", LONGEST_NAME)));
      case PROTECTED ->
          reader
              .choice("protectedKind", ProtectedKind.class)
              .map(who -> facts.choice("protectedKind", who))
              .orElse(facts)
              .text("protectedReason", reader.text("protectedReason", LONGEST))
              .with(count(reader, "protectedRadius", 50, 5_000));
      case PRESENCE -> presence(reader, facts);
      case SILENT ->
          facts
              .text("reason", reader.text("reason", LONGEST))
              .with(count(reader, "longestMinutes", 1, 720));
    };
  }

  private static Facts presence(FormReader reader, Facts facts) {
    Facts based =
        reader
            .choice("presenceBasis", PresenceBasis.class)
            .map(basis -> facts.choice("presenceBasis", basis))
            .orElse(facts)
            .with(count(reader, "graceMinutes", 0, 240));
    if (based.said("presenceBasis").equals(PresenceBasis.PUBLIC_BENEFIT_ACTIVITY.name()))
      based = based.flag("activityAgreed", reader.ticked("activityAgreed"));
    return hours(reader, based);
  }

  private static Facts hours(FormReader reader, Facts facts) {
    OnHolidays on =
        reader.choiceIfAny("onHolidays", OnHolidays.class).orElse(OnHolidays.HOLIDAYS_AS_USUAL);
    return facts.text(WeekInput.FIELD, WeekInput.read(reader)).choice("onHolidays", on);
  }

  private static Facts count(FormReader reader, String name, int least, int most) {
    var number = reader.wholeNumber(name, least, most);
    return number.isPresent() ? Facts.NONE.count(name, (int) number.getAsLong()) : Facts.NONE;
  }

  private static Facts days(FormReader reader, String first, String last) {
    Optional<LocalDate> from = reader.date(first);
    Optional<LocalDate> until = reader.date(last);
    if (from.isEmpty() || until.isEmpty()) return Facts.NONE;
    if (until.get().isBefore(from.get())) reader.failing(last, "tracking.area.until-before-from");
    return Facts.NONE.day(first, from.get()).day(last, until.get());
  }
}
