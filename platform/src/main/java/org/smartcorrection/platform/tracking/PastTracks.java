package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.supervision.Kind;
import org.smartcorrection.location.supervision.Message;
import org.smartcorrection.location.supervision.Observation;
import org.smartcorrection.location.supervision.Outcome;
import org.smartcorrection.location.supervision.Supervising;
import org.smartcorrection.location.supervision.SupervisionState;
import org.smartcorrection.location.supervision.Terms;
import org.smartcorrection.location.supervision.Verification;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Past tracks, judged again by the rules in force and by others. Both are judged under the terms as
 * they hold now, each zone in its own time, so that only the rules make a difference. Nothing is
 * kept of it here, and no more of a track is in memory than some pages. Whoever asks has the look
 * recorded before: reading a track is a look at a person.
 */
@Component
public class PastTracks {
  /** So much before the time is heard as well, for what goes on when it begins. */
  private static final Duration LEAD = Duration.ofDays(1);

  private final Grounds grounds;
  private final Journal journal;
  private final Verifications verifications;
  private final Observations observations;
  private final Areas areas;
  private final Summaries summaries;
  private final JdbcClient jdbc;
  private final Clock clock;

  PastTracks(
      Grounds grounds,
      Journal journal,
      Verifications verifications,
      Observations observations,
      Areas areas,
      Summaries summaries,
      JdbcClient jdbc,
      Clock clock) {
    this.grounds = grounds;
    this.journal = journal;
    this.verifications = verifications;
    this.observations = observations;
    this.areas = areas;
    this.summaries = summaries;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A time, the end not counted. */
  public record Span(Instant from, Instant until) {}

  /** What was really observed, and the question to which it was added. */
  public record Asked(Kind kind, String zone, Instant since, UUID alarm) {}

  /**
   * What rules make of one person's past.
   *
   * @param inForce what begins and ends by the rules in force
   * @param proposed the same by the others
   * @param asked what was asked then and still stands
   * @param messages how many were judged
   */
  public record Judged(
      List<Observation> inForce, List<Observation> proposed, List<Asked> asked, long messages) {
    public Judged {
      inForce = List.copyOf(inForce);
      proposed = List.copyOf(proposed);
      asked = List.copyOf(asked);
    }
  }

  /**
   * Those of an agency who were positioned on a ground in a time, in an order that stays.
   *
   * @param after the last one of those before; {@code null} at the beginning
   */
  public List<PersonId> people(AgencyId agency, Span span, @Nullable PersonId after, int most) {
    UUID[] cases = summaries.ids(agency, null).stream().map(CaseId::value).toArray(UUID[]::new);
    return jdbc.sql(
            """
            select distinct person from tracking.grounds
            where case_id = any(:cases) and from_at < :until
              and least(until_at, coalesce(ended_at, until_at)) > :from
              and (:after::uuid is null or person > :after::uuid)
            order by person limit :most
            """)
        .param("cases", cases)
        .param("from", span.from().atOffset(ZoneOffset.UTC))
        .param("until", span.until().atOffset(ZoneOffset.UTC))
        .param("after", after == null ? null : after.value())
        .param("most", most)
        .query((row, _) -> new PersonId(row.getObject("person", UUID.class)))
        .list();
  }

  /** Judges one person's track of a time. */
  public Judged judge(PersonId person, Span span, Supervising inForce, Supervising proposed) {
    Terms terms = areas.terms(person);
    var now = new Course(inForce, terms, span.from());
    var other = new Course(proposed, terms, span.from());
    for (Span part : positioned(person, span)) {
      now.begin();
      other.begin();
      List<Verification> shown =
          new ArrayList<>(verifications.after(person, part.from().minusMillis(1)));
      shown.removeIf(one -> !one.time().isBefore(part.until()));
      journal.walk(
          person,
          part.from(),
          part.until(),
          entry -> {
            while (!shown.isEmpty() && shown.getFirst().time().isBefore(entry.time()))
              hear(shown.removeFirst(), now, other);
            hear(entry.report(), now, other);
          });
      shown.forEach(one -> hear(one, now, other));
      now.pass(part.until());
      other.pass(part.until());
    }
    return new Judged(
        now.made,
        other.made,
        observations.asked(person, span.from(), span.until()).stream()
            .filter(one -> AlarmKind.of(one.kind()).isPresent())
            .toList(),
        now.heard);
  }

  private static void hear(Message message, Course now, Course other) {
    now.hear(message);
    other.hear(message);
  }

  /** When there was a ground: apart from gaps, each time on its own; no silence goes beyond it. */
  private List<Span> positioned(PersonId person, Span span) {
    Instant until = span.until().isAfter(clock.instant()) ? clock.instant() : span.until();
    var parts = new ArrayList<Span>();
    for (Term term : grounds.terms(person)) {
      Instant from = max(term.ground().approvedAt(), span.from().minus(LEAD));
      Instant end = min(term.ground().end(), until);
      if (!from.isBefore(end)) continue;
      boolean goesOn = !parts.isEmpty() && !from.isAfter(parts.getLast().until());
      if (goesOn)
        parts.set(
            parts.size() - 1, new Span(parts.getLast().from(), max(parts.getLast().until(), end)));
      else parts.add(new Span(from, end));
    }
    parts.removeIf(part -> !part.until().isAfter(span.from()));
    return parts;
  }

  private static Instant max(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant min(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** One way through a track. */
  private static final class Course {
    private final Supervising supervision;
    private final Terms terms;
    private final Instant counted;
    private final List<Observation> made = new ArrayList<>();
    private SupervisionState state = SupervisionState.start();
    private long heard;

    Course(Supervising supervision, Terms terms, Instant counted) {
      this.supervision = supervision;
      this.terms = terms;
      this.counted = counted;
    }

    void begin() {
      state = SupervisionState.start();
    }

    void hear(Message message) {
      heard++;
      take(supervision.hear(state, message, terms));
    }

    void pass(Instant until) {
      take(supervision.pass(state, until, terms));
    }

    private void take(Outcome outcome) {
      state = outcome.state();
      for (Observation one : outcome.observations())
        if (!one.at().isBefore(counted) && AlarmKind.of(one.kind()).isPresent()) made.add(one);
    }
  }
}
