package org.smartcorrection.platform.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.platform.casework.AgencyAct;
import org.smartcorrection.platform.casework.AgencyActSource;
import org.smartcorrection.platform.casework.AgencyRegister;
import org.smartcorrection.platform.casework.AgencyRegister.Own;
import org.smartcorrection.platform.casework.HouseAct;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which recordings were taken over into people's tracks: each is an official act of the agency with
 * its ledger entry, that says which file by its hash, what was declared of it, and how much of it
 * was kept and refused. It names nobody and no place.
 */
@Repository
class TakenRecordings implements AgencyActSource {
  private static final String TABLE = "tracking.recordings";

  private final JdbcClient jdbc;
  private final AgencyRegister register;

  TakenRecordings(JdbcClient jdbc, AgencyRegister register) {
    this.jdbc = jdbc;
    this.register = register;
  }

  /**
   * What was declared of a file.
   *
   * @param source what its positions were made from
   * @param sha256 of the file, in hexadecimal digits
   */
  record Declared(
      CaseId caseId, PersonId person, UUID device, Datum datum, FixSource source, String sha256) {}

  /** How many positions of it were there, kept (or there before) and refused. */
  record Counted(int points, int kept, int refused) {}

  /** One that was taken over. */
  record Taken(HouseAct act, UUID device, Counted counted) {}

  /** Records that one was taken over. */
  @Transactional
  public void add(Declared declared, Counted counted, Actor by) {
    AgencyAct.Made made = register.next(by.agency().id(), by);
    register.add(
        act(made, declared.datum(), declared.source(), declared.sha256(), counted),
        by,
        TABLE,
        new Own("person", declared.person().value()),
        new Own("case_id", declared.caseId().value()),
        new Own("device", declared.device()),
        new Own("datum", declared.datum().name()),
        new Own("source", declared.source().name()),
        new Own("sha256", declared.sha256()),
        new Own("points", counted.points()),
        new Own("kept", counted.kept()),
        new Own("refused", counted.refused()));
  }

  private static HouseAct act(
      AgencyAct.Made made, Datum datum, FixSource source, String sha256, Counted counted) {
    var says = new TreeMap<String, String>();
    says.put("datum", datum.name());
    says.put("source", source.name());
    says.put("file", sha256);
    says.put("points", Integer.toString(counted.points()));
    says.put("kept", Integer.toString(counted.kept()));
    says.put("refused", Integer.toString(counted.refused()));
    return new HouseAct(made, "RecordingTakenOver", says);
  }

  /** Those of a person, the latest first. */
  List<Taken> of(PersonId person, int most) {
    return jdbc.sql(
            AgencyRegister.select(TABLE)
                + "where a.person = ? order by a.published_at desc limit ?")
        .params(person.value(), most)
        .query((row, _) -> taken(row))
        .list();
  }

  @Override
  public Optional<HouseAct> find(ActId id) {
    return jdbc.sql(AgencyRegister.select(TABLE) + "where a.id = ?")
        .param(id.value())
        .query((row, _) -> taken(row).act())
        .optional();
  }

  private static Taken taken(ResultSet row) throws SQLException {
    var counted = new Counted(row.getInt("points"), row.getInt("kept"), row.getInt("refused"));
    return new Taken(
        act(
            AgencyRegister.made(row),
            Datum.valueOf(row.getString("datum")),
            FixSource.valueOf(row.getString("source")),
            row.getString("sha256"),
            counted),
        row.getObject("device", UUID.class),
        counted);
  }
}
