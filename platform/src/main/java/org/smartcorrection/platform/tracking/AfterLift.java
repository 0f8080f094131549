package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was collected although no ground held any more: a lift takes effect when it is decided (CCL
 * 29) and may be recorded later. It goes as soon as that is known (PIPL 47). What a question rests
 * on stays with it, in its own time.
 */
@Repository
class AfterLift {
  private final JdbcClient jdbc;
  private final Grounds grounds;
  private final Journal journal;
  private final Expiry expiry;

  AfterLift(JdbcClient jdbc, Grounds grounds, Journal journal, Expiry expiry) {
    this.jdbc = jdbc;
    this.grounds = grounds;
    this.journal = journal;
    this.expiry = expiry;
  }

  /** Time after a ground that ended and before the next one, as far as it has come. */
  private record Gap(Instant from, Instant until) {}

  /** Deletes it of one person. */
  List<Gone> delete(PersonId person, Instant now) {
    List<Term> terms = grounds.recorded(person);
    boolean live = terms.stream().anyMatch(term -> term.ground().holdsAt(now));
    var gone = new ArrayList<Gone>();
    for (Gap gap : gaps(terms, now)) {
      List<Entry> track =
          journal.remove(
              person,
              gap.from,
              gap.until,
              // what came while the ground was alive was collected under it, ahead as its clock may
              // be
              entry -> !entry.receivedAt().isBefore(gap.from));
      if (!track.isEmpty()) {
        expiry.ending(person, track.getFirst().time());
        expiry.ending(person, track.getLast().time());
        gone.add(
            new Gone(
                person,
                DataClass.TRACK,
                track.size(),
                track.getFirst().time(),
                track.getLast().time()));
      }
      snapshots(person, gap);
      List<Instant> observed = observations(person, gap, live);
      if (!observed.isEmpty())
        gone.add(
            new Gone(
                person,
                DataClass.OBSERVATION,
                observed.size(),
                observed.getFirst(),
                observed.getLast()));
    }
    return gone;
  }

  private static List<Gap> gaps(List<Term> inOrder, Instant now) {
    var gaps = new ArrayList<Gap>();
    for (int i = 0; i < inOrder.size(); i++) {
      Instant end = inOrder.get(i).ground().end();
      Instant next =
          i + 1 < inOrder.size() ? inOrder.get(i + 1).ground().approvedAt() : Instant.MAX;
      if (end.isAfter(now) || !end.isBefore(next)) continue;
      gaps.add(new Gap(end, next.isAfter(now) ? now.plusSeconds(LATEST_SECONDS) : next));
    }
    return gaps;
  }

  /** Clocks of devices may be ahead. */
  private static final long LATEST_SECONDS = 3_600;

  private void snapshots(PersonId person, Gap gap) {
    jdbc.sql("delete from tracking.snapshots where person = ? and reach >= ? and reach < ?")
        .params(
            person.value(), gap.from.atOffset(ZoneOffset.UTC), gap.until.atOffset(ZoneOffset.UTC))
        .update();
  }

  private List<Instant> observations(PersonId person, Gap gap, boolean live) {
    return jdbc.sql(
            """
            with gone as (delete from tracking.observations
              where person = :person and alarm is null and at >= :from and at < :until
                and made_at >= :from
                and (not :live or number < (select max(number) from tracking.observations
                  where person = :person))
              returning at)
            select at from gone order by at
            """)
        .param("person", person.value())
        .param("from", gap.from.atOffset(ZoneOffset.UTC))
        .param("until", gap.until.atOffset(ZoneOffset.UTC))
        .param("live", live)
        .query((row, _) -> row.getObject("at", OffsetDateTime.class).toInstant())
        .list();
  }
}
