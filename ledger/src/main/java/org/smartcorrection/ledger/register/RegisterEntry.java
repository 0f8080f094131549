package org.smartcorrection.ledger.register;

import java.time.Instant;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.tree.Hash;

/**
 * What an entry of {@link #TYPE} states: the root of the register over the first entries of its
 * log. It has the form of every entry. Its content is the root itself; nobody acts, and where the
 * actor stands in others it says of what it speaks, {@code heads/<size>/<cases>}. Each agency
 * chains its own, in a case that is none: {@code ledger/heads/<agency>}.
 *
 * @param size how many entries of the log it speaks of
 * @param cases how many cases they belong to
 * @param root of the {@link Register}
 */
public record RegisterEntry(long size, long cases, Hash root) {
  /** The type of the entry. */
  public static final String TYPE = "ledger/heads";

  /** How many entries may come between what a register speaks of and itself. */
  public static final int MOST_BEHIND = 1 << 16;

  private static final String NAME = "heads/";

  /** What a register states. */
  public static RegisterEntry of(Register register) {
    return new RegisterEntry(register.size(), register.cases(), register.root());
  }

  /** The case that is none, in which an agency chains its registers. */
  public static String chain(String agency) {
    return TYPE + "/" + agency;
  }

  /**
   * The entry, not yet signed.
   *
   * @param link in the {@link #chain} of the agency
   * @param hour when it is made
   */
  public Entry entry(String origin, String agency, Link link, Instant hour) {
    if (!link.casePseudonym().equals(chain(agency))) {
      throw new IllegalArgumentException("a register has a chain of its own");
    }
    return new Entry(origin, agency, NAME + size + "/" + cases, TYPE, link, hour, root);
  }

  /** Reads an entry of this type, of which each statement has exactly one. */
  public static RegisterEntry read(Entry entry) throws MalformedException {
    if (!entry.type().equals(TYPE)) throw new MalformedException("not a register entry");
    String[] parts = entry.actor().split("/", -1);
    if (parts.length != 3) throw new MalformedException("a register that says not of what");
    var read =
        new RegisterEntry(Strict.decimal(parts[1]), Strict.decimal(parts[2]), entry.content());
    try {
      if (read.entry(entry.origin(), entry.agency(), entry.link(), entry.hour()).equals(entry)) {
        return read;
      }
    } catch (IllegalArgumentException e) {
      throw new MalformedException("not a register entry", e);
    }
    throw new MalformedException("not a register entry");
  }

  /** Whether it speaks of entries that were there, and not of long ago. */
  public boolean isTimelyAt(long index) {
    return size <= index && index - size <= MOST_BEHIND;
  }
}
