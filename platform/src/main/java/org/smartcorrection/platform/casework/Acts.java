package org.smartcorrection.platform.casework;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The acts of all cases. The database itself refuses to change or delete one. */
@Repository
public class Acts {
  private static final String SELECT =
      "select a.*, c.person, c.purpose from casework.acts a join casework.cases c on c.id ="
          + " a.case_id ";

  /** With which somebody comes under correction. */
  private static final List<String> INTAKES =
      List.of(
          "ReferralReceived",
          "CaseTakenOver",
          "CaseTakenOverUnverified",
          "TakeOverVerified",
          "Registered");

  private final JdbcClient jdbc;
  private final Vault vault;

  Acts(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** The acts of one case, the newest first, from before {@code number} on. */
  public List<Act> ofCase(CaseId caseId, int before, int most) {
    return jdbc.sql(SELECT + "where a.case_id = ? and a.number < ? order by a.number desc limit ?")
        .params(caseId.value(), before, most)
        .query((row, _) -> act(row))
        .list();
  }

  /** The acts of one case after a number, the oldest first. */
  public List<Act> after(CaseId caseId, int number, int most) {
    return jdbc.sql(SELECT + "where a.case_id = ? and a.number > ? order by a.number limit ?")
        .params(caseId.value(), number, most)
        .query((row, _) -> act(row))
        .list();
  }

  /** All acts of one case, the oldest first: the order in which they are folded. */
  public List<Act> history(CaseId caseId) {
    return jdbc.sql(SELECT + "where a.case_id = ? order by a.number")
        .param(caseId.value())
        .query((row, _) -> act(row))
        .list();
  }

  /** All acts of one case as they count after their corrections, the oldest first. */
  public List<Act> counting(CaseId caseId) {
    return Fold.counting(history(caseId));
  }

  /** The acts with which these cases came in, as they count after their corrections. */
  public Map<CaseId, List<Act>> intakes(Collection<CaseId> cases) {
    Map<CaseId, List<Act>> found =
        jdbc
            .sql(SELECT + "where a.case_id = any(?) and a.type = any(?) order by a.number")
            .params(
                cases.stream().map(CaseId::value).toArray(UUID[]::new),
                INTAKES.toArray(String[]::new))
            .query((row, _) -> act(row))
            .list()
            .stream()
            .collect(Collectors.groupingBy(Act::caseId));
    found.replaceAll((_, acts) -> Fold.counting(acts));
    return found;
  }

  /** The acts of one run of a procedure, the oldest first. */
  public List<Act> ofInstance(UUID instance) {
    return jdbc.sql(SELECT + "where a.instance = ? order by a.number")
        .param(instance)
        .query((row, _) -> act(row))
        .list();
  }

  /**
   * One act.
   *
   * @throws NotFound when there is none
   */
  public Act get(ActId id) {
    return jdbc.sql(SELECT + "where a.id = ?")
        .param(id.value())
        .query((row, _) -> act(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /** Which acts of a case protect somebody from the person. */
  public Set<ActId> protecting(CaseId caseId) {
    return Set.copyOf(
        jdbc.sql("select id from casework.acts where case_id = ? and procedure = 'protection'")
            .param(caseId.value())
            .query((row, _) -> new ActId(row.getObject("id", UUID.class)))
            .list());
  }

  /** The latest act of one of these types in a case. */
  Optional<Act> last(CaseId caseId, Set<String> types) {
    return jdbc.sql(
            SELECT + "where a.case_id = ? and a.type = any(?) order by a.number desc limit 1")
        .params(caseId.value(), types.toArray(String[]::new))
        .query((row, _) -> act(row))
        .optional();
  }

  /** The act of a type that came first in a case, as it counts after its corrections. */
  Optional<Act> first(CaseId caseId, String type) {
    List<Act> found =
        jdbc.sql(SELECT + "where a.case_id = ? and a.type = ? order by a.number")
            .params(caseId.value(), type)
            .query((row, _) -> act(row))
            .list();
    Optional<Act> first = found.stream().filter(act -> act.corrects() == null).findFirst();
    return first.map(
        act ->
            found.stream()
                .filter(other -> other.corrects() != null)
                .reduce(act, (one, later) -> one.stating(one.facts().with(later.facts()))));
  }

  /** The number of the latest act of this type in a case, 0 when there is none. */
  public int lastNumber(CaseId caseId, String type) {
    return last(caseId, Set.of(type)).map(Act::number).orElse(0);
  }

  /** How often an act of this type was recorded in a case since an instant. */
  public int count(CaseId caseId, String type, Instant since) {
    return jdbc.sql(
            """
            select count(*) from casework.acts
            where case_id = ? and type = ? and corrects is null and recorded_at >= ?
            """)
        .params(caseId.value(), type, since.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  /** Whether one of these agencies has acted in a case in this role. */
  boolean by(CaseId caseId, Role role, List<AgencyId> agencies) {
    return jdbc.sql(
            """
            select exists (select from casework.acts
              where case_id = ? and role = ? and agency = any(?))
            """)
        .params(
            caseId.value(),
            role.name(),
            agencies.stream().map(AgencyId::value).toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }

  /** The runs of a procedure that rest on one run of another. */
  List<UUID> resting(CaseId caseId, Set<String> procedures, UUID on) {
    return jdbc.sql(
            """
            select distinct instance from casework.acts
            where case_id = ? and procedure = any(?) and rests_on = ?
            """)
        .params(caseId.value(), procedures.toArray(String[]::new), on)
        .query((row, _) -> row.getObject("instance", UUID.class))
        .list();
  }

  void add(Act act, Case in) {
    jdbc.sql(
            """
            insert into casework.acts (id, case_id, number, procedure, instance, type, schema_version,
              agency, account, post, role, substitution, rests_on, document_kinds, occurred_at, effective_on, recorded_at, corrects,
              override_reason, sealed_facts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Params.of(
                act.id().value(),
                act.caseId().value(),
                act.number(),
                act.procedure(),
                act.instance(),
                act.type(),
                act.schemaVersion(),
                act.agency().value(),
                act.account().value(),
                act.post().value(),
                act.role().name(),
                act.substitution(),
                act.restsOn(),
                act.documentKinds().toArray(String[]::new),
                act.occurredAt().atOffset(ZoneOffset.UTC),
                act.effectiveOn(),
                act.recordedAt().atOffset(ZoneOffset.UTC),
                act.corrects() == null ? null : act.corrects().value(),
                sealedReason(act, in),
                vault.seal(
                    in.person(),
                    in.purpose(),
                    place(act.id()),
                    FactsJson.facts(act.facts().values()))))
        .update();
  }

  private byte @Nullable [] sealedReason(Act act, Case in) {
    if (act.overrideReason() == null) return null;
    byte[] reason = act.overrideReason().getBytes(StandardCharsets.UTF_8);
    return vault.seal(in.person(), in.purpose(), place(act.id()) + "/reason", reason);
  }

  private Act act(ResultSet row) throws SQLException {
    var id = new ActId(row.getObject("id", UUID.class));
    var person = new PersonId(row.getObject("person", UUID.class));
    Purpose purpose = Purpose.valueOf(row.getString("purpose"));
    Optional<byte[]> json = vault.open(person, purpose, place(id), row.getBytes("sealed_facts"));
    @Nullable UUID corrects = row.getObject("corrects", UUID.class);
    byte @Nullable [] reason = row.getBytes("override_reason");
    return new Act(
        id,
        new CaseId(row.getObject("case_id", UUID.class)),
        row.getInt("number"),
        row.getString("procedure"),
        row.getObject("instance", UUID.class),
        row.getString("type"),
        row.getInt("schema_version"),
        new AgencyId(row.getObject("agency", UUID.class)),
        new AccountId(row.getObject("account", UUID.class)),
        new PostId(row.getObject("post", UUID.class)),
        Role.valueOf(row.getString("role")),
        row.getObject("substitution", UUID.class),
        row.getObject("rests_on", UUID.class),
        List.of((String[]) row.getArray("document_kinds").getArray()),
        instant(row, "occurred_at"),
        row.getObject("effective_on", LocalDate.class),
        instant(row, "recorded_at"),
        corrects == null ? null : new ActId(corrects),
        reason == null
            ? null
            : vault
                .open(person, purpose, place(id) + "/reason", reason)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(null),
        json.map(bytes -> new Facts(FactsJson.facts(bytes))).orElse(Facts.NONE),
        json.isEmpty());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static String place(ActId id) {
    return "casework.acts/" + id;
  }
}
