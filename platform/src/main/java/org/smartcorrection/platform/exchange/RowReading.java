package org.smartcorrection.platform.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.exchange.table.Categories;
import org.smartcorrection.platform.exchange.table.Days;
import org.smartcorrection.platform.exchange.table.Field;
import org.smartcorrection.platform.exchange.table.Mapping;
import org.smartcorrection.platform.exchange.table.TableRow;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.IdentityNumber;

/**
 * Reads one row of an old register: pure. A row that names the organ, the number and the place of
 * the decision is verified, any other one is not (H7).
 */
final class RowReading {
  private static final int LINE = 200;
  private static final Set<Field> DECISION = EnumSet.of(Field.ORGAN, Field.NUMBER, Field.PAPER);

  private final Mapping mapping;
  private final LocalDate today;

  RowReading(Mapping mapping, LocalDate today) {
    this.mapping = mapping;
    this.today = today;
  }

  /** What came of it: a case to take over, or everything that is wrong. */
  sealed interface Read {}

  /**
   * A case to take over.
   *
   * @param number of the decision, with which and with the person the row is known again
   */
  record Whole(Identity person, Facts facts, String number, boolean verified) implements Read {}

  record Broken(List<Wrong> wrong) implements Read {}

  Read read(TableRow row) {
    return new One(row).read();
  }

  private final class One {
    private final TableRow row;
    private final List<Wrong> wrong = new ArrayList<>();

    private One(TableRow row) {
      this.row = row;
    }

    Read read() {
      String name = needed(Field.NAME, 80);
      Optional<IdentityNumber> number = identityNumber();
      number.ifPresent(this::agrees);
      Optional<String> category = Categories.read(needed(Field.CATEGORY, LINE));
      if (category.isEmpty()) wrong(Field.CATEGORY, "category", null);
      Optional<LocalDate> from = neededDay(Field.TERM_FROM);
      Optional<LocalDate> until = neededDay(Field.TERM_UNTIL);
      if (from.isPresent() && until.filter(from.get()::isAfter).isPresent())
        wrong(Field.TERM_UNTIL, "term-order", null);
      if (until.filter(today::isAfter).isPresent()) wrong(Field.TERM_UNTIL, "term-over", null);
      Facts facts = facts();
      String address = said(Field.ADDRESS, LINE);
      String phone = said(Field.PHONE, LINE);
      if (!wrong.isEmpty() || number.isEmpty()) return new Broken(List.copyOf(wrong));
      var person =
          new Identity(
              name,
              "",
              number.get().gender(),
              number.get().born(),
              number.get().number(),
              phone,
              address);
      return new Whole(
          person,
          facts
              .choice("category", category.orElseThrow())
              .day("termStartsOn", from.orElseThrow())
              .day("termEndsOn", until.orElseThrow()),
          facts.said("courtNumber"),
          DECISION.stream().noneMatch(field -> mapping.value(field, row).isBlank()));
    }

    private Facts facts() {
      Facts facts = Facts.NONE;
      facts = words(facts, "decisionOrgan", Field.ORGAN);
      facts = words(facts, "courtNumber", Field.NUMBER);
      facts = words(facts, "paperAt", Field.PAPER);
      facts = words(facts, "offence", Field.OFFENCE);
      facts = words(facts, "officeSaid", Field.OFFICE);
      facts = day(facts, "judgedOn", Field.JUDGED);
      facts = day(facts, "effectiveOn", Field.EFFECTIVE);
      return day(facts, "reportedOn", Field.REPORTED);
    }

    private Facts words(Facts facts, String fact, Field field) {
      String said = said(field, LINE);
      return said.isEmpty() ? facts : facts.text(fact, said);
    }

    private Facts day(Facts facts, String fact, Field field) {
      return dayIfAny(field).map(day -> facts.day(fact, day)).orElse(facts);
    }

    private Optional<IdentityNumber> identityNumber() {
      String typed = needed(Field.IDENTITY_NUMBER, LINE);
      if (typed.isEmpty()) return Optional.empty();
      Optional<IdentityNumber> number = IdentityNumber.of(typed);
      if (number.isEmpty())
        wrong(
            Field.IDENTITY_NUMBER,
            typed.matches("\\d{15}000") ? "rounded" : "identity-number",
            null);
      return number;
    }

    /** Sex and birth date stand in the number; where the table states them too, they agree. */
    private void agrees(IdentityNumber number) {
      if (dayIfAny(Field.BORN).filter(day -> !day.equals(number.born())).isPresent())
        wrong(Field.BORN, "born", null);
      String said = said(Field.GENDER, LINE);
      boolean male = number.gender() == Identity.Gender.MALE;
      if (said.matches(male ? "女|女性|[Ff]emale|F" : "男|男性|[Mm]ale|M"))
        wrong(Field.GENDER, "gender", null);
    }

    private Optional<LocalDate> neededDay(Field field) {
      if (mapping.value(field, row).isBlank()) {
        wrong(field, "missing", null);
        return Optional.empty();
      }
      return dayIfAny(field);
    }

    private Optional<LocalDate> dayIfAny(Field field) {
      String said = mapping.value(field, row);
      if (said.isBlank()) return Optional.empty();
      Optional<LocalDate> day = Days.read(said);
      if (day.isEmpty()) wrong(field, "day", null);
      return day;
    }

    private String needed(Field field, int longest) {
      String said = said(field, longest);
      if (said.isEmpty() && mapping.value(field, row).isBlank()) wrong(field, "missing", null);
      return said;
    }

    private String said(Field field, int longest) {
      String said = mapping.value(field, row).strip();
      if (said.length() <= longest) return said;
      wrong(field, "long", Integer.toString(longest));
      return "";
    }

    /** The first thing that is wrong with a field is told. */
    private void wrong(Field field, String key, @Nullable String argument) {
      if (wrong.stream().noneMatch(other -> other.field() == field))
        wrong.add(new Wrong(field, mapping.address(field, row), key, argument));
    }
  }
}
