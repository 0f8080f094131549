package org.smartcorrection.platform.tracking;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.LeftOutReason;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.location.journal.Fate;
import org.smartcorrection.location.journal.Page;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What devices sent on a live ground (CCL 29), in the order of its time: pages that never overlap,
 * each sealed as a whole under the key of its stretch of time ({@link Stretches}).
 */
@Repository
class Journal {
  private static final String COPY =
      "copy tracking.journal (person, from_at, until_at, entries, sealed)"
          + " from stdin (format binary)";
  private static final int COLUMNS = 5;

  /** Pages that grew one by one are bound together into such of so many entries. */
  private static final int BOUND = 256;

  /** So many pages are read at once on the way through a past track. */
  private static final int WALKED = 16;

  private final JdbcClient jdbc;
  private final JdbcTemplate connections;
  private final Vault vault;

  Journal(JdbcClient jdbc, JdbcTemplate connections, Vault vault) {
    this.jdbc = jdbc;
    this.connections = connections;
    this.vault = vault;
  }

  /** Whose page. */
  record Written(PersonId person, Page page) {}

  /** Adds pages, each later than all that is there of its person. */
  void add(Collection<Written> all) {
    if (all.isEmpty()) return;
    var rows = new BinaryCopy(COLUMNS);
    for (Written one : all) {
      Page page = one.page();
      rows.row()
          .uuid(one.person().value())
          .instant(page.from())
          .instant(page.until())
          .integer(page.entries().size())
          .bytes(
              vault.seal(
                  Stretches.owner(one.person(), page.from()),
                  Purpose.POSITIONING,
                  place(one.person(), page.from()),
                  page.encode()));
    }
    connections.execute(
        (ConnectionCallback<@Nullable Void>)
            connection -> {
              rows.into(connection, COPY);
              return null;
            });
  }

  /** All entries from an instant on, the earliest first. */
  List<Entry> from(PersonId person, Instant at) {
    var entries = new ArrayList<Entry>();
    for (Page page : pagesFrom(person, at))
      for (Entry entry : page.entries()) if (!entry.time().isBefore(at)) entries.add(entry);
    return entries;
  }

  /** Entries from one instant to before another, the latest so many, the earliest of them first. */
  List<Entry> between(PersonId person, Instant from, Instant until, int most) {
    var entries = new ArrayList<Entry>();
    List<Page> pages =
        jdbc
            .sql(
                """
                select from_at, by_stretch, sealed from tracking.journal
                where person = :person and until_at >= :from and from_at < :until
                  and from_at >= coalesce((select max(from_at) from tracking.journal
                    where person = :person and from_at <= :from), '-infinity')
                order by from_at desc limit :most
                """)
            .param("person", person.value())
            .param("from", from.atOffset(ZoneOffset.UTC))
            .param("until", until.atOffset(ZoneOffset.UTC))
            .param("most", most)
            .query((row, _) -> page(row, person))
            .list()
            .stream()
            .flatMap(Optional::stream)
            .toList();
    for (Page page : pages.reversed())
      for (Entry entry : page.entries())
        if (!entry.time().isBefore(from) && entry.time().isBefore(until)) entries.add(entry);
    return entries.size() <= most
        ? entries
        : entries.subList(entries.size() - most, entries.size());
  }

  /**
   * Hands over all entries from one instant to before another in the order of their time; no more
   * than some pages are in memory at a time.
   */
  void walk(PersonId person, Instant from, Instant until, Consumer<Entry> each) {
    Instant after = from.minusMillis(1);
    while (true) {
      List<Page> pages = some(person, after, until);
      if (pages.isEmpty()) return;
      for (Page page : pages)
        for (Entry entry : page.entries())
          if (entry.time().isAfter(after) && entry.time().isBefore(until)) each.accept(entry);
      // by time and not by page: meanwhile small pages may be bound together
      after = pages.getLast().until();
    }
  }

