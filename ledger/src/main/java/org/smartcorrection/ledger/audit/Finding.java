package org.smartcorrection.ledger.audit;

/**
 * One thing that is wrong with a log.
 *
 * @param kind what is wrong
 * @param where an index, a tile or nothing, for whoever has to mend it
 */
public record Finding(Kind kind, String where) {
  /** What can be wrong; an auditor's guide says what each means. */
  public enum Kind {
    /** The head is no signed checkpoint of a log that the policy knows. */
    HEAD_NOT_SIGNED,
    /** Too few of the cosigners that the policy names signed the head. */
    NO_QUORUM,
    /** A bundle of entries is not there, or shorter than the head says. */
    ENTRIES_MISSING,
    /** A leaf is no signed entry. */
    NOT_AN_ENTRY,
    /** An entry of another log. */
    OTHER_ORIGIN,
    /** Not signed with a key of its agency. */
    WRONG_SIGNATURE,
    /** Signed with a key that was revoked before. */
    REVOKED_KEY,
    /** The number of an entry does not follow the one before it in its case. */
    GAP_IN_CASE,
    /** An entry names another predecessor than the one that stands before it in its case. */
    OTHER_PREDECESSOR,
    /** An entry says an earlier hour than the one before it in its case. */
    BACKDATED,
    /** A register of the latest entries does not say what the entries say. */
    FALSE_REGISTER,
    /** A register leaves out what it must know. */
    STALE_REGISTER,
    /** A tile of hashes is not there. */
    TILE_MISSING,
    /** A tile does not hold the hashes of the entries. */
    WRONG_TILE,
    /** The root over all entries is not the one that was signed. */
    OTHER_ROOT
  }
}
