package org.smartcorrection.ledger.register;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.tree.Hash;

/**
 * Follows a log, entry after entry, and knows the latest entry of each case: at present, and for as
 * far back as a register may lie. Not safe for use by several threads.
 */
public final class CaseHeads {
  private final Map<String, CaseHead> heads = new TreeMap<>();
  private final Map<String, Long> registers = new HashMap<>();
  private final Deque<Change> changes = new ArrayDeque<>();
  private long size;

  /** What an entry changed. */
  private record Change(long index, String casePseudonym, @Nullable CaseHead before) {}

  /** What an entry is as a register. */
  public enum Standing {
    /** It is none. */
    NO_REGISTER,
    /** It says what follows from the entries before it. */
    TRUE,
    /** It says something else, or has not the form of one. */
    FALSE,
    /**
     * It leaves out more than it may, or something that stood before the agency's register before
     * it: whoever makes one like this hides what is new.
     */
    STALE
  }

  /** How many entries were followed. */
  public long size() {
    return size;
  }

  /**
   * Takes the next leaf of the log, and judges it if it is a register.
   *
   * @param leaf its hash
   * @param entry {@code null} for a leaf that is no entry
   */
  public Standing append(Hash leaf, @Nullable Entry entry) {
    Standing standing = entry == null ? Standing.NO_REGISTER : judge(entry);
    if (entry != null) {
      Link link = entry.link();
      var head = new CaseHead(link.casePseudonym(), link.number(), leaf);
      changes.add(new Change(size, link.casePseudonym(), heads.put(link.casePseudonym(), head)));
    }
    size++;
    while (!changes.isEmpty() && size - changes.getFirst().index() > RegisterEntry.MOST_BEHIND + 1)
      changes.removeFirst();
    return standing;
  }

  private Standing judge(Entry entry) {
    if (!entry.type().equals(RegisterEntry.TYPE)) return Standing.NO_REGISTER;
    RegisterEntry stated;
    try {
      stated = RegisterEntry.read(entry);
    } catch (MalformedException e) {
      return Standing.FALSE;
    }
    Long last = registers.put(entry.agency(), size);
    if (stated.size() > size) return Standing.FALSE;
    if (!stated.isTimelyAt(size) || (last != null && stated.size() <= last)) return Standing.STALE;
    return RegisterEntry.of(at(stated.size())).equals(stated) ? Standing.TRUE : Standing.FALSE;
  }

  /** The latest entry of a case now. */
  public Optional<CaseHead> latest(String casePseudonym) {
    return Optional.ofNullable(heads.get(casePseudonym));
  }

  /** The register over all that was followed. */
  public Register now() {
    return new Register(size, heads.values());
  }

  /**
   * The register over the first entries alone.
   *
   * @throws IllegalArgumentException if it lies further back than a register may
   */
  public Register at(long earlier) {
    if (earlier > size || size - earlier > RegisterEntry.MOST_BEHIND) {
      throw new IllegalArgumentException("too far back, or not yet there");
    }
    var then = new TreeMap<>(heads);
    for (var back = changes.descendingIterator(); back.hasNext(); ) {
      Change change = back.next();
      if (change.index() < earlier) break;
      if (change.before() == null) then.remove(change.casePseudonym());
      else then.put(change.casePseudonym(), change.before());
    }
    return new Register(earlier, then.values());
  }

  /**
   * The next link of an agency's chain of registers.
   *
   * @param agency its id
   */
  public Link next(String agency) {
    String chain = RegisterEntry.chain(agency);
    return latest(chain)
        .map(head -> new Link(chain, head.number() + 1, head.leaf()))
        .orElseGet(() -> Link.first(chain));
  }
}
