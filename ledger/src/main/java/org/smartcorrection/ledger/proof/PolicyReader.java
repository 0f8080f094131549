package org.smartcorrection.ledger.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.entry.Agencies;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.Revocations;
import org.smartcorrection.ledger.note.Revocations.Revoked;
import org.smartcorrection.ledger.note.VerifierKey;

/** Reads the lines of a policy one after the other; used once. */
final class PolicyReader {
  private static final String NONE = "none";

  private final List<VerifierKey> logs = new ArrayList<>();
  private final LinkedHashMap<String, VerifierKey> witnesses = new LinkedHashMap<>();
  private final Map<String, Quorum> named = new HashMap<>();
  private final Map<String, Quorum> quorums = new HashMap<>();
  private final Map<String, List<String>> groups = new LinkedHashMap<>();
  private final List<String> enough = new ArrayList<>();
  private final Map<String, List<VerifierKey>> agencies = new HashMap<>();
  private final Set<String> registrars = new HashSet<>();
  private final Set<String> points = new HashSet<>();
  private final Set<String> references = new HashSet<>();
  private final Map<Revoked, Long> revoked = new HashMap<>();
  private @Nullable Quorum quorum;

  Policy read(byte[] bytes) throws MalformedException {
    String text = Strict.utf8(bytes);
    if (text.chars().anyMatch(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0x7f)) {
      throw new MalformedException("a policy has no control characters but tab and newline");
    }
    if (!text.isEmpty() && !text.endsWith("\n")) {
      throw new MalformedException("the last line of the policy has no end");
    }
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      List<String> items =
          Arrays.stream(line.split("[ \t]+", -1)).filter(item -> !item.isEmpty()).toList();
      if (items.isEmpty() || items.getFirst().startsWith("#")) continue;
      try {
        read(items.getFirst(), items.subList(1, items.size()));
      } catch (MalformedException e) {
        throw new MalformedException("line " + number + " of the policy: " + e.getMessage(), e);
      }
    }
    if (quorum == null) throw new MalformedException("the policy has no quorum line");
    memberships();
    try {
      return new Policy(
          logs,
          witnesses,
          quorum,
          quorums,
          new Agencies(agencies, new Revocations(revoked), registrars));
    } catch (IllegalArgumentException e) {
      throw new MalformedException("agencies of the policy: " + e.getMessage(), e);
    }
  }

  private void read(String keyword, List<String> items) throws MalformedException {
    switch (keyword) {
      case "log" -> {
        require(items.size() == 1 || items.size() == 2, "log <vkey> [url]");
        logs.add(key(items.get(0), KeyUse.LOG::equals));
      }
      case "witness" -> {
        require(items.size() == 2 || items.size() == 3, "witness <name> <vkey> [url]");
        define(items.get(0), new Quorum.Witness(items.get(0)));
        witnesses.put(items.get(0), key(items.get(1), KeyUse::cosigns));
      }
      case "group" -> {
        require(items.size() >= 3, "group <name> <k|any|all> <name>...");
        List<String> names = items.subList(2, items.size());
        define(items.get(0), group(items.get(1), names));
        groups.put(items.get(0), names);
      }
      case "quorum" -> {
        require(items.size() == 1 || items.size() == 2, "quorum <name|none> [origin]");
        Quorum said = items.get(0).equals(NONE) ? new Quorum.None() : defined(items.get(0));
        enough.add(items.get(0));
        if (items.size() == 2) {
          require(quorums.put(items.get(1), said) == null, "only one quorum for a log");
        } else {
          require(quorum == null, "only one quorum");
          quorum = said;
        }
      }
      case "agency" -> {
        require(items.size() == 2, "agency <id> <vkey>");
        agencies
            .computeIfAbsent(items.get(0), _ -> new ArrayList<>())
            .add(key(items.get(1), use -> use == KeyUse.ENTRY || use == KeyUse.ENTRY_SM2));
      }
      case "registrar" -> {
        require(items.size() == 1, "registrar <id>");
        require(agencies.containsKey(items.get(0)), "an agency that no line before names");
        require(registrars.add(items.get(0)), "a registrar is named twice");
      }
      case "revoked" -> {
        require(items.size() == 3, "revoked <name+id> <origin> <size>");
        require(references.contains(items.get(0)), "a key that no line before names");
        var place = new Revoked(items.get(0), items.get(1));
        long size = Strict.decimal(items.get(2));
        require(revoked.put(place, size) == null, "a key is revoked twice in one log");
      }
      default -> throw new MalformedException("begins with none of the known words");
    }
  }

  private VerifierKey key(String vkey, Predicate<KeyUse> uses) throws MalformedException {
    VerifierKey key = VerifierKey.parse(vkey);
    require(uses.test(key.use()), "the key is for another use");
    references.add(key.reference());
    require(points.add(key.use() + " " + key.point()), "the same key a second time");
    return key;
  }

  private Quorum group(String needed, List<String> names) throws MalformedException {
    var group = new ArrayList<Quorum>();
    for (String name : names) group.add(defined(name));
    long count =
        switch (needed) {
          case "any" -> 1;
          case "all" -> group.size();
          default -> Strict.decimal(needed);
        };
    require(count >= 1 && count <= group.size(), "a group needs 1 to all of its members");
    return new Quorum.Group((int) count, group);
  }

  /**
   * A name is a member of one group once; where logs have quorums of their own, in each of them.
   */
  private void memberships() throws MalformedException {
    if (quorums.isEmpty()) {
      var members = new HashSet<String>();
      for (List<String> names : groups.values()) count(names, members, false);
    } else {
      for (List<String> names : groups.values()) count(names, new HashSet<>(), true);
      for (String name : enough) count(List.of(name), new HashSet<>(), true);
    }
  }

  private void count(List<String> names, Set<String> members, boolean down)
      throws MalformedException {
    for (String name : names) {
      require(members.add(name), "a name is a member of one group once");
      if (down) count(groups.getOrDefault(name, List.of()), members, true);
    }
  }

  private void define(String name, Quorum meaning) throws MalformedException {
    require(!name.equals(NONE), "none cannot be defined");
    require(named.put(name, meaning) == null, "a name is defined twice");
  }

  private Quorum defined(String name) throws MalformedException {
    Quorum meaning = named.get(name);
    if (meaning == null) throw new MalformedException("a name that no line before defines");
    return meaning;
  }

  private static void require(boolean condition, String rule) throws MalformedException {
    if (!condition) throw new MalformedException(rule);
  }
}
