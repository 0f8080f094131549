package org.smartcorrection.platform.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.proof.KeyChange;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.platform.evidence.KeyGenerations.Generation;

/**
 * The policy of an installation on its own: all keys that its logs, its one cosigner and its
 * agencies ever had, with those that count no more. Log and verifier judge by the same text.
 *
 * @param text in the form of {@link Policy}
 */
record PolicyText(String text) {
  /** Writes it. */
  static PolicyText of(
      AgencyKeys keys, Collection<String> agencies, Collection<String> registrars) {
    var text = new StringBuilder();
    LogGenerations.Generation first = keys.ofLogs().all().getFirst();
    for (String origin : Origins.ALL) line(text, "log", first.log(origin).verifierKey());
    line(text, "witness " + OwnLog.COSIGNER, first.cosigner().verifierKey());
    text.append("quorum ").append(OwnLog.COSIGNER).append('\n');
    var sorted = new TreeSet<>(agencies);
    sorted.addAll(registrars);
    for (String agency : sorted)
      for (Generation generation : keys.generations(agency).all())
        for (VerifierKey key : generation.keys()) line(text, "agency " + agency, key);
    for (String registrar : registrars) text.append("registrar ").append(registrar).append('\n');
    for (String agency : sorted)
      for (Generation generation : keys.generations(agency).all())
        for (VerifierKey key : generation.keys()) revoked(text, key, generation.revokedAt());
    return new PolicyText(changed(text.toString(), keys.ofLogs().changes()));
  }

  private static String changed(String policy, List<KeyChange> changes) {
    try {
      String text = policy;
      for (KeyChange change : changes) text = change.in(text);
      return text;
    } catch (MalformedException e) {
      throw new IllegalStateException("our own policy is none", e);
    }
  }

  private static void revoked(StringBuilder text, VerifierKey key, @Nullable RevokedFrom places) {
    if (places == null) return;
    for (String origin : Origins.ALL)
      text.append("revoked %s %s %d\n".formatted(key.reference(), origin, places.in(origin)));
  }

  private static void line(StringBuilder text, String what, VerifierKey key) {
    text.append(what).append(' ').append(key).append('\n');
  }

  Policy policy() {
    try {
      return Policy.parse(text.getBytes(UTF_8));
    } catch (MalformedException e) {
      throw new IllegalStateException("our own policy is none", e);
    }
  }
}
