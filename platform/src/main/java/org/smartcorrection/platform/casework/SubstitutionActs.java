package org.smartcorrection.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.organisation.StandingPosts;
import org.smartcorrection.platform.organisation.Substitution;
import org.smartcorrection.platform.organisation.SubstitutionNoted;
import org.smartcorrection.platform.organisation.Substitutions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Makes an official act of every substitution in a correction agency and its offices, in the
 * transaction that records it, so that the ledger knows who was acting head (rule H9).
 */
@Repository
public class SubstitutionActs {
  private final JdbcClient jdbc;
  private final LocalNumbersOfAgencies numbers;
  private final Substitutions substitutions;
  private final StandingPosts posts;
  private final Agencies agencies;
  private final Jurisdiction jurisdiction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SubstitutionActs(
      JdbcClient jdbc,
      LocalNumbersOfAgencies numbers,
      Substitutions substitutions,
      StandingPosts posts,
      Agencies agencies,
      Jurisdiction jurisdiction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.numbers = numbers;
    this.substitutions = substitutions;
    this.posts = posts;
    this.agencies = agencies;
    this.jurisdiction = jurisdiction;
    this.events = events;
    this.clock = clock;
  }

  @EventListener
  void on(SubstitutionNoted noted) {
    PostId post = noted.of().post();
    StandingPosts.Title title = Objects.requireNonNull(posts.titles(List.of(post)).get(post));
    AgencyId custody = jurisdiction.custody(agencies.get(title.agency()));
    Agency agency = agencies.get(custody);
    if (agency.kind() != AgencyKind.CORRECTION_AGENCY) return;
    var act =
        new SubstitutionAct(
            new ActId(Uuids.next(clock)),
            custody,
            numbers.next(custody),
            noted.of(),
            noted.ended(),
            noted.by().agency().id(),
            noted.by().account(),
            noted.by().post(),
            noted.by().role(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    add(act);
    events.publishEvent(new AgencyActed(act, noted.by()));
  }

  private void add(SubstitutionAct act) {
    jdbc.sql(
            """
            insert into casework.substitution_acts (id, custody, number, substitution, ended,
              agency, account, post, role, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Params.of(
                act.id().value(),
                act.custody().value(),
                act.number(),
                act.of().id(),
                act.ended(),
                act.agency().value(),
                act.account().value(),
                act.post().value(),
                act.role().name(),
                act.publishedAt().atOffset(ZoneOffset.UTC)))
        .update();
  }

  /** The acts by which these substitutions were recorded and ended, in their order. */
  public List<SubstitutionAct> of(Collection<UUID> ids) {
    var known = substitutions.all(ids);
    if (known.isEmpty()) return List.of();
    return jdbc.sql(
            "select * from casework.substitution_acts where substitution = any(?) order by number")
        .param(known.keySet().toArray(UUID[]::new))
        .query(
            (row, _) ->
                act(
                    row,
                    Objects.requireNonNull(known.get(row.getObject("substitution", UUID.class)))))
        .list();
  }

  private static SubstitutionAct act(ResultSet row, Substitution of) throws SQLException {
    return new SubstitutionAct(
        new ActId(row.getObject("id", UUID.class)),
        new AgencyId(row.getObject("custody", UUID.class)),
        row.getInt("number"),
        of,
        row.getBoolean("ended"),
        new AgencyId(row.getObject("agency", UUID.class)),
        new AccountId(row.getObject("account", UUID.class)),
        new PostId(row.getObject("post", UUID.class)),
        Role.valueOf(row.getString("role")),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
