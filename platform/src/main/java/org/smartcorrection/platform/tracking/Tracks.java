package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.location.playback.Playback;
import org.smartcorrection.location.playback.Span;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.stereotype.Component;

/**
 * Tracks to play: of what the journal has alone, which was collected on a live ground (CCL 29). The
 * single points of verifications (L16a) are kept apart and never join one.
 */
@Component
class Tracks {
  /** More positions than this are asked for in shorter spans. */
  static final int MOST = 6_000;

  private final Journal journal;
  private final Grounds grounds;
  private final Areas areas;

  Tracks(Journal journal, Grounds grounds, Areas areas) {
    this.journal = journal;
    this.grounds = grounds;
    this.areas = areas;
  }

  /** The track of a span; empty when it has more positions than one page can show. */
  Optional<Track> of(PersonId person, Span span) {
    List<Entry> entries = journal.between(person, span.from(), span.until(), MOST + 1);
    if (entries.size() > MOST) return Optional.empty();
    List<Entry> positions =
        entries.stream().filter(entry -> entry.report().fix().isPresent()).toList();
    return Optional.of(
        new Track(
            span,
            positions,
            entries.size() - positions.size(),
            Playback.of(span, entries, live(person), areas.terms(person).deadZones())));
  }

  /** When positions might be kept; terms that follow at once on one another are one span. */
  List<Span> live(PersonId person) {
    var spans = new ArrayList<Span>();
    grounds.terms(person).stream()
        .map(term -> new Span(term.ground().approvedAt(), end(term)))
        .sorted(Comparator.comparing(Span::from))
        .forEach(
            span -> {
              Span last = spans.isEmpty() ? null : spans.getLast();
              if (last == null || span.from().isAfter(last.until())) spans.add(span);
              else if (span.until().isAfter(last.until()))
                spans.set(spans.size() - 1, new Span(last.from(), span.until()));
            });
    return spans;
  }

  private static Instant end(Term term) {
    Instant end = term.ground().end();
    return end.isBefore(term.ground().approvedAt()) ? term.ground().approvedAt() : end;
  }
}
