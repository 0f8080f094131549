package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;

/**
 * A case in one row, as lists show it: what its acts add up to.
 *
 * @param office the judicial office it is entrusted to
 * @param lastContactAt when the person was last heard, seen or reported
 * @param officer who is responsible for it; {@code null} while nobody is named
 * @param restricted whether only named posts open it (rule H13)
 */
public record Summary(
    CaseId caseId,
    String number,
    AgencyId agency,
    @Nullable AgencyId office,
    PersonId person,
    Status status,
    Category category,
    Level level,
    @Nullable LocalDate termFrom,
    @Nullable LocalDate termUntil,
    int lastAct,
    String lastActType,
    Instant lastActAt,
    @Nullable Instant lastContactAt,
    @Nullable Officer officer,
    boolean restricted) {

  /** Everything that acts decide, by the name of its column: what a comparison goes through. */
  Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("number", number);
    fields.put("agency", agency);
    fields.put("office", office);
    fields.put("person", person);
    fields.put("status", status);
    fields.put("category", category);
    fields.put("level", level);
    fields.put("term_from", termFrom);
    fields.put("term_until", termUntil);
    fields.put("last_act", lastAct);
    fields.put("officer", officer);
    fields.put("restricted", restricted);
    return fields;
  }

  Summary with(Status next) {
    return new Summary(
        caseId,
        number,
        agency,
        office,
        person,
        next,
        category,
        level,
        termFrom,
        termUntil,
        lastAct,
        lastActType,
        lastActAt,
        lastContactAt,
        officer,
        restricted);
  }

  Summary with(Category next) {
    return new Summary(
        caseId,
        number,
        agency,
        office,
        person,
        status,
        next,
        level,
        termFrom,
        termUntil,
        lastAct,
        lastActType,
        lastActAt,
        lastContactAt,
        officer,
        restricted);
  }

  Summary with(Level next) {
    return new Summary(
        caseId,
        number,
        agency,
        office,
        person,
        status,
        category,
        next,
        termFrom,
        termUntil,
        lastAct,
        lastActType,
        lastActAt,
        lastContactAt,
        officer,
        restricted);
  }

  Summary withOffice(@Nullable AgencyId next) {
    return new Summary(
        caseId,
        number,
        agency,
        next,
        person,
        status,
        category,
        level,
        termFrom,
        termUntil,
        lastAct,
        lastActType,
        lastActAt,
        lastContactAt,
        officer,
        restricted);
  }

  Summary withOfficer(@Nullable Officer next) {
    return new Summary(
        caseId,
        number,
        agency,
        office,
        person,
        status,
        category,
        level,
        termFrom,
        termUntil,
        lastAct,
        lastActType,
        lastActAt,
        lastContactAt,
        next,
        restricted);
  }

  Summary withRestricted(boolean next) {
    return new Summary(
        caseId,
        number,
        agency,
        office,
        person,
        status,
        category,
        level,
        termFrom,
        termUntil,
        lastAct,
        lastActType,
        lastActAt,
        lastContactAt,
        officer,
        next);
  }

  /** Another agency has the case: it has entrusted it to no office yet, and nobody is named. */
  Summary handedTo(AgencyId next) {
    return new Summary(
        caseId,
        number,
        next,
        null,
        person,
        status,
        category,
        level,
        termFrom,
        termUntil,
        lastAct,
        lastActType,
        lastActAt,
        lastContactAt,
        null,
        restricted);
  }

  Summary withTerm(@Nullable LocalDate from, @Nullable LocalDate until) {
    return new Summary(
        caseId,
        number,
        agency,
        office,
        person,
        status,
        category,
        level,
        from,
        until,
        lastAct,
        lastActType,
        lastActAt,
        lastContactAt,
        officer,
        restricted);
  }

  Summary withContact(Instant at) {
    return new Summary(
        caseId,
        number,
        agency,
        office,
        person,
        status,
        category,
        level,
        termFrom,
        termUntil,
        lastAct,
        lastActType,
        lastActAt,
        at,
        officer,
        restricted);
  }

  Summary withLast(int act, String type, Instant at) {
    return new Summary(
        caseId,
        number,
        agency,
        office,
        person,
        status,
        category,
        level,
        termFrom,
        termUntil,
        act,
        type,
        at,
        lastContactAt,
        officer,
        restricted);
  }

  /** Where the case stands. */
  public enum Status {
    /** Before any decision: a court or a prison asks the agency to investigate (CCL 18). */
    ASSESSMENT,
    /** Referred by the decision organ; the person has not been received yet. */
    REFERRED,
    /** From an old register, and nobody has shown the decision yet: nothing is begun (H7). */
    UNVERIFIED,
    /** In reception: checked, registered, being announced. */
    IN_RECEPTION,
    /** Under correction. */
    ACTIVE,
    /** Released on expiry, or terminated. */
    ENDED
  }

  /** The four categories (CCL 2). */
  public enum Category {
    PUBLIC_SURVEILLANCE,
    SUSPENDED_SENTENCE,
    PAROLE,
    TEMPORARY_EXECUTION
  }

  /** Management levels: local configuration, not national law. */
  public enum Level {
    UNDECIDED,
    STRICT,
    ORDINARY,
    RELAXED
  }
}
