package org.smartcorrection.platform.committee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smartcorrection.platform.casework.AgencyAct;
import org.smartcorrection.platform.casework.AgencyActSource;
import org.smartcorrection.platform.casework.AgencyRegister;
import org.smartcorrection.platform.casework.AgencyRegister.Own;
import org.smartcorrection.platform.casework.HouseAct;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The committees of all agencies and their meetings. Each row is an official act of the agency with
 * its ledger entry, and stays.
 */
@Repository
public class Committees implements AgencyActSource {
  private static final String COMMITTEES = "committee.committees";
  private static final String MEETINGS = "committee.meetings";
  private static final String ONE = "where id = ? and number is not null";
  private static final String LATEST =
      "where custody = ? and number is not null order by number desc limit ?";

  private final JdbcClient jdbc;
  private final AgencyRegister register;

  Committees(JdbcClient jdbc, AgencyRegister register) {
    this.jdbc = jdbc;
    this.register = register;
  }

  /** The committee of an agency as it is now. */
  public Optional<Committee> of(AgencyId agency) {
    return jdbc.sql(
            "select * from committee.committees where custody = ? order by published_at desc,"
                + " id desc limit 1")
        .param(agency.value())
        .query((row, _) -> committee(row))
        .optional();
  }

  /** Sets it anew; what is on an agenda already keeps the members it was put there with. */
  @Transactional
  public void set(AgencyId agency, List<PostId> members, Collection<String> matters, Actor by) {
    AgencyAct.Made made = register.next(agency, by);
    var set = new Committee(made.id().value(), agency, members, Set.copyOf(matters));
    register.add(
        act(made, set),
        by,
        COMMITTEES,
        new Own("members", members.stream().map(PostId::value).toArray(UUID[]::new)),
        new Own("matters", matters.stream().sorted().toArray(String[]::new)));
  }

  /** Calls a meeting. */
  @Transactional
  public Meeting call(AgencyId agency, Instant opensAt, String place, Actor by) {
    AgencyAct.Made made = register.next(agency, by);
    var meeting =
        new Meeting(made.id().value(), agency, opensAt.truncatedTo(ChronoUnit.MICROS), place);
    register.add(
        act(made, meeting),
        by,
        MEETINGS,
        new Own("opens_at", meeting.opensAt().atOffset(ZoneOffset.UTC)),
        new Own("place", place));
    return meeting;
  }

  public Optional<Meeting> meeting(UUID id) {
    return jdbc.sql("select * from committee.meetings where id = ?")
        .param(id)
        .query((row, _) -> meeting(row))
        .optional();
  }

  /** The meetings of an agency, the latest first. */
  public List<Meeting> meetings(AgencyId agency, int most) {
    return jdbc.sql(
            "select * from committee.meetings where custody = ? order by opens_at desc, id desc"
                + " limit ?")
        .params(agency.value(), most)
        .query((row, _) -> meeting(row))
        .list();
  }

  /** The acts by which an agency set its committee up and called it together, the latest first. */
  public List<HouseAct> acts(AgencyId agency, int most) {
    return Stream.of(
            jdbc.sql(AgencyRegister.select(COMMITTEES) + LATEST)
                .params(agency.value(), most)
                .query((row, _) -> act(AgencyRegister.made(row), committee(row)))
                .list(),
            jdbc.sql(AgencyRegister.select(MEETINGS) + LATEST)
                .params(agency.value(), most)
                .query((row, _) -> act(AgencyRegister.made(row), meeting(row)))
                .list())
        .flatMap(List::stream)
        .sorted((one, other) -> Integer.compare(other.number(), one.number()))
        .limit(most)
        .toList();
  }

  @Override
  public Optional<HouseAct> find(ActId id) {
    return jdbc.sql(AgencyRegister.select(COMMITTEES) + ONE)
        .param(id.value())
        .query((row, _) -> act(AgencyRegister.made(row), committee(row)))
        .optional()
        .or(
            () ->
                jdbc.sql(AgencyRegister.select(MEETINGS) + ONE)
                    .param(id.value())
                    .query((row, _) -> act(AgencyRegister.made(row), meeting(row)))
                    .optional());
  }

  private static HouseAct act(AgencyAct.Made made, Committee set) {
    var says = new TreeMap<String, String>();
    says.put(
        "members", set.members().stream().map(PostId::toString).collect(Collectors.joining(" ")));
    says.put("matters", set.matters().stream().sorted().collect(Collectors.joining(" ")));
    return new HouseAct(made, "CommitteeSetUp", says);
  }

  private static HouseAct act(AgencyAct.Made made, Meeting called) {
    var says = new TreeMap<String, String>();
    says.put("opens-at", called.opensAt().toString());
    says.put("place", called.place());
    return new HouseAct(made, "MeetingCalled", says);
  }

  private static Committee committee(ResultSet row) throws SQLException {
    return new Committee(
        row.getObject("id", UUID.class),
        new AgencyId(row.getObject("custody", UUID.class)),
        Stream.of((UUID[]) row.getArray("members").getArray()).map(PostId::new).toList(),
        Set.of((String[]) row.getArray("matters").getArray()));
  }

  private static Meeting meeting(ResultSet row) throws SQLException {
    return new Meeting(
        row.getObject("id", UUID.class),
        new AgencyId(row.getObject("custody", UUID.class)),
        row.getObject("opens_at", OffsetDateTime.class).toInstant(),
        row.getString("place"));
  }
}
