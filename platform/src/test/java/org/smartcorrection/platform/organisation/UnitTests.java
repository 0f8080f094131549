package org.smartcorrection.platform.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.Mornings;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.UnitId;
import org.smartcorrection.platform.organisation.Change.Why;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brigade, squadrons and offices with their areas: each from its day on, nothing lost. */
@PlatformTest
class UnitTests {
  private static final AtomicInteger COUNTIES = new AtomicInteger(990_500);

  @Autowired District district;
  @Autowired UnitRegister register;
  @Autowired Units units;
  @Autowired UnitAreas areas;
  @Autowired Mornings mornings;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  District.Staffed staffed;
  AgencyId agency;
  AgencyId office;
  AccountId by;
  String county;

  @BeforeEach
  void aDistrictOfItsOwn() {
    mornings.next();
    staffed = district.staffed();
    agency = staffed.officer().agency().id();
    office = staffed.office().agency().id();
    by = staffed.officer().account();
    county = Integer.toString(COUNTIES.incrementAndGet());
  }

  @Test
  void a_brigade_stands_under_the_agency_a_squadron_under_it_and_an_office_under_that() {
    UnitId brigade = made(UnitKind.BRIGADE, null, null);
    UnitId squadron = made(UnitKind.SQUADRON, null, brigade);
    UnitId place = made(UnitKind.OFFICE, office, squadron);
    assertEquals(
        List.of(brigade, squadron, place),
        units.of(agency, today()).stream().map(Unit::id).toList());

    assertEquals(Why.PLACE, refused(add(UnitKind.SQUADRON, null, null)));
    assertEquals(Why.PLACE, refused(add(UnitKind.BRIGADE, null, brigade)));
    assertEquals(Why.OFFICE, refused(add(UnitKind.OFFICE, office, squadron)), "it has its place");
    assertEquals(Why.OFFICE, refused(add(UnitKind.SQUADRON, office, brigade)));
    assertEquals(Why.AGENCY, refused(addTo(office, UnitKind.BRIGADE, null, null)));
  }

  @Test
  void an_office_of_another_agency_and_a_unit_above_of_another_agency_are_refused() {
    District.Staffed elsewhere = district.staffed();
    UnitId theirs = made(addTo(elsewhere.officer().agency().id(), UnitKind.BRIGADE, null, null));
    assertEquals(Why.ABOVE_GONE, refused(add(UnitKind.SQUADRON, null, theirs)));
    assertEquals(Why.OFFICE, refused(add(UnitKind.OFFICE, elsewhere.office().agency().id(), null)));
  }

  @Test
  void a_new_name_counts_from_its_day_and_the_old_one_stays_in_the_history() {
    UnitId brigade = made(UnitKind.BRIGADE, null, null);
    LocalDate later = today().plusDays(2);
    made(register.change(brigade, wanted("新大队", null, later), by));

    assertEquals("旧名", units.on(brigade, today()).orElseThrow().nameZh());
    assertEquals("新大队", units.on(brigade, later).orElseThrow().nameZh());
    assertEquals(2, units.history(brigade).size());
    assertEquals(
        Why.BACK, refused(register.change(brigade, wanted("昨", null, today().minusDays(1)), by)));
    assertEquals(
        Why.PLANNED_LATER, refused(register.change(brigade, wanted("今", null, today()), by)));
  }

  @Test
  void no_unit_ends_while_something_belongs_to_it_or_is_planned_to() {
    UnitId brigade = made(UnitKind.BRIGADE, null, null);
    UnitId squadron = made(UnitKind.SQUADRON, null, brigade);
    String town = town("001");
    PostId post = staffed.officer().post();
    made(register.area(squadron, Set.of(town), today().plusDays(5), by));
    made(register.posts(squadron, Set.of(post), List.of(post), today(), by));

    assertEquals(Why.UNITS_BELOW, refused(register.end(brigade, today(), by)));
    assertEquals(Why.AREA, refused(register.end(squadron, today(), by)), "planned counts too");
    made(register.area(squadron, Set.of(), today().plusDays(6), by));
    assertEquals(Why.POSTS, refused(register.end(squadron, today().plusDays(6), by)));
    made(register.posts(squadron, Set.of(), List.of(post), today().plusDays(6), by));
    made(register.end(squadron, today().plusDays(6), by));

    assertTrue(units.on(squadron, today().plusDays(5)).isPresent());
    assertEquals(Optional.empty(), units.on(squadron, today().plusDays(6)));
    assertEquals(Why.GONE, refused(register.area(squadron, Set.of(town), today(), by)));
  }

