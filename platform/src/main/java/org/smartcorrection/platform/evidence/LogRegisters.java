package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.smartcorrection.ledger.register.CaseHead;
import org.smartcorrection.ledger.register.CaseHeads;
import org.smartcorrection.ledger.register.Register;
import org.smartcorrection.ledger.register.RegisterEntry;
import org.smartcorrection.ledger.tree.Hash;

/**
 * Writes registers of the latest acts into one log. What they state is taken from the log itself,
 * which is followed in memory: no row that somebody changed gets into a register. After a start all
 * of the log is read once, when a register is first asked for.
 */
final class LogRegisters {
  private static final Duration DAY = Duration.ofDays(1);

  private final String origin;
  private final Ledger log;
  private final AgencyKeys keys;
  private final Registrar registrar;
  private final Clock clock;
  private CaseHeads heads = new CaseHeads();
  private @Nullable Last last;
  private @Nullable Made made;

  LogRegisters(String origin, Ledger log, AgencyKeys keys, Registrar registrar, Clock clock) {
    this.origin = origin;
    this.log = log;
    this.keys = keys;
    this.registrar = registrar;
    this.clock = clock;
  }

  /** The last register in the log. */
  private record Last(long index, Instant hour) {}

  /**
   * A register and its entry in the log.
   *
   * @param index of the entry
   */
  record Made(long index, Register register) {}

  /** A register of this hour that knows the entry at an index; a new one if there is none. */
  synchronized Made covering(long index) throws IOException {
    follow();
    Made known = made;
    boolean fresh =
        known != null
            && known.register().size() > index
            && last != null
            && last.index() == known.index()
            && last.hour().equals(Entry.coarse(clock.instant()));
    return fresh && known != null ? known : write();
  }

  /** Writes one if the log grew since the last and that is a day old. */
  synchronized void daily() throws IOException {
    follow();
    Last before = last;
    long grown = before == null ? heads.size() : heads.size() - before.index() - 1;
    boolean due = before == null || !clock.instant().isBefore(before.hour().plus(DAY));
    if (grown > 0 && due) write();
  }

  /** The number of the latest entry of a case in the log; 0 if there is none. */
  synchronized long latest(String casePseudonym) throws IOException {
    follow();
    return heads.latest(casePseudonym).map(CaseHead::number).orElse(0L);
  }

  private Made write() throws IOException {
    Register register = heads.now();
    Entry entry =
        RegisterEntry.of(register)
            .entry(
                origin,
                registrar.code(),
                heads.next(registrar.code()),
                Entry.coarse(clock.instant()));
    SignedEntry signed = keys.sign(entry);
    try {
      long index = log.submitAll(List.of(signed)).getFirst().index();
      follow();
      made = new Made(index, register);
      return made;
    } catch (EntryRefusedException e) {
      throw new IllegalStateException("the log refuses a register", e);
    }
  }

  private void follow() throws IOException {
    Reading now = log.ordered(origin);
    long size = now.size();
    if (heads.size() > size) {
      // another log than the one that was followed: an old backup was put back
      heads = new CaseHeads();
      last = null;
      made = null;
    }
    while (heads.size() < size) {
      for (byte[] leaf : now.leaves().from(heads.size())) take(leaf);
    }
  }

  private void take(byte[] leaf) {
    Optional<Entry> entry = read(leaf);
    boolean own =
        entry
            .filter(one -> RegisterEntry.isOne(one) && one.agency().equals(registrar.code()))
            .isPresent();
    if (own) last = new Last(heads.size(), entry.orElseThrow().hour());
    heads.append(Hash.leaf(leaf), entry.orElse(null));
  }

  private static Optional<Entry> read(byte[] leaf) {
    try {
      return Optional.of(SignedEntry.parse(leaf).entry());
    } catch (MalformedException e) {
      // the log takes none such; a damaged one is for the audit to name
      return Optional.empty();
    }
  }
}
