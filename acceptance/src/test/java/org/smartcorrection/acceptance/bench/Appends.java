package org.smartcorrection.acceptance.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.smartcorrection.ledger.Durable;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.ledger.tree.Hash;

/**
 * Entries a second that a log appends when their authors' signatures are not looked at, beside the
 * bare minimum for the same batches: each entry hashed, all written to one file, the file forced.
 * The two take turns.
 */
final class Appends implements Row {
  private static final List<Integer> BATCHES = List.of(1, 100, 1000, 4000);
  private static final int BAR = 1000;
  private static final int ROUNDS = 40;
  private static final int WARM = 10;

  @Override
  public String id() {
    return "ledger.2";
  }

  @Override
  public List<Figure> measure() throws Exception {
    var figures = new ArrayList<Figure>();
    long next = 0;
    try (var scratch = Scratch.make();
        var log =
            TileLog.open(scratch.folder().resolve("log"), LedgerSite.KEYS, Clock.systemUTC());
        var file = file(scratch.folder().resolve("raw"))) {
      for (int batch : BATCHES) {
        var raw = new ArrayList<Double>();
        var appended = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
          List<SignedEntry> entries = entries(next, batch);
          next += batch;
          double bare = rate(batch, () -> write(file, entries));
          double full = rate(batch, () -> log.append(entries));
          if (round < WARM) continue;
          raw.add(bare);
          appended.add(full);
        }
        double minimum = VerifiedEntries.median(raw);
        double reached = VerifiedEntries.median(appended);
        String of = " a second, batches of %,d, median".formatted(batch);
        String row = id() + (char) ('a' + BATCHES.indexOf(batch));
        figures.add(Figure.note(row, "raw sha256 + fdatasync: entries" + of, minimum, ""));
        figures.add(Figure.note(row, "append: entries" + of, reached, ""));
        figures.add(
            batch == BAR
                ? new Figure(
                    id(), "append of raw, batches of 1,000", reached / minimum, "", 0.3, 0.5)
                : Figure.note(row, "append of raw", reached / minimum, ""));
      }
    }
    return figures;
  }

  @FunctionalInterface
  private interface Writing {
    void write() throws IOException;
  }

  private static double rate(int entries, Writing writing) throws IOException {
    long begun = System.nanoTime();
    writing.write();
    return entries / ((System.nanoTime() - begun) / 1e9);
  }

  private static FileChannel file(Path path) throws IOException {
    return FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static void write(FileChannel file, List<SignedEntry> entries) throws IOException {
    var block = new ByteArrayOutputStream();
    for (SignedEntry entry : entries) {
      byte[] leaf = entry.leaf();
      Hash.leaf(leaf);
      block.writeBytes(leaf);
    }
    Durable.write(file, ByteBuffer.wrap(block.toByteArray()));
    file.force(false);
  }

  private static List<SignedEntry> entries(long first, int count) {
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(i -> LedgerSite.unsigned(first + i))
        .toList();
  }
}
