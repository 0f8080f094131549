package org.smartcorrection.platform.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.entry.Commitment;
import org.smartcorrection.ledger.entry.Salt;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who has the ledger, the whole database but no keys, and every value that may be. */
@PlatformTest
class GuessingTests {
  private static final LocalDate OLDEST = LocalDate.of(1946, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2030, 1, 1);

  @Autowired District district;
  @Autowired Acts acts;
  @Autowired Entries entries;
  @Autowired Pseudonyms pseudonyms;
  @Autowired Vault vault;

  @Test
  void no_guess_of_names_days_or_the_very_values_hits_before_or_after_the_keys_are_destroyed() {
    Case in = district.received(district.staffed()).in();
    List<Act> history = acts.history(in.id());
    List<Entries.Stored> stored = entries.ofCase(in.id());
    Set<String> values = values(history);
    assertTrue(values.size() > 30_000 && values.contains(history.getFirst().type()));
    assertTrue(salted(in, history, stored), "with its salt every value opens its commitment");

    assertEquals(0, hits(in, stored, values));

    vault.destroy(in.person(), Purpose.EVIDENCE);
    assertFalse(salted(in, history, stored));
    assertEquals(0, hits(in, stored, values));
  }

  /** All days, and all that stands in the case itself: the guess that cannot be better. */
  private static Set<String> values(List<Act> history) {
    var values = new TreeSet<String>();
    OLDEST.datesUntil(LATEST).map(LocalDate::toString).forEach(values::add);
    for (int i = 0; i < 100; i++) values.add(Integer.toString(i));
    for (Act act : history) values.addAll(Committed.values(act, List.of()).values());
    return values;
  }

  private boolean salted(Case in, List<Act> history, List<Entries.Stored> stored) {
    for (int i = 0; i < history.size(); i++) {
      Act act = history.get(i);
      var commitments = stored.get(i).contents().commitments();
      for (var value : Committed.values(act, List.of()).entrySet()) {
        var salt = pseudonyms.salt(in, act, value.getKey());
        if (salt.isEmpty()) return false;
        var opened = Commitment.of(value.getKey(), salt.get(), value.getValue());
        if (!opened.equals(commitments.get(value.getKey()))) return false;
      }
    }
    return true;
  }

  private static long hits(Case in, List<Entries.Stored> stored, Set<String> values) {
    var known = new HashSet<Hash>();
    var names = new TreeSet<String>();
    for (Entries.Stored one : stored) {
      known.add(one.entry().entry().content());
      one.contents().commitments().values().forEach(commitment -> known.add(commitment.hash()));
      names.addAll(one.contents().commitments().keySet());
    }
    return values.parallelStream()
        .flatMap(value -> guesses(in, names, value).stream())
        .filter(known::contains)
        .count();
  }

  /** The value by itself, and under every name with salts that somebody could come upon. */
  private static List<Hash> guesses(Case in, Set<String> names, String value) {
    byte[] bytes = value.getBytes(UTF_8);
    var guesses = new ArrayList<>(List.of(Hash.sha256(bytes), Hash.leaf(bytes)));
    byte[] number = Hash.sha256(in.number().getBytes(UTF_8)).bytes();
    byte[] id = Hash.sha256(in.id().toString().getBytes(UTF_8)).bytes();
    for (Salt salt : List.of(Salt.of(new byte[Salt.LENGTH]), Salt.first(number), Salt.first(id)))
      for (String name : names) guesses.add(Commitment.of(name, salt, value).hash());
    return guesses;
  }
}
