package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;

/** What an exception from a prohibition must fulfil (rules M16, M34, O1). */
final class PermissionGuards {

  private PermissionGuards() {}

  /** A contact is for days to come. */
  static Guard.Verdict contactDates(Situation situation) {
    return dates(situation, "contactFrom", "contactUntil");
  }

  /** An entry is for days to come. */
  static Guard.Verdict placeDates(Situation situation) {
    return dates(situation, "enterFrom", "enterUntil");
  }

  private static Guard.Verdict dates(Situation situation, String first, String last) {
    LocalDate from = situation.day(first);
    LocalDate until = situation.day(last);
    if (until.isBefore(from)) {
      return Guard.Verdict.against(
          Reason.of("reason.permission.order", "H3", new Arg.Day(until), new Arg.Day(from)));
    }
    return Guard.Verdict.unless(
        !from.isBefore(situation.proposal().day()),
        Reason.of("reason.permission.begun", "H3", new Arg.Day(from)));
  }

  /** What the court forbids no agency allows; nobody is contacted against their will unawares. */
  static Guard.Verdict consent(Situation situation) {
    if (situation.isTrue("orderForbids")) {
      return Guard.Verdict.against(Reason.of("reason.contact.order", "O1"));
    }
    boolean asked =
        switch (situation.choice("contactKind")) {
          case "VICTIM", "ACCUSER", "INFORMANT" -> true;
          default -> false;
        };
    return Guard.Verdict.unless(
        !asked || situation.isTrue("otherAgrees"), Reason.of("reason.contact.consent", "M16"));
  }

  /** An approval against the order is unlawful, and the procuratorate corrects it (Rules 643). */
  static Guard.Verdict orderAdmits(Situation situation) {
    return Guard.Verdict.unless(
        situation.isTrue("orderAdmits"), Reason.of("reason.place.order", "O1"));
  }
}
