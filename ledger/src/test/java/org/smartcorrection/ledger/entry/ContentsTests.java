package org.smartcorrection.ledger.entry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.entry.Opening.Both;
import org.smartcorrection.ledger.entry.Opening.Hidden;
import org.smartcorrection.ledger.entry.Opening.Nothing;
import org.smartcorrection.ledger.entry.Opening.Told;
import org.smartcorrection.ledger.tree.Hash;

class ContentsTests {
  private static final int MOST_EXHAUSTIVE = 9;

  /** Values with names as acts have them, every fifth of them a document. */
  private static List<Disclosure> values(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            n -> {
              String name = n % 5 == 4 ? Disclosure.DOCUMENT + n + "/paper" : "fact/" + n;
              return new Disclosure(name, Samples.salt(name), "value " + n);
            })
        .toList();
  }

  @Test
  void every_choice_of_values_is_told_and_nothing_else_and_leads_to_the_one_root() {
    for (int count = 0; count <= MOST_EXHAUSTIVE; count++) {
      List<Disclosure> all = values(count);
      Contents contents = Contents.of(all);
      for (int choice = 0; choice < 1 << count; choice++) {
        int chosen = choice;
        List<Disclosure> told =
            IntStream.range(0, count)
                .filter(n -> (chosen >> n & 1) == 1)
                .mapToObj(all::get)
                .sorted(Comparator.comparing(Disclosure::name))
                .toList();
        Opening opening = contents.opening(told);
        assertDoesNotThrow(opening::require);
        assertEquals(contents.root(), opening.root(), count + " of which " + choice);
        assertEquals(told, opening.disclosures());
        assertEquals(told.size() == count, opening.isEverything());
        // what is hidden is cut down as far as it goes
        assertTrue(hidden(opening) <= Math.max(1, told.size() * 10), "hashes beside what is told");
        if (told.isEmpty() && count > 0) assertEquals(new Hidden(contents.root()), opening);
      }
    }
  }

  private static int hidden(Opening part) {
    return switch (part) {
      case Nothing(), Told(Disclosure _) -> 0;
      case Hidden(Hash _) -> 1;
      case Both(Opening left, Opening right) -> hidden(left) + hidden(right);
    };
  }

  @Test
  void a_name_has_one_place_only_so_no_entry_can_fix_two_values_of_it() {
    List<Disclosure> all = values(40);
    Opening good = Contents.of(all).opening(all);
    // each value put in the place of each other, under the root that follows from that
    for (Disclosure one : all.subList(0, 12)) {
      for (Disclosure other : all) {
        if (other.equals(one)) continue;
        Opening moved = replaced(good, one.name(), new Told(other));
        assertThrows(IllegalArgumentException.class, moved::require, one + " by " + other);
      }
      var again = new Disclosure(one.name(), one.salt(), "another value");
      Opening instead = replaced(good, one.name(), new Told(again));
      assertDoesNotThrow(instead::require);
      assertNotEquals(good.root(), instead.root());
      Opening both = replaced(good, one.name(), new Both(new Told(one), new Told(again)));
      assertThrows(IllegalArgumentException.class, both::require, "twice below its place");
    }
  }

  private static Opening replaced(Opening part, String name, Opening by) {
    return switch (part) {
      case Nothing(), Hidden(Hash _) -> part;
      case Told(Disclosure told) -> told.name().equals(name) ? by : part;
      case Both(Opening left, Opening right) ->
          new Both(replaced(left, name, by), replaced(right, name, by));
    };
  }

  @Test
  void every_other_form_of_what_is_told_is_refused() {
    List<Disclosure> all = values(9);
    Opening good = Contents.of(all).opening(all.subList(0, 3));
    var forms = new ArrayList<Opening>();
    forms.add(new Hidden(Hash.EMPTY));
    forms.add(new Both(new Nothing(), new Nothing()));
    forms.add(new Both(good, new Nothing()));
    forms.addAll(expanded(good));
    for (Opening form : forms) {
      assertThrows(IllegalArgumentException.class, form::require, form.toString());
    }
    assertTrue(forms.size() > 15, "too few forms");
    Opening deep = new Told(all.getFirst());
    for (int level = 0; level <= Opening.DEEPEST; level++) deep = new Both(deep, new Nothing());
    assertThrows(IllegalArgumentException.class, deep::require);
  }

  /** The same with one part exchanged, split, or put a level down. */
  private static List<Opening> expanded(Opening part) {
    var forms = new ArrayList<Opening>();
    switch (part) {
      case Nothing() -> forms.add(new Both(new Nothing(), new Nothing()));
      case Hidden(Hash hash) -> {
        forms.add(new Both(new Hidden(hash), new Hidden(hash)));
        forms.add(new Both(new Hidden(hash), new Nothing()));
      }
      case Told(Disclosure _) -> {
        forms.add(new Both(part, new Nothing()));
        forms.add(new Both(new Nothing(), part));
      }
      case Both(Opening left, Opening right) -> {
        forms.add(new Both(right, left));
        for (Opening other : expanded(left)) forms.add(new Both(other, right));
        for (Opening other : expanded(right)) forms.add(new Both(left, other));
      }
    }
    return forms;
  }

  @Test
  void the_root_says_all_and_the_order_of_making_says_nothing() {
    long seed = 43;
    var random = new Random(seed);
    var roots = new HashSet<Hash>();
    for (int count = 0; count < 60; count++) {
      List<Disclosure> all = values(count);
      var shuffled = new ArrayList<>(all);
      Collections.shuffle(shuffled, random);
      assertEquals(Contents.of(all).root(), Contents.of(shuffled).root(), "seed " + seed);
      assertTrue(roots.add(Contents.of(all).root()), "no two lists of values have one root");
    }
    assertTrue(roots.contains(Hash.EMPTY));
    List<Disclosure> two = values(2);
    assertFalse(two.isEmpty());
    Disclosure only = two.getFirst();
    assertEquals(only.commitment().hash(), Contents.of(List.of(only)).root());
  }

  @Test
  void a_tree_is_the_one_that_the_format_says() {
    // SHA-256 of "fact/0" begins with a bit that is not set, that of "fact/1" with one that is
    List<Disclosure> all = values(5);
    Hash facts = Hash.node(all.get(0).commitment().hash(), all.get(1).commitment().hash());
    assertEquals(List.of(0, 1), List.of(bit("fact/0"), bit("fact/1")));
    Disclosure document = all.get(4);
    assertEquals(
        Hash.node(facts, document.commitment().hash()),
        Contents.of(List.of(all.get(0), all.get(1), document)).root());
  }

  private static int bit(String name) {
    return Hash.sha256(name.getBytes(UTF_8)).bytes()[0] < 0 ? 1 : 0;
  }

  @Test
  void what_opens_no_commitment_is_not_told() {
    List<Disclosure> all = values(6);
    Contents contents = Contents.of(all);
    Disclosure one = all.getFirst();
    for (Disclosure bad :
        List.of(
            new Disclosure(one.name(), one.salt(), "other"),
            new Disclosure(one.name(), Samples.salt("other"), one.value()),
            new Disclosure("fact/other", one.salt(), one.value()))) {
      assertThrows(IllegalArgumentException.class, () -> contents.opening(List.of(bad)));
    }
    assertThrows(IllegalArgumentException.class, () -> contents.opening(List.of(one, one)));
    assertThrows(IllegalArgumentException.class, () -> Contents.of(List.of(one, one)));
  }

  @Test
  void commitments_are_read_as_they_were_kept() throws MalformedException {
    Contents contents = Contents.of(values(7));
    assertEquals(contents.commitments(), Contents.parse(contents.bytes()).commitments());
    assertEquals(new TreeMap<>(), Contents.parse(Contents.NONE.bytes()).commitments());
    for (String bad :
        List.of("[]", "{\"a\":1}", "{\"a\":\"e30=\"}", "{\"名\":\"" + Hash.EMPTY + "\"}"))
      assertThrows(MalformedException.class, () -> Contents.parse(bad.getBytes(UTF_8)), bad);
  }
}
