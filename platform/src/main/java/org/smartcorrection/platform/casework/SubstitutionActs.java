package org.smartcorrection.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.platform.casework.AgencyRegister.Own;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.StandingPosts;
import org.smartcorrection.platform.organisation.SubstitutionNoted;
import org.smartcorrection.platform.organisation.Substitutions;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Makes an official act of every substitution in a correction agency and its offices, in the
 * transaction that records it, so that the ledger knows who was acting head (rule H9).
 */
@Repository
public class SubstitutionActs implements AgencyActSource {
  private static final String TABLE = "casework.substitution_acts";

  private final JdbcClient jdbc;
  private final AgencyRegister register;
  private final Substitutions substitutions;
  private final StandingPosts posts;
  private final Agencies agencies;
  private final Jurisdiction jurisdiction;

  SubstitutionActs(
      JdbcClient jdbc,
      AgencyRegister register,
      Substitutions substitutions,
      StandingPosts posts,
      Agencies agencies,
      Jurisdiction jurisdiction) {
    this.jdbc = jdbc;
    this.register = register;
    this.substitutions = substitutions;
    this.posts = posts;
    this.agencies = agencies;
    this.jurisdiction = jurisdiction;
  }

  @EventListener
  void on(SubstitutionNoted noted) {
    PostId post = noted.of().post();
    StandingPosts.Title title = Objects.requireNonNull(posts.titles(List.of(post)).get(post));
    AgencyId custody = jurisdiction.custody(agencies.get(title.agency()));
    Agency agency = agencies.get(custody);
    if (agency.kind() != AgencyKind.CORRECTION_AGENCY) return;
    var act = new SubstitutionAct(register.next(custody, noted.by()), noted.of(), noted.ended());
    register.add(
        act,
        noted.by(),
        TABLE,
        new Own("substituted", noted.of().id()),
        new Own("ended", noted.ended()));
  }

  /** The acts by which these substitutions were recorded and ended, in their order. */
  public List<SubstitutionAct> of(Collection<UUID> ids) {
    return acts(
        jdbc.sql(AgencyRegister.select(TABLE) + "where substituted = any(?) order by number")
            .param(ids.toArray(UUID[]::new))
            .query((row, _) -> recorded(row))
            .list());
  }

  @Override
  public Optional<SubstitutionAct> find(ActId id) {
    return acts(
            jdbc.sql(AgencyRegister.select(TABLE) + "where id = ?")
                .param(id.value())
                .query((row, _) -> recorded(row))
                .list())
        .stream()
        .findFirst();
  }

  private record Recorded(AgencyAct.Made made, UUID of, boolean ended) {}

  private static Recorded recorded(ResultSet row) throws SQLException {
    return new Recorded(
        AgencyRegister.made(row),
        row.getObject("substituted", UUID.class),
        row.getBoolean("ended"));
  }

  private List<SubstitutionAct> acts(List<Recorded> rows) {
    var known = substitutions.all(rows.stream().map(Recorded::of).distinct().toList());
    return rows.stream()
        .map(
            row ->
                new SubstitutionAct(
                    row.made(), Objects.requireNonNull(known.get(row.of())), row.ended()))
        .toList();
  }
}
