package org.smartcorrection.ledger.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.register.CaseHeads.Standing;
import org.smartcorrection.ledger.tree.Hash;

class CaseHeadsTests {
  private static final Instant HOUR = Entry.coarse(Samples.NOW);

  private final CaseHeads heads = new CaseHeads();
  private final Map<String, Link> next = new HashMap<>();

  private Standing append(Entry entry) {
    Hash leaf = Hash.leaf(entry.bytes());
    next.put(entry.link().casePseudonym(), entry.link().next(leaf));
    return heads.append(leaf, entry);
  }

  private Standing act(String casePseudonym) {
    Link link = next.getOrDefault(casePseudonym, Link.first(casePseudonym));
    return append(new Entry(Samples.ORIGIN, Samples.AGENCY, "a", "x", link, HOUR, Hash.EMPTY));
  }

  private Standing register(String agency, RegisterEntry statement) {
    String chain = RegisterEntry.chain(agency);
    Link link = next.getOrDefault(chain, Link.first(chain));
    return append(statement.entry(Samples.ORIGIN, agency, link, HOUR));
  }

  @Test
  void going_back_gives_the_register_that_the_first_entries_had() {
    long seed = 20;
    var random = new Random(seed);
    var stated = new ArrayList<RegisterEntry>();
    for (int i = 0; i < 300; i++) {
      stated.add(RegisterEntry.of(heads.now()));
      if (random.nextInt(20) == 0) heads.append(Hash.EMPTY, null);
      else if (random.nextInt(20) == 0) register("b-" + i % 2, stated.getLast());
      else act("c-" + random.nextInt(1 + i / 3));
    }
    for (int i = 0; i < stated.size(); i++)
      assertEquals(stated.get(i), RegisterEntry.of(heads.at(i)), "seed " + seed + " at " + i);
    assertThrows(IllegalArgumentException.class, () -> heads.at(301));
  }

  @Test
  void every_case_is_proved_there_and_every_other_is_proved_away() {
    for (int cases = 0; cases < 40; cases++) {
      Register register = heads.now();
      RegisterEntry stated = RegisterEntry.of(register);
      for (int i = 0; i < cases; i++) {
        RegisterProof proof = register.of("c-" + i);
        assertTrue(proof.follows(stated), cases + " with " + i);
        assertEquals(heads.latest("c-" + i), proof.head());
        var other = new RegisterEntry(stated.size(), stated.cases(), Hash.EMPTY);
        assertFalse(proof.follows(other));
        assertFalse(new RegisterProof("a", proof.places(), proof.hashes()).head().isPresent());
      }
      for (String absent : List.of("", "a", "c-00", "c-2+", "c-9z", "z")) {
        RegisterProof proof = register.of(absent);
        assertTrue(proof.follows(stated) && proof.head().isEmpty(), cases + " without " + absent);
        var instead = new RegisterProof("c-1", proof.places(), proof.hashes());
        if (cases > 1) assertEquals(instead.head().isPresent(), instead.follows(stated), absent);
      }
      act("c-" + cases);
    }
  }

  @Test
  void a_register_is_judged_by_the_entries_before_it() {
    for (int i = 0; i < 9; i++) act("c-" + i % 4);
    RegisterEntry before = RegisterEntry.of(heads.now());
    act("c-1");
    assertEquals(Standing.TRUE, register("b", before), "an entry came between");
    RegisterEntry now = RegisterEntry.of(heads.now());
    assertEquals(
        Standing.FALSE,
        register("b", new RegisterEntry(now.size(), before.cases(), before.root())));
    assertEquals(
        Standing.FALSE,
        register("b", new RegisterEntry(99, now.cases(), now.root())),
        "the future");
    assertEquals(Standing.STALE, register("b", now), "it stood before the one before");
    assertEquals(Standing.TRUE, register("other", now), "another agency's first");
    assertEquals(Standing.TRUE, register("b", RegisterEntry.of(heads.now())));
    assertEquals(Standing.NO_REGISTER, act("c-0"));
    Entry odd =
        new Entry(
            Samples.ORIGIN,
            Samples.AGENCY,
            "a",
            RegisterEntry.TYPE,
            Link.first("c-77"),
            HOUR,
            Hash.EMPTY);
    assertEquals(Standing.FALSE, append(odd), "the type of a register, and not its form");
  }

  @Test
  void a_register_of_long_ago_is_stale() {
    act("c-0");
    RegisterEntry old = RegisterEntry.of(heads.now());
    for (int i = 0; i < RegisterEntry.MOST_BEHIND; i++) heads.append(Hash.EMPTY, null);
    assertEquals(old, RegisterEntry.of(heads.at(1)));
    assertEquals(Standing.TRUE, register("b", old));
    assertEquals(Standing.STALE, register("other", old));
    assertThrows(IllegalArgumentException.class, () -> heads.at(1));
  }
}
