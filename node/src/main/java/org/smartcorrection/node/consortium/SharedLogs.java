package org.smartcorrection.node.consortium;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.register.RegisterEntry;
import org.smartcorrection.ledger.tree.Frontier;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.node.consensus.Machine;

/**
 * The logs of all origins, as every member computes them from the common order: an entry gets the
 * next place in the log it names, if keys of its agency signed it that still count there, and if it
 * does not stand there already; a register of the latest acts, if it follows from the entries
 * before it. Everything else is passed over, by every member alike.
 */
final class SharedLogs implements Machine<Message> {
  private final SequencedMap<String, SharedLog> logs = new TreeMap<>();
  private final Waiting waiting;
  private final Missing missing;
  private final Consumer<byte[]> tell;
  private volatile Standing standing = Standing.JOINING;

  /** Where the entries come from that this member missed. */
  @FunctionalInterface
  interface Missing {
    /** Brings a log up to a place, however long it takes. */
    void fetch(SharedLog log, Frontier place) throws IOException;
  }

  /**
   * The logs of one member.
   *
   * @param tell hands a message to the others, if they can be reached now
   */
  SharedLogs(List<SharedLog> logs, Waiting waiting, Missing missing, Consumer<byte[]> tell) {
    for (SharedLog log : logs) this.logs.put(log.log().origin(), log);
    this.waiting = waiting;
    this.missing = missing;
    this.tell = tell;
  }

  @Override
  public Message read(byte[] transaction) {
    Message message = Message.read(transaction);
    try {
      return switch (message) {
        case Message.Entry(var entry, _) -> new Message.Entry(entry, isSigned(entry));
        case Message.Head head -> {
          // heads need no order: who signed what is said once it is known
          for (SharedLog log : logs.values()) hear(log, head);
          yield new Message.Unreadable();
        }
        case Message.Unreadable unreadable -> unreadable;
      };
    } catch (IOException e) {
      // a head that could not be compared is sent again; the order does not depend on it
      return new Message.Unreadable();
    }
  }

  private static void hear(SharedLog log, Message.Head head) throws IOException {
    if (!head.note().text().startsWith(log.log().origin() + "\n")) return;
    if (head.answer()) log.finality().received(head.note());
    else log.finality().told(head.note());
  }

  private boolean isSigned(SignedEntry entry) {
    SharedLog log = logs.get(entry.entry().origin());
    return log != null && log.policy().agencies().isSigned(entry);
  }

  @Override
  public byte[] ordered(List<Message> messages) throws IOException {
    var fresh = new LinkedHashMap<SharedLog, SequencedMap<Hash, SignedEntry>>();
    for (Message message : messages) {
      if (!(message instanceof Message.Entry(var entry, var signed)) || !signed) continue;
      SharedLog log = logs.get(entry.entry().origin());
      if (log != null) admit(log, entry, fresh.computeIfAbsent(log, _ -> new LinkedHashMap<>()));
    }
    for (var taken : fresh.entrySet()) take(taken.getKey(), taken.getValue());
    return state();
  }

  private void admit(SharedLog log, SignedEntry entry, SequencedMap<Hash, SignedEntry> fresh)
      throws IOException {
    Hash leaf = entry.leafHash();
    OptionalLong known = log.log().indexOf(leaf);
    if (known.isPresent() && known.getAsLong() < log.place().size()) {
      waiting.placed(leaf, known.getAsLong());
    } else if (!log.policy().agencies().counts(entry, log.place().size() + fresh.size())) {
      waiting.refused(leaf, "the entry is signed by a key that was revoked");
    } else if (RegisterEntry.isOne(entry.entry()) && !fresh.containsKey(leaf)) {
      register(log, entry, fresh);
    } else {
      fresh.putIfAbsent(leaf, entry);
    }
  }

  /** A register is judged by all that stands before it, in this round as well. */
  private void register(SharedLog log, SignedEntry entry, SequencedMap<Hash, SignedEntry> fresh)
      throws IOException {
    take(log, fresh);
    fresh.clear();
    Optional<String> refusal = log.refusal(entry);
    if (refusal.isEmpty()) fresh.put(entry.leafHash(), entry);
    else waiting.refused(entry.leafHash(), refusal.get());
  }

  private void take(SharedLog log, SequencedMap<Hash, SignedEntry> fresh) throws IOException {
    if (fresh.isEmpty()) return;
    long first = log.place().size();
    if (log.take(new ArrayList<>(fresh.values()))) settle(log);
    for (Hash leaf : fresh.keySet()) waiting.placed(leaf, first++);
  }

  private void settle(SharedLog log) throws IOException {
    log.finality().own();
    // while this member is joining nobody hears it; it speaks again once it is active
    tell.accept(Message.head(log.log().checkpoint()));
  }

  private byte[] state() throws IOException {
    var places = new TreeMap<String, Frontier>();
    logs.forEach((origin, log) -> places.put(origin, log.place()));
    return Place.write(places);
  }

  @Override
  public void restored(byte[] state) throws IOException {
    Map<String, Frontier> places = Place.read(state);
    for (SharedLog log : logs.values()) {
      Frontier place = places.getOrDefault(log.log().origin(), new Frontier());
      if (log.log().size() < place.size()) missing.fetch(log, place);
      Hash own = log.log().root(place.size());
      if (!own.equals(place.root())) {
        throw new IOException(
            "the first "
                + place.size()
                + " entries of "
                + log.log().origin()
                + " are not those the members agreed on");
      }
      log.place(place);
      log.finality().own();
      for (Hash leaf : waiting.leaves()) {
        OptionalLong known = log.log().indexOf(leaf);
        if (known.isPresent() && known.getAsLong() < place.size()) {
          waiting.placed(leaf, known.getAsLong());
        }
      }
    }
  }

  @Override
  public void standing(Standing now) {
    standing = now;
    if (now == Standing.ACTIVE) tellAgain();
  }

  Standing standing() {
    return standing;
  }

  /** Says again what this member signed last, where that is not final yet, and answers others. */
  void tellAgain() {
    for (SharedLog log : logs.values()) {
      log.finality().answer().ifPresent(note -> tell.accept(Message.answer(note)));
      if (!log.finality().isSettled()) tell.accept(Message.head(log.log().checkpoint()));
    }
  }
}
