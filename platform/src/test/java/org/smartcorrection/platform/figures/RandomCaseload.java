package org.smartcorrection.platform.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Summary.Category;
import org.smartcorrection.platform.casework.Summary.Level;
import org.smartcorrection.platform.figures.Counting.Ended;
import org.smartcorrection.platform.figures.Counting.Traits;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.subjects.Identity.Gender;

/** Cases with made-up acts in an order that could be, for counting by brute force. */
final class RandomCaseload {
  static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final List<String> OFFENCES = List.of("盗窃罪", "危险驾驶罪", "受贿罪", "someone said");
  private static final List<String> ENDS =
      List.of(
          "Released",
          "Pardoned",
          "Terminated",
          "TerminatedByRevocation",
          "TerminatedByRecall",
          "TerminatedByDeath",
          "RelocationCompleted");

  final AgencyId agency = new AgencyId(UUID.randomUUID());
  final AgencyId other = new AgencyId(UUID.randomUUID());
  final List<AgencyId> offices =
      List.of(
          new AgencyId(UUID.randomUUID()),
          new AgencyId(UUID.randomUUID()),
          new AgencyId(UUID.randomUUID()));
  final List<One> cases = new ArrayList<>();

  private final Random random;

  record One(CaseId id, Traits traits, List<Act> acts) {}

  RandomCaseload(Random random, int size) {
    this.random = random;
    for (int i = 0; i < size; i++) cases.add(one());
  }

  private One one() {
    var id = new CaseId(UUID.randomUUID());
    Gender sex = random.nextBoolean() ? Gender.MALE : Gender.FEMALE;
    var traits = new Traits(sex, FIRST.minusDays(random.nextInt(20_000)).plusYears(18));
    var acts = new ArrayList<Act>();
    LocalDate day = FIRST.plusDays(random.nextInt(700));
    Facts decision =
        Facts.NONE
            .choice("category", pick(List.of(Category.values())))
            .text("offence", pick(OFFENCES));
    boolean known = random.nextInt(4) == 0;
    acts.add(
        act(
            id,
            acts,
            known ? "takeover" : "reception",
            known ? "CaseTakenOver" : "ReferralReceived",
            decision,
            day));
    int more = random.nextInt(25);
    for (int i = 0; i < more; i++) {
      day = day.plusDays(random.nextInt(40));
      acts.add(next(id, acts, day));
    }
    return new One(id, traits, List.copyOf(acts));
  }

  private Act next(CaseId id, List<Act> acts, LocalDate day) {
    return switch (random.nextInt(15)) {
      case 0, 1, 2 -> act(id, acts, "reception", "Registered", Facts.NONE, day);
      case 3, 4 -> act(id, acts, "entrustment", "OfficeChanged", office(), day);
      case 5 -> act(id, acts, "reception", "Entrusted", office(), day);
      case 6 -> act(id, acts, "entrustment", "EntrustmentWithdrawn", Facts.NONE, day);
      case 7, 8 ->
          act(
              id,
              acts,
              "reception",
              "PlanAdjusted",
              Facts.NONE.choice("level", pick(List.of(Level.values()))),
              day);
      case 9 ->
          act(
              id,
              acts,
              "release",
              pick(ENDS),
              Facts.NONE.choice(
                  "termination", pick(List.of(Ended.REVOKED, Ended.RECALLED, Ended.DIED))),
              day);
      case 10 -> act(id, acts, "checkin", "Reported", Facts.NONE, day);
      case 11 ->
          act(
              id,
              acts,
              "relocation",
              "RelocationCompleted",
              Facts.NONE.text("hostAgency", pick(List.of(agency, other)).toString()),
              day);
      default -> {
        EventKind kind = pick(List.of(EventKind.values()));
        Facts facts =
            Facts.NONE.choice("upheld", pick(List.of("UPHELD", "PARTLY_UPHELD", "NOT_UPHELD")));
        String type = pick(kind.types());
        // what a commission or an intake states is no event alone
        yield type.equals("AssessmentCommissioned")
            ? act(id, acts, "leave", "LeaveApplied", Facts.NONE, day)
            : act(id, acts, pick(kind.procedures()), type, facts, day);
      }
    };
  }

  private Facts office() {
    return Facts.NONE.text("office", pick(offices).toString());
  }

  private Act act(
      CaseId id, List<Act> before, String procedure, String type, Facts facts, LocalDate day) {
    Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return new Act(
        new ActId(UUID.randomUUID()),
        id,
        before.size() + 1,
        procedure,
        UUID.randomUUID(),
        type,
        1,
        agency,
        new AccountId(UUID.randomUUID()),
        new PostId(UUID.randomUUID()),
        Role.AGENCY_OFFICER,
        null,
        null,
        List.of(),
        at,
        day,
        at,
        null,
        null,
        facts,
        false);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
