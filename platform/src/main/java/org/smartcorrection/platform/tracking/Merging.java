package org.smartcorrection.platform.tracking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.location.journal.Fate;
import org.smartcorrection.location.journal.Page;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.location.supervision.Signs;
import org.smartcorrection.platform.kernel.PersonId;

/** Brings entries into the order of a journal. */
final class Merging {
  /** By time; what two devices say of one moment in an order that is always the same. */
  static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::time).thenComparing(Entry::device);

  private Merging() {}

  /**
   * All entries in order. Of one device there is one entry of a moment: the one that was there,
   * with what the other adds to it.
   */
  static List<Entry> of(List<Entry> there, List<Entry> more) {
    var merged = new ArrayList<Entry>(there.size() + more.size());
    merged.addAll(there);
    merged.addAll(more);
    merged.sort(ORDER); // stable: what was there comes first
    return withoutRepeated(merged);
  }

  private static List<Entry> withoutRepeated(List<Entry> inOrder) {
    var once = new ArrayList<Entry>(inOrder.size());
    for (Entry entry : inOrder)
      if (once.isEmpty() || ORDER.compare(once.getLast(), entry) != 0) once.add(entry);
      else once.add(with(once.removeLast(), entry));
    return once;
  }

  /** A server that forwards tells of a moment twice: the position, and again with its alarm. */
  private static Entry with(Entry there, Entry repeated) {
    Report first = there.report();
    Signs more = repeated.report().signs();
    Signs signs = new Signs(first.signs().said() | more.said(), first.signs().on() | more.on());
    Optional<Fix> fix = first.fix().or(() -> repeated.report().fix());
    if (signs.equals(first.signs()) && fix.equals(first.fix())) return there;
    return new Entry(
        new Report(
            first.time(),
            fix,
            first.sky(),
            signs,
            first.batteryPercent(),
            first.clockAheadSeconds()),
        there.device(),
        there.receivedAt(),
        new Fate.Unjudged());
  }

  /** Pages of so many entries each, of one stretch of the person; one moment stays on one page. */
  static List<Page> pages(PersonId person, List<Entry> entries, int most) {
    var pages = new ArrayList<Page>();
    int from = 0;
    for (int i = 1; i <= entries.size(); i++) {
      boolean end = i == entries.size();
      boolean full =
          !end
              && ((i - from >= most && !entries.get(i).time().equals(entries.get(i - 1).time()))
                  || !isOneStretch(person, entries.get(i - 1), entries.get(i)));
      if (end || full) {
        pages.add(new Page(entries.subList(from, i)));
        from = i;
      }
    }
    return pages;
  }

  private static boolean isOneStretch(PersonId person, Entry one, Entry next) {
    return Stretches.number(person, one.time()) == Stretches.number(person, next.time());
  }
}
