package org.smartcorrection.platform.desk.court;

import java.time.LocalDate;
import java.util.Optional;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.Identity.Gender;
import org.smartcorrection.platform.subjects.IdentityNumber;

/** Reads of whom a court writes, and to which agency. */
final class PersonReading {
  private static final int NAME = 80;
  private static final int LINE = 200;
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  private final FormReader reader;

  PersonReading(FormReader reader) {
    this.reader = reader;
  }

  /** The person; what is wrong gathers in the reader. */
  Optional<Identity> person(LocalDate today) {
    String name = reader.text("name", NAME);
    String latin = reader.textIfAny("nameLatin", NAME);
    Optional<Gender> gender = reader.choice("gender", Gender.class);
    Optional<LocalDate> born = reader.date("born");
    Optional<IdentityNumber> number = number();
    String phone = reader.textIfAny("phone", LINE);
    String address = reader.text("address", LINE);
    boolean possible = born.filter(day -> day.isBefore(today) && day.isAfter(EARLIEST)).isPresent();
    if (born.isPresent() && !possible) reader.failing("born", "desk.refer.born.wrong");
    if (gender.isEmpty() || born.isEmpty() || number.isEmpty()) return Optional.empty();
    boolean agrees =
        number.get().born().equals(born.get()) && number.get().gender() == gender.get();
    if (!agrees) reader.failing("identityNumber", "desk.refer.number.born");
    return Optional.of(
        new Identity(name, latin, gender.get(), born.get(), number.get().number(), phone, address));
  }

  private Optional<IdentityNumber> number() {
    String typed = reader.text("identityNumber", 40);
    if (typed.isEmpty()) return Optional.empty();
    Optional<IdentityNumber> number = IdentityNumber.of(typed);
    if (number.isEmpty()) reader.failing("identityNumber", "desk.refer.number.wrong");
    return number;
  }

  /** The agency at the place of execution (CCL 17). */
  Optional<Agency> agency(Agencies agencies) {
    String code = reader.text("agency", LINE);
    if (code.isEmpty()) return Optional.empty();
    Optional<Agency> agency =
        agencies.withCode(code).filter(known -> known.kind() == AgencyKind.CORRECTION_AGENCY);
    if (agency.isEmpty()) reader.failing("agency", "desk.refer.agency.unknown");
    return agency;
  }
}
