package org.smartcorrection.acceptance.bench;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.order.Position;
import org.smartcorrection.ledger.order.SoloLog;

/**
 * Entries a second that a log takes from the bytes that reach it, from four callers at once as a
 * node hears them: read, signature verified, durable under a signed head. The bar is what bare
 * verification with all cores would reach; it is measured before and after each batch, so that
 * others on the machine slow down both.
 */
final class VerifiedEntries implements Row {
  private static final int BATCH = 2_000;
  private static final int CALLERS = 4;
  private static final int BATCHES = 24;
  private static final int WARM = 8;
  private static final int RAW = 1_000;
  private static final double NANOS = 1e9;

  @Override
  public String id() {
    return "ledger.1";
  }

  @Override
  public List<Figure> measure() throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    var rates = new ArrayList<Double>();
    var shares = new ArrayList<Double>();
    var raws = new ArrayList<Double>();
    var bare = new ArrayList<Double>();
    try (var scratch = Scratch.make();
        var callers = Executors.newFixedThreadPool(CALLERS);
        var log =
            SoloLog.open(
                scratch.folder(), LedgerSite.KEYS, LedgerSite.AGENCIES, Clock.systemUTC())) {
      var verifying = new RawVerifying(LedgerSite.entry(0));
      for (int round = 0; round < BATCHES; round++) {
        List<byte[]> leaves = leaves(round);
        long idle = ProcessorTime.ofProcess();
        double before = verifying.rate(RAW);
        long processor = ProcessorTime.ofProcess();
        long begun = System.nanoTime();
        for (Future<?> caller : callers.invokeAll(parts(leaves, log))) caller.get();
        double rate = BATCH / ((System.nanoTime() - begun) / NANOS);
        double each = (double) (ProcessorTime.ofProcess() - processor) / BATCH;
        double raw = (before + verifying.rate(RAW)) / 2;
        if (round < WARM) continue;
        rates.add(rate);
        raws.add(raw);
        bare.add((double) (processor - idle) / RAW / each);
        shares.add(rate / (cores * raw));
      }
    }
    return List.of(
        Figure.note(
            "ledger.1a", "Ed25519 verifications a second, one core, median", median(raws), ""),
        Figure.note(
            "ledger.1b", "verified entries a second, 4 × 500 at a time, median", median(rates), ""),
        Figure.note(
            "ledger.1c", "bare verification, of an entry's processor time", median(bare), ""),
        new Figure(
            id(),
            "verified entries/s, of " + cores + " cores × raw rate, median",
            median(shares),
            "",
            0.5,
            0.7));
  }

  private static List<Callable<List<Position>>> parts(List<byte[]> leaves, SoloLog log) {
    var parts = new ArrayList<Callable<List<Position>>>();
    int each = BATCH / CALLERS;
    for (int caller = 0; caller < CALLERS; caller++) {
      List<byte[]> part = leaves.subList(caller * each, (caller + 1) * each);
      parts.add(
          () -> {
            var entries = new ArrayList<SignedEntry>();
            for (byte[] leaf : part) entries.add(SignedEntry.parse(leaf));
            return log.submitAll(entries);
          });
    }
    return parts;
  }

  private static List<byte[]> leaves(int round) {
    return IntStream.range(round * BATCH, (round + 1) * BATCH)
        .parallel()
        .mapToObj(n -> LedgerSite.signed(n).leaf())
        .toList();
  }

  static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** Bouncy Castle by itself, on messages as long as an entry. */
  private static final class RawVerifying {
    private final byte[] key = new byte[32];
    private final byte[] message;
    private final byte[] signature = new byte[64];

    RawVerifying(Entry entry) {
      message = entry.bytes();
      byte[] seed = new byte[32];
      Ed25519.generatePublicKey(seed, 0, key, 0);
      Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
    }

    double rate(int times) {
      long begun = System.nanoTime();
      for (int i = 0; i < times; i++) {
        if (!Ed25519.verify(signature, 0, key, 0, message, 0, message.length))
          throw new IllegalStateException("a good signature does not hold");
      }
      return times / ((System.nanoTime() - begun) / NANOS);
    }
  }
}
