package org.smartcorrection.platform.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds people by case number or by name. Names are kept sealed and no index may hold them, so they
 * are opened page by page; the search stops after a number of cases or a time, and says so.
 */
@Component
class PeopleSearch {
  private static final int MOST_CASES = 2000;
  private static final int PAGE = 250;
  private static final int MOST_FOUND = 50;
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Cases cases;
  private final Summaries summaries;
  private final People people;
  private final Jurisdiction jurisdiction;
  private final LongSupplier nanos;

  @Autowired
  PeopleSearch(Cases cases, Summaries summaries, People people, Jurisdiction jurisdiction) {
    this(cases, summaries, people, jurisdiction, System::nanoTime);
  }

  PeopleSearch(
      Cases cases,
      Summaries summaries,
      People people,
      Jurisdiction jurisdiction,
      LongSupplier nanos) {
    this.cases = cases;
    this.summaries = summaries;
    this.people = people;
    this.jurisdiction = jurisdiction;
    this.nanos = nanos;
  }

  /**
   * What was found.
   *
   * @param cut whether the search stopped before the end
   */
  record Found(List<Summary> cases, boolean cut) {}

  Found find(Actor actor, String asked) {
    var exact =
        cases
            .withNumber(asked.toUpperCase(Locale.ROOT))
            .map(Case::id)
            .flatMap(summaries::find)
            .filter(row -> jurisdiction.covers(actor, row.agency(), row.office()));
    return exact.map(row -> new Found(List.of(row), false)).orElseGet(() -> named(actor, asked));
  }

  private Found named(Actor actor, String asked) {
    String wanted = asked.toLowerCase(Locale.ROOT);
    long end = nanos.getAsLong() + LONGEST_NANOS;
    var found = new ArrayList<Summary>();
    @Nullable String before = null;
    for (int opened = 0; opened < MOST_CASES; opened += PAGE) {
      Slice<Summary> page =
          summaries.page(jurisdiction.custody(actor), Jurisdiction.office(actor), before, PAGE);
      Map<PersonId, Identity> names =
          people.all(page.rows().stream().map(Summary::person).toList());
      for (Summary row : page.rows()) {
        Identity identity = names.get(row.person());
        if (identity != null && matches(identity, wanted)) found.add(row);
        if (found.size() == MOST_FOUND) return new Found(found, true);
      }
      before = page.next();
      if (before == null) return new Found(found, false);
      if (nanos.getAsLong() > end) break;
    }
    return new Found(found, true);
  }

  private static boolean matches(Identity identity, String wanted) {
    return identity.name().contains(wanted)
        || identity.nameLatin().toLowerCase(Locale.ROOT).contains(wanted);
  }
}
