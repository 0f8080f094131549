package org.smartcorrection.platform.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.smartcorrection.platform.casework.AgencyAct;
import org.smartcorrection.platform.casework.AgencyActSource;
import org.smartcorrection.platform.casework.AgencyRegister;
import org.smartcorrection.platform.casework.AgencyRegister.Own;
import org.smartcorrection.platform.casework.HouseAct;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The official acts of agencies about keys, each with its ledger entry. */
@Repository
public class KeyActs implements AgencyActSource {
  static final String CHANGED = "KeyChanged";
  static final String REVOKED = "KeyRevoked";
  static final String DESTROYED = "KeysDestroyed";
  static final String LOGS_CHANGED = "LogKeysChanged";
  static final String LOGS_REVOKED = "LogKeysRevoked";

  /** Names of what they say: a key that was changed or revoked, and the one after it. */
  static final String OLD = "old-key";

  static final String LOST = "revoked-key";
  static final String NEXT = "next-key";

  private static final String TABLE = "evidence.key_acts";
  private final JdbcClient jdbc;
  private final AgencyRegister register;

  KeyActs(JdbcClient jdbc, AgencyRegister register) {
    this.jdbc = jdbc;
    this.register = register;
  }

  /** Keeps an act that was begun in the register. */
  HouseAct add(AgencyAct.Made made, String type, SortedMap<String, String> says, Actor by) {
    var act = new HouseAct(made, type, says);
    register.add(act, by, TABLE, new Own("type", type), new Own("says", Json.text(says)));
    return act;
  }

  /** What an agency did to its own keys, the latest first. */
  public List<HouseAct> ofKeys(AgencyId agency, int most) {
    return jdbc.sql(
            AgencyRegister.select(TABLE)
                + "where custody = ? and type in (?, ?) order by number desc limit ?")
        .params(agency.value(), CHANGED, REVOKED, most)
        .query((row, _) -> act(row))
        .list();
  }

  /** What was done to the keys of the logs, by whichever agency, the latest first. */
  public List<HouseAct> ofLogs(int most) {
    return jdbc.sql(
            AgencyRegister.select(TABLE)
                + "where type in (?, ?) order by published_at desc, number desc limit ?")
        .params(LOGS_CHANGED, LOGS_REVOKED, most)
        .query((row, _) -> act(row))
        .list();
  }

  /** Whether an act of the agency says this. */
  boolean said(AgencyId agency, String name, String value) {
    return jdbc.sql(
            """
            select exists (select from evidence.key_acts where custody = ? and says::jsonb->>? = ?)
            """)
        .params(agency.value(), name, value)
        .query(Boolean.class)
        .single();
  }

  /** By which an agency destroyed keys of people, the latest first. */
  public List<HouseAct> ofPeople(AgencyId agency, int most) {
    return jdbc.sql(
            AgencyRegister.select(TABLE)
                + "where custody = ? and type = ? order by number desc limit ?")
        .params(agency.value(), DESTROYED, most)
        .query((row, _) -> act(row))
        .list();
  }

  /** The latest act of a kind that says this. */
  Optional<HouseAct> saying(String type, String name, String value) {
    return jdbc.sql(
            AgencyRegister.select(TABLE)
                + "where type = ? and says::jsonb->>? = ? order by number desc limit 1")
        .params(type, name, value)
        .query((row, _) -> act(row))
        .optional();
  }

  @Override
  public Optional<HouseAct> find(ActId id) {
    return jdbc.sql(AgencyRegister.select(TABLE) + "where id = ?")
        .param(id.value())
        .query((row, _) -> act(row))
        .optional();
  }

  private static HouseAct act(ResultSet row) throws SQLException {
    var says = new TreeMap<String, String>();
    Map<?, ?> read = Json.read(row.getString("says").getBytes(UTF_8), Map.class);
    read.forEach((name, value) -> says.put(String.valueOf(name), String.valueOf(value)));
    return new HouseAct(AgencyRegister.made(row), row.getString("type"), says);
  }
}
