package org.smartcorrection.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.VerifierKey;

/**
 * A log or a cosigner has a new key. What this makes of a policy believes all that the old key
 * signed; or, where it was lost, all up to one size of each log. A cosigner still counts once,
 * whichever of its keys signed.
 *
 * <pre>
 * old &lt;vkey&gt;
 * new &lt;vkey&gt;
 * lost &lt;origin&gt; &lt;size&gt;
 * </pre>
 *
 * @param lost by origin: above which size the old key counts no more; empty where nobody else has
 *     it
 */
public record KeyChange(VerifierKey old, VerifierKey now, SortedMap<String, Long> lost) {
  private static final String KEYS = "keys-of-";

  public KeyChange {
    lost = new TreeMap<>(lost);
    boolean same = old.use().cosigns() ? now.use().cosigns() : now.use() == old.use();
    boolean changes = old.use() == KeyUse.LOG || old.use().cosigns();
    if (!same || !changes || !old.name().equals(now.name()) || old.equals(now)) {
      throw new IllegalArgumentException("not a new key for the same log or cosigner");
    }
  }

  /** Its text. */
  public String text() {
    var text = new StringBuilder("old " + old + "\nnew " + now + "\n");
    lost.forEach((origin, size) -> text.append("lost %s %d\n".formatted(origin, size)));
    return text.toString();
  }

  /** Reads its text. */
  public static KeyChange parse(String text) throws MalformedException {
    @Nullable VerifierKey old = null;
    @Nullable VerifierKey now = null;
    var lost = new TreeMap<String, Long>();
    for (String line : text.lines().toList()) {
      List<String> words = words(line);
      String first = words.isEmpty() ? "" : words.getFirst();
      if (first.equals("old") && words.size() == 2 && old == null) {
        old = VerifierKey.parse(words.get(1));
      } else if (first.equals("new") && words.size() == 2 && now == null) {
        now = VerifierKey.parse(words.get(1));
      } else if (!first.equals("lost")
          || words.size() != 3
          || lost.put(words.get(1), Strict.decimal(words.get(2))) != null) {
        throw new MalformedException("a line is: old <vkey>, new <vkey>, or lost <origin> <size>");
      }
    }
    if (old == null || now == null) throw new MalformedException("an old and a new key");
    try {
      return new KeyChange(old, now, lost);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The policy with the new key; the same if it does not name the old one, or has both already.
   *
   * @throws MalformedException if the text is no policy, before or after
   */
  public String in(String policy) throws MalformedException {
    Policy before = Policy.parse(policy.getBytes(UTF_8));
    List<List<String>> lines = new ArrayList<>(policy.lines().map(KeyChange::words).toList());
    if (lines.stream().noneMatch(line -> line.contains(old.toString()))) return policy;
    if (lines.stream().noneMatch(line -> line.contains(now.toString()))) {
      if (old.use() == KeyUse.LOG) log(lines);
      else cosigner(lines, before.witnesses().keySet());
    }
    for (var one : lost.entrySet()) {
      String size = Long.toString(one.getValue());
      List<String> line = List.of("revoked", old.reference(), one.getKey(), size);
      boolean known = before.logs().stream().anyMatch(log -> log.name().equals(one.getKey()));
      if (known && !lines.contains(line)) lines.add(line);
    }
    var text = new StringBuilder();
    for (List<String> line : lines) text.append(String.join(" ", line)).append('\n');
    Policy.parse(text.toString().getBytes(UTF_8));
    return text.toString();
  }

  private static List<String> words(String line) {
    return Arrays.stream(line.split("[ \t]+", -1)).filter(word -> !word.isEmpty()).toList();
  }

  private int place(List<List<String>> lines, String keyword) throws MalformedException {
    for (int at = 0; at < lines.size(); at++) {
      List<String> line = lines.get(at);
      if (line.contains(old.toString()) && line.getFirst().equals(keyword)) return at;
    }
    throw new MalformedException("the old key stands there for another use");
  }

  private List<String> renewed(List<String> line) {
    return line.stream().map(word -> word.equals(old.toString()) ? now.toString() : word).toList();
  }

  private void log(List<List<String>> lines) throws MalformedException {
    int at = place(lines, "log");
    lines.add(at + 1, renewed(lines.get(at)));
  }

  private void cosigner(List<List<String>> lines, Set<String> names) throws MalformedException {
    int at = place(lines, "witness");
    String name = lines.get(at).get(1);
    var taken = new HashSet<>(names);
    for (List<String> line : lines) if (isGroup(line)) taken.add(line.get(1));
    String base = name.replaceFirst("-[0-9]+$", "");
    int number = 2;
    while (taken.contains(base + "-" + number)) number++;
    String next = base + "-" + number;
    var fresh = new ArrayList<>(renewed(lines.get(at)));
    fresh.set(1, next);
    lines.add(at + 1, fresh);
    for (int i = 0; i < lines.size(); i++) {
      List<String> line = lines.get(i);
      if (!isGroup(line) || !line.get(1).startsWith(KEYS)) continue;
      if (!line.subList(3, line.size()).contains(name)) continue;
      var wider = new ArrayList<>(line);
      wider.add(next);
      lines.set(i, wider);
      return;
    }
    String group = KEYS + name;
    if (taken.contains(group)) throw new MalformedException(group + " is something else");
    for (int i = 0; i < lines.size(); i++) {
      List<String> line = lines.get(i);
      int from = isGroup(line) ? 3 : line.size() > 1 && line.getFirst().equals("quorum") ? 1 : 99;
      var other = new ArrayList<>(line);
      for (int word = from; word < (from == 1 ? 2 : line.size()); word++)
        if (Objects.equals(line.get(word), name)) other.set(word, group);
      lines.set(i, other);
    }
    lines.add(at + 2, List.of("group", group, "any", name, next));
  }

  private static boolean isGroup(List<String> line) {
    return line.size() > 3 && line.getFirst().equals("group");
  }
}
