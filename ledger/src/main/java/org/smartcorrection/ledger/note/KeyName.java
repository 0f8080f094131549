package org.smartcorrection.ledger.note;

/** The rule of C2SP signed-note for the names of keys. */
final class KeyName {
  // the characters with the property White_Space, written out so that every reader has the same
  private static final String SPACES =
      "\t\n\u000b\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
          + "\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

  private KeyName() {}

  /** Not empty, no Unicode space, no plus sign, no control character. */
  static boolean isValid(String name) {
    return !name.isEmpty()
        && name.chars().noneMatch(c -> c < ' ' || c == '+' || SPACES.indexOf(c) >= 0);
  }
}
