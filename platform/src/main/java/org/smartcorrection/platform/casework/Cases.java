package org.smartcorrection.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.vault.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases, without what is derived from their acts. */
@Repository
public class Cases {
  private static final String SELECT =
      "select id, number, agency, person, purpose from casework.cases ";
  private final JdbcClient jdbc;
  private final Agencies agencies;
  private final Clock clock;

  Cases(JdbcClient jdbc, Agencies agencies, Clock clock) {
    this.jdbc = jdbc;
    this.agencies = agencies;
    this.clock = clock;
  }

  /**
   * One case.
   *
   * @throws NotFound when there is none
   */
  public Case get(CaseId id) {
    return jdbc.sql(SELECT + "where id = ?")
        .param(id.value())
        .query((row, _) -> read(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /**
   * The cases of correction of one person, the latest first. What they have entrusted to the
   * procuratorate is not among them: only {@link #of(PersonId, AgencyId)} finds that.
   */
  public List<Case> of(PersonId person) {
    return all(person)
        .filter(found -> agencies.get(found.agency()).kind() != AgencyKind.PROCURATORATE)
        .toList();
  }

  /** The cases of one person in the custody of one agency, the latest first. */
  public List<Case> of(PersonId person, AgencyId custody) {
    return all(person).filter(found -> found.agency().equals(custody)).toList();
  }

  /** By whom the cases of correction of these people are held, as {@link #of(PersonId)} says. */
  public Map<PersonId, Set<AgencyId>> custodiansOf(Set<PersonId> people) {
    var custodians = new HashMap<PersonId, Set<AgencyId>>();
    jdbc
        .sql(SELECT + "where person = any(?)")
        .params((Object) people.stream().map(PersonId::value).toArray(UUID[]::new))
        .query((row, _) -> read(row))
        .list()
        .stream()
        .filter(found -> agencies.get(found.agency()).kind() != AgencyKind.PROCURATORATE)
        .forEach(
            found ->
                custodians
                    .computeIfAbsent(found.person(), _ -> new HashSet<>())
                    .add(found.agency()));
    return custodians;
  }

  private Stream<Case> all(PersonId person) {
    return jdbc
        .sql(SELECT + "where person = ? order by id desc")
        .param(person.value())
        .query((row, _) -> read(row))
        .list()
        .stream();
  }

  /** How many cases somebody has, of whatever kind and with whomever. */
  public int count(PersonId person) {
    return (int) all(person).count();
  }

  public Optional<Case> withNumber(String number) {
    return jdbc.sql(SELECT + "where number = ?")
        .param(number)
        .query((row, _) -> read(row))
        .optional();
  }

  /** The identifiers of cases after this one, for work that goes through all of them. */
  public List<CaseId> after(CaseId last, int most) {
    return jdbc.sql("select id from casework.cases where id > ? order by id limit ?")
        .params(last.value(), most)
        .query((row, _) -> new CaseId(row.getObject("id", UUID.class)))
        .list();
  }

  /** The agencies that have these cases in custody. */
  public Set<AgencyId> custodians(Set<CaseId> cases) {
    return jdbc.sql("select distinct agency from casework.cases where id = any(?)")
        .param(cases.stream().map(CaseId::value).toArray(UUID[]::new))
        .query((row, _) -> new AgencyId(row.getObject("agency", UUID.class)))
        .set();
  }

  /** The agency that had the case first. */
  public AgencyId firstCustody(CaseId id) {
    return jdbc.sql("select coalesce(first_agency, agency) from casework.cases where id = ?")
        .param(id.value())
        .query(UUID.class)
        .optional()
        .map(AgencyId::new)
        .orElseThrow(NotFound::new);
  }

  /** Another agency has the case from now on; its number stays, for people know it by that. */
  void handOver(Case in) {
    jdbc.sql(
            """
            update casework.cases set first_agency = coalesce(first_agency, agency), agency = ?
            where id = ?
            """)
        .params(in.agency().value(), in.id().value())
        .update();
  }

  /** Holds the case for the rest of the transaction: its acts are numbered one at a time. */
  Case lock(CaseId id) {
    return jdbc.sql(SELECT + "where id = ? for update")
        .param(id.value())
        .query((row, _) -> read(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /** The number of the case's latest act; 0 when there is none. */
  int lastAct(CaseId id) {
    return jdbc.sql("select coalesce(max(number), 0) from casework.acts where case_id = ?")
        .param(id.value())
        .query(Integer.class)
        .single();
  }

  Case open(PersonId person, Agency agency, int year) {
    // one area has one short code: only its correction agency numbers by that alone
    String prefix =
        agency.kind() == AgencyKind.CORRECTION_AGENCY
            ? agency.shortCode()
            : agency.code().toUpperCase(Locale.ROOT);
    // what the procuratorate alone may read has a key that no page of another agency ever uses
    Purpose purpose =
        agency.kind() == AgencyKind.PROCURATORATE ? Purpose.COMPLAINT : Purpose.CASEWORK;
    var id = new CaseId(Uuids.next(clock));
    String number =
        jdbc.sql(
                """
                with next as (
                  insert into casework.case_numbers (agency, year, last) values (?, ?, 1)
                  on conflict (agency, year) do update set last = casework.case_numbers.last + 1
                  returning last)
                insert into casework.cases (id, number, agency, person, purpose, opened_at)
                select ?, ? || repeat('0', 4 - length(last::text)) || last, ?, ?, ?, ? from next
                returning number
                """)
            .params(
                agency.id().value(),
                year,
                id.value(),
                "%s-%d-".formatted(prefix, year),
                agency.id().value(),
                person.value(),
                purpose.name(),
                clock.instant().atOffset(ZoneOffset.UTC))
            .query(String.class)
            .single();
    return new Case(id, number, agency.id(), person, purpose);
  }

  private static Case read(ResultSet row) throws SQLException {
    return new Case(
        new CaseId(row.getObject("id", UUID.class)),
        row.getString("number"),
        new AgencyId(row.getObject("agency", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        Purpose.valueOf(row.getString("purpose")));
  }
}
