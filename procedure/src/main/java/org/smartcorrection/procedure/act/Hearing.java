package org.smartcorrection.procedure.act;

import java.util.Map;
import java.util.Set;

/** What the definitions call hearing a person, and searching for one who cannot be reached. */
final class Hearing {

  /** The flag that only the taking of an account sets. */
  static final String HEARD = "heard";

  /** The flag that only a search after failed contact sets. */
  static final String SEARCHED = "searched";

  static final Set<String> FLAGS = Set.of(HEARD, SEARCHED);

  /** Without it an account is none. */
  static final String ACCOUNT_GUARD = "account-complete";

  /** Without it a search stands in for an account although nobody tried to reach the person. */
  static final String CONTACT_GUARD = "contact-failed";

  /** Without it a finding hears nobody. */
  static final String FINDING_GUARD = "heard-or-searched";

  private Hearing() {}

  static boolean allows(Act act, Map<String, Fact> facts) {
    return !act.guards().contains(FINDING_GUARD) || isDone(facts);
  }

  /** Heard, or searched for; whether the person is still out of reach is the guard's to ask. */
  static boolean isDone(Map<String, Fact> facts) {
    return FLAGS.stream().anyMatch(flag -> isSet(facts, flag));
  }

  static boolean isSet(Map<String, Fact> facts, String flag) {
    return facts.get(flag) instanceof Fact.Flag(var value) && value;
  }
}
