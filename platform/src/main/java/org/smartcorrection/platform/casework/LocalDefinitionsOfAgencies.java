package org.smartcorrection.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.AgencyRegister.Own;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.shell.MoreTexts;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.MoreWords;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.local.LocalDefinition;
import org.smartcorrection.procedure.local.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The procedures that agencies have published for themselves, and the names of what they add. The
 * database refuses to change one. There are few, and none counts on the day of its publication:
 * each process reads them once a legal day, and when it publishes one itself.
 */
@Repository
public class LocalDefinitionsOfAgencies implements MoreWords, MoreTexts, AgencyActSource {
  private static final Duration A_WHILE = Duration.ofSeconds(10);

  private static final String TABLE = "casework.local_definitions";

  private final JdbcClient jdbc;
  private final AgencyRegister register;
  private final Clock clock;
  private volatile @Nullable Known known;

  LocalDefinitionsOfAgencies(JdbcClient jdbc, AgencyRegister register, Clock clock) {
    this.jdbc = jdbc;
    this.register = register;
    this.clock = clock;
  }

  private record Known(Instant at, List<PublishedDefinition> acts) {
    boolean isOf(LocalDate day) {
      return LegalCalendar.legalDay(at).equals(day);
    }
  }

  /** All of every agency, in the order of their publication. */
  List<PublishedDefinition> all() {
    Known last = known;
    if (last != null && last.isOf(LegalCalendar.legalDay(clock.instant()))) return last.acts();
    return read();
  }

  private List<PublishedDefinition> read() {
    Instant now = clock.instant();
    List<PublishedDefinition> acts =
        jdbc.sql(AgencyRegister.select(TABLE) + "order by version")
            .query((row, _) -> published(row))
            .list();
    known = new Known(now, acts);
    return acts;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(AgencyActed acted) {
    forget();
  }

  /** Reads anew when asked next. */
  void forget() {
    known = null;
  }

  /**
   * The version that an agency follows on a day, where it has published one that was held against
   * the version of the law that is in force on it. When the law changes, the law itself counts
   * until the agency has published anew.
   *
   * @param law the published version in force; empty where the law has no such procedure
   */
  Optional<Definition> newest(
      AgencyId custody, String procedure, Optional<Definition> law, LocalDate day) {
    @Nullable Integer base = law.map(Definition::version).orElse(null);
    return all().stream()
        .filter(act -> act.custody().equals(custody) && act.procedure().equals(procedure))
        .filter(act -> Objects.equals(act.base(), base))
        .map(act -> act.own().definition())
        .filter(own -> !own.validFrom().isAfter(day))
        .max(Comparator.comparing(Definition::validFrom).thenComparingInt(Definition::version));
  }

  /** The acts by which an agency published procedures, the latest first. */
  public Slice<PublishedDefinition> acts(AgencyId custody, @Nullable Integer before, int size) {
    List<PublishedDefinition> rows =
        jdbc.sql(
                AgencyRegister.select(TABLE)
                    + """
                    where custody = :custody and (:before::int is null or number < :before::int)
                    order by number desc limit :limit
                    """)
            .param("custody", custody.value())
            .param("before", before)
            .param("limit", size + 1)
            .query((row, _) -> published(row))
            .list();
    return Slice.of(rows, size, row -> Integer.toString(row.number()));
  }

  @Override
  public Optional<String> word(String key, Locale language) {
    return find(key).map(word -> language.getLanguage().equals("zh") ? word.zh() : word.en());
  }

  @Override
  public @Nullable String text(String key, Locale language) {
    return word(key, language).orElse(null);
  }

  /** A name that something bears already, whoever gave it. */
  Optional<Word> find(String key) {
    Optional<Word> found = find(key, all());
    Known last = known;
    // another process may have published it a moment ago; a name that nobody has is asked for
    // seldom
    boolean old = last != null && last.at().plus(A_WHILE).isBefore(clock.instant());
    return found.isPresent() || !old ? found : find(key, read());
  }

  private static Optional<Word> find(String key, List<PublishedDefinition> acts) {
    return acts.stream()
        .flatMap(act -> Optional.ofNullable(act.own().words().get(key)).stream())
        .findFirst();
  }

  int nextVersion() {
    return jdbc.sql("select nextval('casework.local_versions')").query(Integer.class).single();
  }

  @Override
  public Optional<PublishedDefinition> find(ActId id) {
    return all().stream().filter(act -> act.id().equals(id)).findFirst();
  }

  void add(PublishedDefinition act, Actor by) {
    register.add(
        act,
        by,
        TABLE,
        new Own("procedure", act.procedure()),
        new Own("version", act.own().definition().version()),
        new Own("valid_from", act.own().definition().validFrom()),
        new Own("base", act.base()),
        new Own("before", act.before()),
        new Own("content", act.own().json()),
        new Own("reason", act.reason()));
  }

  private static PublishedDefinition published(ResultSet row) throws SQLException {
    String name = row.getString("procedure") + " " + row.getInt("version");
    return new PublishedDefinition(
        AgencyRegister.made(row),
        LocalDefinition.parse(name, row.getString("content")),
        row.getObject("base", Integer.class),
        row.getObject("before", Integer.class),
        row.getString("reason"));
  }
}