  private List<Page> some(PersonId person, Instant after, Instant until) {
    return jdbc
        .sql(
            """
            select from_at, by_stretch, sealed from tracking.journal
            where person = :person and until_at > :after and from_at < :until
              and from_at >= coalesce((select max(from_at) from tracking.journal
                where person = :person and from_at <= :after), '-infinity')
            order by from_at limit :most
            """)
        .param("person", person.value())
        .param("after", after.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("most", WALKED)
        .query((row, _) -> page(row, person))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** The time of the last entry of each of these people; absent where there is none. */
  Map<PersonId, Instant> lastOf(Collection<PersonId> people) {
    var last = new HashMap<PersonId, Instant>();
    jdbc.sql(
            """
            select j.* from unnest(?::uuid[]) p (person) cross join lateral (
              select person, from_at, by_stretch, sealed from tracking.journal
              where person = p.person order by from_at desc limit 1) j
            """)
        .param(people.stream().map(PersonId::value).toArray(UUID[]::new))
        .query(
            row -> {
              var person = new PersonId(row.getObject("person", UUID.class));
              page(row, person).ifPresent(page -> last.put(person, page.until()));
            });
    return last;
  }

  /**
   * The last position of each of these people that was weighed, or would have been had an area been
   * set; absent where their last pages have none.
   */
  Map<PersonId, Fix> lastFixes(Collection<PersonId> people) {
    var found = new HashMap<PersonId, Fix>();
    jdbc.sql(
            """
            select j.person, j.from_at, j.by_stretch, j.sealed
            from unnest(?::uuid[]) p (person) cross join lateral (
              select * from tracking.journal where person = p.person
              order by from_at desc limit 4) j
            """)
        .param(people.stream().map(PersonId::value).toArray(UUID[]::new))
        .query(
            row -> {
              var person = new PersonId(row.getObject("person", UUID.class));
              if (!found.containsKey(person))
                page(row, person)
                    .flatMap(Journal::lastFix)
                    .ifPresent(fix -> found.put(person, fix));
            });
    return found;
  }

  private static Optional<Fix> lastFix(Page page) {
    return page.entries().reversed().stream()
        .filter(
            entry ->
                !(entry.fate() instanceof Fate.LeftOut(var reason))
                    || reason == LeftOutReason.NO_PERMITTED_AREA)
        .flatMap(entry -> entry.report().fix().stream())
        .findFirst();
  }

  /** The pages on which there are entries from an instant on. */
  private List<Page> pagesFrom(PersonId person, Instant at) {
    return pagesFrom(Map.of(person, at)).getOrDefault(person, List.of());
  }

  /** The same for each of several people; absent where there is none. */
  Map<PersonId, List<Page>> pagesFrom(Map<PersonId, Instant> people) {
    var pages = new HashMap<PersonId, List<Page>>();
    List<PersonId> all = List.copyOf(people.keySet());
    jdbc.sql(
            """
            select j.* from unnest(?::uuid[], ?::timestamptz[]) p (person, at)
            cross join lateral (
              select person, from_at, by_stretch, sealed from tracking.journal
              where person = p.person and until_at >= p.at
                and from_at >= coalesce((select max(from_at) from tracking.journal
                  where person = p.person and from_at <= p.at), '-infinity')
              order by from_at) j
            """)
        .params(
            all.stream().map(PersonId::value).toArray(UUID[]::new),
            all.stream()
                .map(person -> requireNonNull(people.get(person)).toString())
                .toArray(String[]::new))
        .query(
            row -> {
              var person = new PersonId(row.getObject("person", UUID.class));
              page(row, person)
                  .ifPresent(
                      page -> pages.computeIfAbsent(person, _ -> new ArrayList<>()).add(page));
            });
    return pages;
  }

  /** A page whose key was destroyed says nothing any more. */
  private Optional<Page> page(ResultSet row, PersonId person) throws SQLException {
    Instant from = row.getObject("from_at", OffsetDateTime.class).toInstant();
    PersonId owner = row.getBoolean("by_stretch") ? Stretches.owner(person, from) : person;
    return vault
        .open(owner, Purpose.POSITIONING, place(person, from), row.getBytes("sealed"))
        .map(Page::decode);
  }

  /**
   * Puts entries into their places in time; one that is there already, of the same device and time,
   * stays, with what the other adds to it.
   *
   * @param late in the order of their time
   * @return whether any of them said something new
   */
  boolean insert(PersonId person, List<Entry> late) {
    Instant first = late.getFirst().time();
    List<Entry> there = new ArrayList<>();
    for (Page page : pagesFrom(person, first)) there.addAll(page.entries());
    List<Entry> merged = Merging.of(there, late);
    if (merged.equals(there)) return false;
    rewrite(person, merged);
    return true;
  }

  /** Writes other fates of entries from the first of them on, which are there all. */
  void replace(PersonId person, List<Entry> entries) {
    Instant first = entries.getFirst().time();
    var all = new ArrayList<Entry>();
    for (Page page : pagesFrom(person, first))
      for (Entry entry : page.entries()) if (entry.time().isBefore(first)) all.add(entry);
    all.addAll(entries);
    rewrite(person, all);
  }

  /**
   * Deletes of the entries from one instant to before another those that are to go; what stands on
   * their pages beside them stays.
   *
   * @return what went
   */
  List<Entry> remove(PersonId person, Instant from, Instant until, Predicate<Entry> goes) {
    var kept = new ArrayList<Entry>();
    var gone = new ArrayList<Entry>();
    for (Page page : pagesFrom(person, from))
      for (Entry entry : page.entries()) {
        boolean within = !entry.time().isBefore(from) && entry.time().isBefore(until);
        (within && goes.test(entry) ? gone : kept).add(entry);
      }
    if (gone.isEmpty()) return gone;
    Instant first = gone.getFirst().time();
    if (!kept.isEmpty() && kept.getFirst().time().isBefore(first)) first = kept.getFirst().time();
    removeFrom(person, first);
    if (!kept.isEmpty()) addPages(person, kept);
    return gone;
  }

  /** Binds small pages together, from the one with an instant on. */
  void bind(PersonId person, Instant from) {
    var entries = new ArrayList<Entry>();
    for (Page page : pagesFrom(person, from)) entries.addAll(page.entries());
    if (!entries.isEmpty()) rewrite(person, entries);
  }

  /** Takes the place of all pages from the first of these entries on. */
  private void rewrite(PersonId person, List<Entry> entries) {
    removeFrom(person, entries.getFirst().time());
    addPages(person, entries);
  }

  private void removeFrom(PersonId person, Instant from) {
    jdbc.sql("delete from tracking.journal where person = ? and from_at >= ?")
        .params(person.value(), from.atOffset(ZoneOffset.UTC))
        .update();
  }

  private void addPages(PersonId person, List<Entry> entries) {
    add(
        Merging.pages(person, entries, BOUND).stream()
            .map(page -> new Written(person, page))
            .toList());
  }

  private static String place(PersonId person, Instant from) {
    UUID id = person.value();
    return "tracking.journal/" + id + "/" + from.toEpochMilli();
  }
}
