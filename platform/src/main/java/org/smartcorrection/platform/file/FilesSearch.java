package org.smartcorrection.platform.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds words in the files of all cases that somebody may open. The marks of each case are opened
 * with its person's key and asked; only of those that can have the words the texts are opened, and
 * what is shown is what really stands there. Nothing is kept in memory between two searches.
 */
@Component
class FilesSearch {
  private static final int PAGE = 250;
  private static final int MOST_FOUND = 10;
  private static final int MOST_OPENED = 60;
  private static final int HITS = 3;
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Summaries summaries;
  private final Cases cases;
  private final MarksBook book;
  private final CaseSearch search;
  private final Restrictions restrictions;
  private final Jurisdiction jurisdiction;
  private final LongSupplier nanos;

  @Autowired
  FilesSearch(
      Summaries summaries,
      Cases cases,
      MarksBook book,
      CaseSearch search,
      Restrictions restrictions,
      Jurisdiction jurisdiction) {
    this(summaries, cases, book, search, restrictions, jurisdiction, System::nanoTime);
  }

  FilesSearch(
      Summaries summaries,
      Cases cases,
      MarksBook book,
      CaseSearch search,
      Restrictions restrictions,
      Jurisdiction jurisdiction,
      LongSupplier nanos) {
    this.summaries = summaries;
    this.cases = cases;
    this.book = book;
    this.search = search;
    this.restrictions = restrictions;
    this.jurisdiction = jurisdiction;
    this.nanos = nanos;
  }

  /**
   * A file in which the words stand.
   *
   * @param hits the first few places
   * @param more how many others there are
   */
  record InFile(Summary in, List<CaseSearch.Hit> hits, int more) {}

  /**
   * What was found in a part of the files.
   *
   * @param searched how many files were asked
   * @param behind how many of them have something that cannot be found yet
   * @param closed how many were left out because they are restricted
   * @param next the key to go on from; {@code null} at the end
   */
  record Found(List<InFile> files, int searched, int behind, int closed, @Nullable String next) {}

  /** How many files the actor searches, and how many of them can be found wholly by now. */
  record Progress(int all, int whole) {
    public int behind() {
      return all - whole;
    }
  }

  Progress progress(Actor actor) {
    List<CaseId> all = summaries.ids(jurisdiction.custody(actor), Jurisdiction.office(actor));
    return new Progress(all.size(), book.whole(all));
  }

  /**
   * Looks on from a key, the latest case first, until a page is full or it has taken long enough.
   *
   * @param before the key to go on from
   */
  Found find(Actor actor, WordSearch asked, @Nullable String before, Locale locale) {
    var looking = new Looking(actor, asked, locale, nanos.getAsLong() + LONGEST_NANOS);
    @Nullable String key = before;
    do {
      Slice<Summary> page =
          summaries.page(jurisdiction.custody(actor), Jurisdiction.office(actor), key, PAGE);
      @Nullable String stopped = looking.through(page.rows());
      key = stopped != null ? stopped : page.next();
      if (stopped != null) break;
    } while (key != null);
    return looking.found(key);
  }

  /** One search on its way. */
  private final class Looking {
    private final Actor actor;
    private final WordSearch asked;
    private final Locale locale;
    private final long end;
    private final List<InFile> files = new ArrayList<>();
    private int searched;
    private int behind;
    private int closed;
    private int opened;

    Looking(Actor actor, WordSearch asked, Locale locale, long end) {
      this.actor = actor;
      this.asked = asked;
      this.locale = locale;
      this.end = end;
    }

    /** Goes through a page; the key of the case after which it stopped, if it did. */
    @Nullable String through(List<Summary> page) {
      Map<CaseId, MarksBook.Kept> marks = book.of(page);
      for (Summary row : page) {
        look(row, marks.get(row.caseId()));
        if (files.size() == MOST_FOUND || opened == MOST_OPENED || nanos.getAsLong() > end)
          return row.caseId().toString();
      }
      return null;
    }

    private void look(Summary row, MarksBook.@Nullable Kept kept) {
      if (restrictions.closed(actor, row)) {
        closed++;
        return;
      }
      searched++;
      if (!(kept instanceof MarksBook.Kept.Marked marked)) {
        behind++;
        return;
      }
      if (!marked.whole()) behind++;
      if (asked.possible(marked.marks())) open(row);
    }

    private void open(Summary row) {
      opened++;
      List<CaseSearch.Hit> hits = search.find(cases.get(row.caseId()), asked, locale).hits();
      if (hits.isEmpty()) return;
      int shown = Math.min(HITS, hits.size());
      files.add(new InFile(row, hits.subList(0, shown), hits.size() - shown));
    }

    Found found(@Nullable String next) {
      return new Found(List.copyOf(files), searched, behind, closed, next);
    }
  }
}
