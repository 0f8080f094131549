package org.smartcorrection.ledger.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.entry.Agencies;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.smartcorrection.ledger.order.SoloLog;
import org.smartcorrection.ledger.register.CaseHeads;
import org.smartcorrection.ledger.register.Register;
import org.smartcorrection.ledger.register.RegisterEntry;
import org.smartcorrection.ledger.tree.Hash;

/** Logs in directories, true ones and others. */
public final class Logs {
  private static final int CASES = 7;

  private Logs() {}

  /** Entries of seven cases in turn, each chained to the one before it in its case. */
  public static List<SignedEntry> chained(int count, String type) {
    var entries = new ArrayList<SignedEntry>();
    for (int i = 0; i < count; i++) {
      Link link =
          i < CASES
              ? Link.first("c-" + i)
              : entries.get(i - CASES).entry().link().next(entries.get(i - CASES).leafHash());
      entries.add(entry(link, type, Samples.NOW));
    }
    return entries;
  }

  static SignedEntry entry(Link link, String type, Instant recorded) {
    var entry =
        new Entry(
            Samples.ORIGIN,
            Samples.AGENCY,
            "a-7f3e",
            type,
            link,
            Entry.coarse(recorded),
            Hash.EMPTY);
    return SignedEntry.sign(entry, Samples.AGENCY_KEY);
  }

  /**
   * A register of the first entries that says what fewer of them say, or the truth.
   *
   * @param size of which it says to speak
   * @param known of which it speaks
   */
  static SignedEntry register(List<SignedEntry> entries, int size, int known) {
    var heads = new CaseHeads();
    entries.subList(0, known).forEach(one -> heads.append(one.leafHash(), one.entry()));
    Register register = heads.now();
    entries
        .subList(known, entries.size())
        .forEach(one -> heads.append(one.leafHash(), one.entry()));
    return SignedEntry.sign(
        new RegisterEntry(size, register.cases(), register.root())
            .entry(
                Samples.ORIGIN,
                Samples.AGENCY,
                heads.next(Samples.AGENCY),
                Entry.coarse(Samples.NOW)),
        Samples.AGENCY_KEY);
  }

  static void write(Path directory, Agencies agencies, List<SignedEntry> entries)
      throws IOException, EntryRefusedException {
    try (var log = SoloLog.open(directory, Samples.KEYS, agencies, Samples.CLOCK)) {
      log.submitAll(entries);
    }
  }

  public static void write(Path directory, List<SignedEntry> entries)
      throws IOException, EntryRefusedException {
    write(directory, Samples.AGENCIES, entries);
  }

  static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) Files.createDirectories(target);
        else Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return to;
  }
}
