package org.smartcorrection.ledger.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.entry.Contents;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.register.CaseHeads.Standing;
import org.smartcorrection.ledger.tree.Frontier;
import org.smartcorrection.ledger.tree.Hash;

class KeptHeadsTests {
  private static final Count READS = new Count();
  private static final int SPAN = 8;
  private static final int WINDOW = 20;

  @TempDir Path directory;
  private final CaseHeads expected = new CaseHeads();
  private final List<byte[]> leaves = new ArrayList<>();
  private final Map<String, Link> next = new HashMap<>();
  private final KeptHeads.Log log =
      new KeptHeads.Log() {
        @Override
        public Hash root(long size) {
          var tree = new Frontier();
          for (byte[] leaf : leaves.subList(0, (int) size)) tree.append(Hash.leaf(leaf));
          return tree.root();
        }

        @Override
        public List<byte[]> leaves(long from) {
          READS.reads++;
          return leaves.subList((int) from, Math.min((int) from + 7, leaves.size()));
        }
      };

  private static final class Count {
    private int reads;
  }

  private KeptHeads open() throws IOException {
    return new KeptHeads(directory, leaves.size(), log, SPAN, WINDOW);
  }

  private SignedEntry act(String casePseudonym) {
    Link link = next.getOrDefault(casePseudonym, Link.first(casePseudonym));
    var act = Contents.of(List.of(Samples.disclosure(leaves.size(), Entry.ACT, "1")));
    return signed(
        new Entry(
            Samples.ORIGIN, Samples.AGENCY, "a", "x", link, Entry.coarse(Samples.NOW), act.root()));
  }

  private Entry register(RegisterEntry stated, String agency) {
    String chain = RegisterEntry.chain(agency);
    Link link = next.getOrDefault(chain, Link.first(chain));
    return stated.entry(Samples.ORIGIN, agency, link, Entry.coarse(Samples.NOW));
  }

  private static SignedEntry signed(Entry entry) {
    return SignedEntry.sign(entry, Samples.AGENCY_KEY);
  }

  private void append(KeptHeads heads, SignedEntry signed) throws IOException {
    Link link = signed.entry().link();
    next.put(link.casePseudonym(), link.next(signed.leafHash()));
    leaves.add(signed.leaf());
    expected.append(signed.leafHash(), signed.entry());
    heads.append(leaves.size() - 1, signed.leafHash(), signed.entry());
  }

  /** Every register that may be stated here, true and false. */
  private void compare(KeptHeads heads, long last) throws IOException {
    long size = leaves.size();
    for (long at = Math.max(0, size - WINDOW); at <= size; at++) {
      RegisterEntry stated = RegisterEntry.of(expected.at(at));
      Standing standing = at <= last ? Standing.STALE : Standing.TRUE;
      assertEquals(standing, heads.judge(register(stated, "b"), size), at + " of " + size);
      assertEquals(Standing.TRUE, heads.judge(register(stated, "other"), size), at + "");
      var other = new RegisterEntry(at, stated.cases() + 1, stated.root());
      assertEquals(Standing.FALSE, heads.judge(register(other, "other"), size), at + "");
      var root = new RegisterEntry(at, stated.cases(), Hash.EMPTY);
      if (at > 0) assertEquals(Standing.FALSE, heads.judge(register(root, "other"), size));
    }
    RegisterEntry now = RegisterEntry.of(expected.now());
    var ahead = new RegisterEntry(size + 1, now.cases(), now.root());
    assertEquals(Standing.FALSE, heads.judge(register(ahead, "other"), size));
    if (size > WINDOW) {
      RegisterEntry old = RegisterEntry.of(expected.at(size - WINDOW - 1));
      assertEquals(Standing.STALE, heads.judge(register(old, "other"), size));
    }
  }

  @Test
  void registers_are_judged_as_by_one_who_keeps_all_in_memory_and_again_after_each_start()
      throws Exception {
    var random = new Random(4);
    long last = -1;
    KeptHeads heads = open();
    for (int i = 0; i < 300; i++) {
      if (random.nextInt(40) == 0) {
        Entry register = register(RegisterEntry.of(expected.now()), "b");
        assertEquals(Standing.TRUE, heads.judge(register, leaves.size()));
        last = leaves.size();
        append(heads, signed(register));
      } else {
        append(heads, act("c-" + random.nextInt(1 + i / 3)));
      }
      if (i % 61 == 0) compare(heads, last);
      if (i % 53 == 0) {
        heads.close();
        heads = open();
      }
    }
    compare(heads, last);
    heads.finish();
    heads.close();
    try (var files = Files.list(directory)) {
      assertTrue(files.count() < 12, "files are merged");
    }
  }

  @Test
  void nothing_is_read_at_the_start_and_only_the_last_entries_later() throws Exception {
    try (var heads = open()) {
      for (int i = 0; i < 400; i++) append(heads, act("c-" + i % 50));
      heads.finish();
    }
    READS.reads = 0;
    try (var heads = open()) {
      append(heads, act("c-1"));
      assertEquals(0, READS.reads);
      compare(heads, -1);
      assertTrue(READS.reads < 20, READS.reads + " bundles");
    }
  }

  @Test
  void a_damaged_file_is_made_again_and_one_of_another_log_does_not_count() throws Exception {
    try (var heads = open()) {
      for (int i = 0; i < 150; i++) append(heads, act("c-" + i % 50));
      compare(heads, -1);
    }
    var random = new Random(9);
    for (int round = 0; round < 8; round++) {
      List<Path> files;
      try (var all = Files.list(directory)) {
        files = all.sorted().toList();
      }
      Path file = files.get(random.nextInt(files.size()));
      byte[] content = Files.readAllBytes(file);
      if (round % 4 == 0) Files.write(file, Arrays.copyOf(content, content.length / 2));
      else {
        content[random.nextInt(content.length)] ^= 4;
        Files.write(file, content);
      }
      try (var heads = open()) {
        compare(heads, -1);
      }
    }
    leaves.set(3, act("c-77").leaf());
    try (var heads = open()) {
      Entry of = register(RegisterEntry.of(expected.now()), "b");
      assertEquals(Standing.FALSE, heads.judge(of, leaves.size()));
    }
  }
}
