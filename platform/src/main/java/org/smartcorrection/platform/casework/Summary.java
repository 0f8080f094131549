package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
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
 * @param minor whether it belongs to those charged with minors: the person was under eighteen when
 *     it came or when the term began, and stays so after eighteen (CCL 52 to 58)
 * @param sealed whether the record is sealed (CPL 286): lists have none of these
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
    boolean restricted,
    boolean minor,
    boolean sealed) {

  /** Whether the name may have to be withheld from somebody whose post covers the case. */
  public boolean guarded() {
    return restricted || minor || sealed;
  }

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
    fields.put("minor", minor);
    fields.put("sealed", sealed);
    return fields;
  }

  Summary with(Status next) {
    return changed(draft -> draft.status = next);
  }

  Summary with(Category next) {
    return changed(draft -> draft.category = next);
  }

  Summary with(Level next) {
    return changed(draft -> draft.level = next);
  }

  Summary withOffice(@Nullable AgencyId next) {
    return changed(draft -> draft.office = next);
  }

  Summary withOfficer(@Nullable Officer next) {
    return changed(draft -> draft.officer = next);
  }

  Summary withRestricted(boolean next) {
    return changed(draft -> draft.restricted = next);
  }

  Summary withMinor(boolean next) {
    return changed(draft -> draft.minor = next);
  }

  Summary withSealed(boolean next) {
    return changed(draft -> draft.sealed = next);
  }

  /** Another agency has the case: it has entrusted it to no office yet, and nobody is named. */
  Summary handedTo(AgencyId next) {
    return changed(
        draft -> {
          draft.agency = next;
          draft.office = null;
          draft.officer = null;
        });
  }

  Summary withTerm(@Nullable LocalDate from, @Nullable LocalDate until) {
    return changed(
        draft -> {
          draft.termFrom = from;
          draft.termUntil = until;
        });
  }

  Summary withContact(Instant at) {
    return changed(draft -> draft.lastContactAt = at);
  }

  Summary withLast(int act, String type, Instant at) {
    return changed(
        draft -> {
          draft.lastAct = act;
          draft.lastActType = type;
          draft.lastActAt = at;
        });
  }

  private Summary changed(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.summary();
  }

  /** What an act may change, while it is being changed. */
  private static final class Draft {
    private final Summary of;
    private AgencyId agency;
    private @Nullable AgencyId office;
    private Status status;
    private Category category;
    private Level level;
    private @Nullable LocalDate termFrom;
    private @Nullable LocalDate termUntil;
    private int lastAct;
    private String lastActType;
    private Instant lastActAt;
    private @Nullable Instant lastContactAt;
    private @Nullable Officer officer;
    private boolean restricted;
    private boolean minor;
    private boolean sealed;

    Draft(Summary of) {
      this.of = of;
      agency = of.agency;
      office = of.office;
      status = of.status;
      category = of.category;
      level = of.level;
      termFrom = of.termFrom;
      termUntil = of.termUntil;
      lastAct = of.lastAct;
      lastActType = of.lastActType;
      lastActAt = of.lastActAt;
      lastContactAt = of.lastContactAt;
      officer = of.officer;
      restricted = of.restricted;
      minor = of.minor;
      sealed = of.sealed;
    }

    Summary summary() {
      return new Summary(
          of.caseId,
          of.number,
          agency,
          office,
          of.person,
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
          restricted,
          minor,
          sealed);
    }
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
