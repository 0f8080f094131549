package org.smartcorrection.platform.lab;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.supervision.Kind;
import org.smartcorrection.platform.lab.Compared.Fate;
import org.smartcorrection.platform.lab.Compared.Tally;
import org.smartcorrection.platform.shell.Text;

/**
 * What a trial shows, kind by kind, with what officers had found of the alarms that were raised.
 *
 * @param all the sum of the kinds
 */
record TrialReport(List<Row> rows, Row all) {
  TrialReport {
    rows = List.copyOf(rows);
  }

  /**
   * One kind.
   *
   * @param kind {@code null} for the sum
   * @param keptAlarms by finding, of the alarms that would still be raised
   * @param lostAlarms the same of those that would not
   */
  record Row(@Nullable Kind kind, Tally tally, Answered keptAlarms, Answered lostAlarms) {
    public Text label() {
      return kind == null ? Text.of("lab.rates.all") : Text.of("lab.kind." + kind.name());
    }

    /** How many minutes later what is kept would be asked, on average; earlier if below zero. */
    public long laterMinutes() {
      return tally.kept() == 0
          ? 0
          : Math.round((double) tally.laterSeconds() / (60.0 * tally.kept()));
    }

    Row plus(Row more) {
      return new Row(
          null,
          tally.plus(more.tally),
          keptAlarms.plus(more.keptAlarms),
          lostAlarms.plus(more.lostAlarms));
    }
  }

  /** How alarms were answered. */
  record Answered(int error, int goodReason, int noGoodReason, int notYet) {
    static final Answered NONE = new Answered(0, 0, 0, 0);

    static Answered of(@Nullable Verdict verdict, int count) {
      return switch (verdict) {
        case ERROR -> new Answered(count, 0, 0, 0);
        case GOOD_REASON -> new Answered(0, count, 0, 0);
        case NO_GOOD_REASON -> new Answered(0, 0, count, 0);
        case null -> new Answered(0, 0, 0, count);
      };
    }

    Answered plus(Answered more) {
      return new Answered(
          error + more.error,
          goodReason + more.goodReason,
          noGoodReason + more.noGoodReason,
          notYet + more.notYet);
    }

    public boolean any() {
      return error + goodReason + noGoodReason + notYet > 0;
    }
  }

  static TrialReport of(Map<Kind, Tally> tallies, List<Trials.FoundOf> found) {
    Map<Kind, Answered> kept = answered(found, Fate.KEPT);
    Map<Kind, Answered> lost = answered(found, Fate.LOST);
    var rows = new ArrayList<Row>();
    for (Kind kind : Kind.values()) {
      Tally tally = tallies.get(kind);
      if (tally == null) continue;
      rows.add(
          new Row(
              kind,
              tally,
              kept.getOrDefault(kind, Answered.NONE),
              lost.getOrDefault(kind, Answered.NONE)));
    }
    Row all =
        rows.stream().reduce(new Row(null, Tally.NONE, Answered.NONE, Answered.NONE), Row::plus);
    return new TrialReport(rows, all);
  }

  private static Map<Kind, Answered> answered(List<Trials.FoundOf> found, Fate fate) {
    var all = new EnumMap<Kind, Answered>(Kind.class);
    found.stream()
        .filter(one -> one.fate() == fate)
        .forEach(
            one -> all.merge(one.kind(), Answered.of(one.verdict(), one.count()), Answered::plus));
    return all;
  }

  /** The kinds with what is lost, kept and gained, as bars. */
  public Bars drawing() {
    return Bars.of(rows);
  }
}
