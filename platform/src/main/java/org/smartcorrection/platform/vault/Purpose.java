package org.smartcorrection.platform.vault;

import java.util.Locale;

/**
 * What a person's data are kept for. Each purpose has a key of its own per person, so that one can
 * end and be destroyed without the others (PIPL 47).
 */
public enum Purpose {
  /** Who the person is and how to reach them. */
  IDENTITY,
  /** Facts of acts, state and documents of a correction case. */
  CASEWORK,
  /** Positions under a ground of Article 29. */
  POSITIONING,
  /** Single verification points, kept apart from any track. */
  VERIFICATION,
  /** Signs of the body on a health ground: keys of that ground alone. */
  HEALTH,
  /** Complaints to the procuratorate: its key alone. */
  COMPLAINT,
  /** The rows of an old register on their way in: a key of the import, destroyed when it ends. */
  IMPORT,
  /** Salts of ledger commitments: without them a commitment says nothing. */
  EVIDENCE;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