  @Test
  void a_division_is_one_units_at_a_time_and_an_address_finds_its_unit() {
    UnitId brigade = made(UnitKind.BRIGADE, null, null);
    UnitId one = made(UnitKind.SQUADRON, null, brigade);
    UnitId other = made(UnitKind.SQUADRON, null, brigade);
    String town = town("001");
    String community = town("001" + "007");
    LocalDate later = today().plusDays(3);
    made(register.area(one, Set.of(town), today(), by));
    made(register.area(other, Set.of(community), later, by));

    assertEquals(Optional.of(one), areas.responsible(community, today()), "its township’s");
    assertEquals(Optional.of(other), areas.responsible(community, later));
    assertEquals(Optional.of(one), areas.responsible(town, later));
    made(register.area(other, Set.of(town, community), later, by));
    assertEquals(Optional.of(other), areas.responsible(town, later), "taken over");
    assertEquals(Optional.of(one), areas.responsible(town, today()), "and not before");
    assertEquals(Optional.empty(), areas.responsible(county + "999", later));
  }

  @Test
  void another_agencys_area_is_not_taken() {
    UnitId brigade = made(UnitKind.BRIGADE, null, null);
    District.Staffed elsewhere = district.staffed();
    UnitId theirs = made(addTo(elsewhere.officer().agency().id(), UnitKind.BRIGADE, null, null));
    String town = town("001");
    made(register.area(theirs, Set.of(town), today(), by));
    assertEquals(Why.ELSEWHERE, refused(register.area(brigade, Set.of(town), today(), by)));
    made(register.area(theirs, Set.of(), today(), by));
    made(register.area(brigade, Set.of(town), today(), by));
  }

  @Test
  void the_database_itself_keeps_the_history() {
    UnitId brigade = made(UnitKind.BRIGADE, null, null);
    for (String statement :
        new String[] {
          "update organisation.unit_versions set name_zh = 'x' where unit = ?",
          "delete from organisation.unit_versions where unit = ?",
          "delete from organisation.units where id = ?"
        })
      assertThrows(
          DataAccessException.class, () -> jdbc.sql(statement).param(brigade.value()).update());
  }

  @Test
  void every_kind_of_agency_has_its_level() {
    assertTrue(AgencyKind.CITY_AGENCY.mayStandUnder(AgencyKind.PROVINCIAL_AGENCY));
    assertTrue(AgencyKind.PROVINCIAL_AGENCY.mayStandUnder(AgencyKind.MINISTRY));
    for (AgencyKind kind : AgencyKind.values()) {
      assertTrue(kind.mayStandUnder(null), kind.name());
      assertEquals(
          false, kind.mayStandUnder(AgencyKind.JUDICIAL_OFFICE), "nothing is below an office");
    }
  }

  private String town(String suffix) {
    String code = county + suffix;
    areas.add(new Division(code, "镇" + suffix, "Town " + suffix), by);
    return code;
  }

  private UnitId made(UnitKind kind, @Nullable AgencyId of, @Nullable UnitId above) {
    return made(add(kind, of, above));
  }

  private Change add(UnitKind kind, @Nullable AgencyId of, @Nullable UnitId above) {
    return addTo(agency, kind, of, above);
  }

  private Change addTo(AgencyId to, UnitKind kind, @Nullable AgencyId of, @Nullable UnitId above) {
    return register.add(to, kind, of, wanted("旧名", above, today()), by);
  }

  private static UnitRegister.Wanted wanted(String name, @Nullable UnitId above, LocalDate from) {
    return new UnitRegister.Wanted(name, name + " en", above, from);
  }

  private static UnitId made(Change change) {
    return switch (change) {
      case Change.Made(var unit) -> unit;
      case Change.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private static Why refused(Change change) {
    return switch (change) {
      case Change.Made made -> throw new AssertionError(made.toString());
      case Change.Refused refused -> refused.why();
    };
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }
}
