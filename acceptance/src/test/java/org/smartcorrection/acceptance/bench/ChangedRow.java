package org.smartcorrection.acceptance.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.smartcorrection.acceptance.InsideDatabase;
import org.smartcorrection.acceptance.RunningPlatform;

/**
 * How long it takes until a row that was changed behind the platform's back is named, with 100,000
 * acts in the database: cases of an old register are taken over until there are as many, each with
 * its entries in the ledger. One field of a case is changed, and an act of another is removed.
 */
final class ChangedRow implements Row {
  private static final int ACTS = 100_000;
  private static final int TIMES = 5;
  private static final double NANOS = 1e9;
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(20);
  private static final String STANDING =
      "select count(*) from evidence.mismatches where gone_at is null";

  @Override
  public String id() {
    return "ledger.10";
  }

  @Override
  public List<Figure> measure() throws Exception {
    try (var scratch = Scratch.make();
        var running = RunningPlatform.demo(scratch.folder().resolve("data"));
        var database = new InsideDatabase(scratch.folder().resolve("data"))) {
      int there = 0;
      while (acts(database) < ACTS) there = ImportOfTenThousand.takeOver(running, there);
      var figures = new ArrayList<Figure>();
      figures.add(Figure.note("ledger.10a", "acts in the database", (double) acts(database), ""));
      await(database, 0);
      double worst = 0;
      for (int time = 0; time < TIMES; time++) {
        database.change(field("+", time));
        worst = Math.max(worst, await(database, 1));
        database.change(field("-", time));
        await(database, 0);
      }
      figures.add(
          new Figure(id(), "changed row named after, slowest of " + TIMES, worst, "s", 60, 10));
      // whoever owns the tables takes away what keeps acts from being removed
      database.change("alter table casework.acts disable trigger user");
      database.change("delete from casework.acts where number = 1 and case_id = " + chosen(TIMES));
      figures.add(
          new Figure("ledger.10b", "removed act named after", await(database, 1), "s", 60, 10));
      return figures;
    }
  }

  private static long acts(InsideDatabase database) throws SQLException {
    return database.number("select count(*) from casework.acts");
  }

  private static String chosen(int time) {
    return "(select id from casework.cases order by id offset " + 1000 * (time + 1) + " limit 1)";
  }

  private static String field(String sign, int time) {
    return "update casework.all_summaries set term_until = term_until "
        + sign
        + " 30 where case_id = "
        + chosen(time);
  }

  /** The seconds until there are some mismatches, or none. */
  private static double await(InsideDatabase database, int some) throws SQLException {
    long begun = System.nanoTime();
    while (Long.signum(database.number(STANDING)) != some) {
      if (System.nanoTime() - begun > PATIENCE.toNanos())
        throw new IllegalStateException("the change was not named");
      LockSupport.parkNanos(PERIOD);
    }
    return (System.nanoTime() - begun) / NANOS;
  }
}
