package org.smartcorrection.platform.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.AgencyAct;
import org.smartcorrection.platform.casework.AgencyActSource;
import org.smartcorrection.platform.casework.AgencyRegister;
import org.smartcorrection.platform.casework.HouseAct;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The turns of duty of all agencies (rule H15). Drawing them up is an official act of the agency
 * with its ledger entry; of several acts about one turn the latest counts, and all of them stay.
 */
@Repository
public class Roster implements AgencyActSource {
  private static final String TABLE = "roster.rosters";

  private final JdbcClient jdbc;
  private final AgencyRegister register;

  Roster(JdbcClient jdbc, AgencyRegister register) {
    this.jdbc = jdbc;
    this.register = register;
  }

  /** Who has a turn, if it was given to anybody. */
  public Optional<Duty> of(AgencyId custody, Shift shift) {
    return between(custody, shift.day(), shift.day()).stream()
        .filter(duty -> duty.shift().equals(shift))
        .findFirst();
  }

  /** The turns of these days that were given to anybody, in their order. */
  public List<Duty> between(AgencyId custody, LocalDate first, LocalDate last) {
    return jdbc
        .sql(
            """
            select distinct on (day, half) * from roster.shifts
            where custody = ? and day between ? and ?
            order by day, half, number desc
            """)
        .params(custody.value(), first, last)
        .query((row, _) -> duty(row))
        .list()
        .stream()
        .filter(duty -> duty.officer() != null || duty.deputy() != null)
        .toList();
  }

  /**
   * Draws turns up; whether the actor may is asked before.
   *
   * @param duties one for each turn, at least one
   */
  @Transactional
  public void drawUp(AgencyId custody, Collection<Duty> duties, Actor by) {
    AgencyAct.Made made = register.next(custody, by);
    register.add(act(made, duties), by, TABLE);
    for (Duty duty : duties)
      jdbc.sql(
              """
              insert into roster.shifts (roster, custody, number, day, half, officer, deputy)
              values (?, ?, ?, ?, ?, ?, ?)
              """)
          .params(
              Params.of(
                  made.id().value(),
                  custody.value(),
                  made.number(),
                  duty.shift().day(),
                  duty.shift().half().name(),
                  value(duty.officer()),
                  value(duty.deputy())))
          .update();
  }

  @Override
  public Optional<HouseAct> find(ActId id) {
    return jdbc.sql(AgencyRegister.select(TABLE) + "where id = ?")
        .param(id.value())
        .query((row, _) -> AgencyRegister.made(row))
        .optional()
        .map(made -> act(made, drawn(made.id())));
  }

  private List<Duty> drawn(ActId id) {
    return jdbc.sql("select * from roster.shifts where roster = ?")
        .param(id.value())
        .query((row, _) -> duty(row))
        .list();
  }

  private static HouseAct act(AgencyAct.Made made, Collection<Duty> duties) {
    var says = new TreeMap<String, String>();
    duties.forEach(duty -> says.put(duty.shift().key(), duty.says()));
    return new HouseAct(made, "DutyDrawnUp", says);
  }

  private static Duty duty(ResultSet row) throws SQLException {
    return new Duty(
        new Shift(row.getObject("day", LocalDate.class), Shift.Half.valueOf(row.getString("half"))),
        account(row, "officer"),
        account(row, "deputy"));
  }

  private static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
    @Nullable UUID id = row.getObject(column, UUID.class);
    return id == null ? null : new AccountId(id);
  }

  private static @Nullable UUID value(@Nullable AccountId account) {
    return account == null ? null : account.value();
  }
}
