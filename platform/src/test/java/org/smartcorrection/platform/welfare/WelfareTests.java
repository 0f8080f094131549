package org.smartcorrection.platform.welfare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.protocol.VitalSign;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.Mornings;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Papers;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.notify.Delivery;
import org.smartcorrection.platform.notify.DutyCalls;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.roster.Duty;
import org.smartcorrection.platform.roster.DutyHours;
import org.smartcorrection.platform.roster.DutyNumbers;
import org.smartcorrection.platform.roster.Roster;
import org.smartcorrection.platform.roster.Superiors;
import org.smartcorrection.platform.tracking.Alarms;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.smartcorrection.platform.welfare.Wearers.Wearer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MvcResult;

/** Signs of the body are kept on a health ground alone, and bring help and nothing else (H17). */
@PlatformTest
class WelfareTests {
  @Autowired Wearers wearers;
  @Autowired District district;
  @Autowired Mornings mornings;
  @Autowired Browser browser;
  @Autowired BodyValues values;
  @Autowired Alerts alerts;
  @Autowired Attempts attempts;
  @Autowired Alarms alarms;
  @Autowired Summaries summaries;
  @Autowired DutyHours hours;
  @Autowired Roster roster;
  @Autowired Superiors superiors;
  @Autowired DutyNumbers numbers;
  @Autowired Law law;
  @Autowired MessageSource words;
  @Autowired Vault vault;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  @BeforeEach
  void in_the_morning() {
    mornings.next();
  }

  @Test
  void H17_without_a_ground_no_value_reaches_the_database_and_it_is_counted_by_kind()
      throws Exception {
    Wearer wearer = wearers.wearer();
    wearers.send(wearer, "{\"heartRate\":199,\"steps\":481516,\"alarm\":\"fallDown\"}");

    assertEquals(List.of(), found("481516"));
    assertTrue(!found(wearer.in().number()).isEmpty(), "the search finds what is there");
    assertEquals(1, refused(wearer, "HEART_RATE"));
    assertEquals(1, refused(wearer, "STEPS"));
    assertEquals(1, refused(wearer, "FALL"));
    assertEquals(0, refused(wearer, "TEMPERATURE"));
    assertEquals(List.of(), alerts.of(wearer.in().person(), 10));
  }

  @Test
  void H17_with_a_ground_only_its_signs_are_kept_and_sealed() throws Exception {
    Wearer wearer = wearers.wearer();
    Running ground =
        wearers.agree(
            wearer,
            wearers.consent(HealthGround.Sees.OFFICERS_OF_CASE).flag("watchTemperature", false));
    Instant at = clock.instant();
    wearers.send(wearer, at, "{\"steps\":481517,\"temp1\":36.6}");
    wearers.send(wearer, at, "{\"steps\":481517}");

    List<BodyValues.Value> kept = values.of(ground.id(), null, 10).rows();
    assertEquals(1, kept.size(), "what is sent twice is kept once");
    assertEquals(481_517, kept.getFirst().vitals().steps().orElseThrow());
    assertTrue(kept.getFirst().vitals().temperature().isEmpty());
    assertEquals(1, refused(wearer, "TEMPERATURE"));
    assertEquals(List.of(), found("481517"), "it is sealed");
    assertEquals(List.of(), alarms.of(wearer.in().person(), 10));
  }

  @Test
  void H17_nobody_but_whom_the_ground_names_sees_a_value() throws Exception {
    Wearer wearer = wearers.wearer();
    wearers.agree(wearer);
    wearers.send(wearer, "{\"steps\":481518,\"alarm\":\"fallDown\"}");
    String alert = "/console/welfare/" + alerts.of(wearer.in().person(), 1).getFirst().id();
    String health = "/console/cases/" + wearer.in().id() + "/health";
    var staff = wearer.staff();

    for (Actor named : List.of(staff.officer(), staff.office())) {
      assertTrue(text(named, alert).contains("481518"));
      assertTrue(text(named, health).contains("481518"));
      assertTrue(text(named, "/console/welfare").contains(wearer.in().number()));
    }
    for (Actor other : List.of(staff.head(), staff.city(), staff.prosecutor(), staff.court()))
      for (String path : List.of(alert, health, "/console/welfare"))
        assertEquals(403, browser.get(other, path).getResponse().getStatus(), other.role() + path);
    Actor elsewhere = district.staffed().officer();
    assertEquals(404, browser.get(elsewhere, alert).getResponse().getStatus());
    assertEquals(404, browser.get(elsewhere, health).getResponse().getStatus());
    for (String path :
        List.of(
            "/console/cases/" + wearer.in().id(),
            "/console/cases/" + wearer.in().id() + "/file",
            "/console/alarms")) assertFalse(text(staff.officer(), path).contains("481518"), path);
    String file = "/console/cases/" + wearer.in().id() + "/file";
    assertFalse(text(staff.prosecutor(), file).contains("481518"));
    assertTrue(text(wearer.self(), "/my/health").contains("481518"));
    assertTrue(text(wearer.self(), "/my/data/copy").contains("\"steps\":481518"));
    assertTrue(text(wearer.self(), "/my/data").contains("Signs of your body"), "who looked");
  }

  @Test
  void H17_a_ground_may_name_the_responsible_officer_and_duty_sees_what_is_open() throws Exception {
    Wearer wearer = wearers.wearer();
    wearers.agree(wearer, wearers.consent(HealthGround.Sees.RESPONSIBLE_OFFICER));
    wearers.send(wearer, "{\"alarm\":\"fallDown\"}");
    Alert alert = alerts.of(wearer.in().person(), 1).getFirst();
    Actor officer = wearer.staff().officer();
    String path = "/console/welfare/" + alert.id();
    assertEquals(404, browser.get(officer, path).getResponse().getStatus());

    onDuty(wearer);

    assertEquals(200, browser.get(officer, path).getResponse().getStatus());
    browser.post(officer, path + "/closed", "help", "CALLED", "note", "she only stumbled");
    assertEquals(404, browser.get(officer, path).getResponse().getStatus(), "it is over");
  }

  @Test
  void H17_values_confirm_one_another_and_somebody_helps() throws Exception {
    Wearer wearer = wearers.wearer();
    wearers.agree(wearer);
    for (int beat : List.of(171, 80, 172, 173)) {
      wearers.send(wearer, "{\"heartRate\":" + beat + "}");
      clock.forward(Duration.ofMinutes(2));
    }
    assertEquals(List.of(), alerts.of(wearer.in().person(), 10), "one value between is well");
    wearers.send(wearer, "{\"heartRate\":174}");
    clock.forward(Duration.ofMinutes(2));
    wearers.send(wearer, "{\"heartRate\":175}");

    Alert alert = alerts.of(wearer.in().person(), 10).getFirst();
    assertEquals(1, alerts.of(wearer.in().person(), 10).size(), "told once");
    assertEquals(VitalSign.HEART_RATE, alert.sign());
    assertEquals(List.of(), alarms.of(wearer.in().person(), 10));
    Actor officer = wearer.staff().officer();
    String path = "/console/welfare/" + alert.id();
    browser.post(officer, path + "/seen");
    MvcResult unsaid = browser.post(officer, path + "/closed", "note", "kept words");
    assertEquals(422, unsaid.getResponse().getStatus());
    assertTrue(text(unsaid).contains("kept words"), "nothing typed is lost");
    browser.post(officer, path + "/closed", "help", "VISITED", "note", "she was climbing stairs");

    Alert closed = alerts.find(alert.id()).orElseThrow();
    assertFalse(closed.isOpen());
    assertEquals(officer.account(), closed.seenBy());
    assertTrue(text(wearer.self(), "/my/health").contains("she was climbing stairs"));
  }

  @Test
  void H17_a_physician_may_set_other_figures() throws Exception {
    Wearer wearer = wearers.wearer();
    Facts consent = wearers.consent(HealthGround.Sees.OFFICERS_OF_CASE);
    var stated = new TreeMap<>(consent.values());
    stated.remove("consentBy");
    stated.remove("separateConsent");
    Facts facts = new Facts(stated).text("physician", "Dr Li").count("heartHigh", 110);
    District.recorded(wearers.open(wearer, "HealthGroundPrescribed", "physician-statement", facts));
    for (int beat : List.of(112, 113, 114)) {
      wearers.send(wearer, "{\"heartRate\":" + beat + "}");
      clock.forward(Duration.ofMinutes(2));
    }
    assertEquals(1, alerts.of(wearer.in().person(), 10).size());
  }

  @Test
  void H17_a_fall_at_night_reaches_whoever_is_on_duty() throws Exception {
    Wearer wearer = wearers.wearer();
    wearers.agree(wearer);
    clock.forward(Duration.ofHours(14));
    onDuty(wearer);
    String own = "77" + clock.instant().getEpochSecond();
    numbers.set(wearer.staff().officer().account(), own + "1");
    var out = new CopyOnWriteArrayList<String>();
    Caller caller =
        new Caller(
            alerts,
            attempts,
            summaries,
            hours,
            roster,
            superiors,
            new DutyCalls(
                numbers,
                (number, said) -> sent(out, own, "text", number, said),
                (number, said) -> sent(out, own, "voice", number, said),
                words,
                clock),
            law,
            clock);
    wearers.send(wearer, "{\"alarm\":\"fallDown\"}");

    caller.round();

    assertEquals(List.of("voice 1"), out);
    clock.forward(Duration.ofMinutes(30));
    Alert alert = alerts.of(wearer.in().person(), 1).getFirst();
    browser.post(wearer.staff().officer(), "/console/welfare/" + alert.id() + "/seen");
    caller.round();
    assertEquals(List.of("voice 1"), out, "somebody takes care");
    String page = text(wearer.staff().officer(), "/console/welfare/" + alert.id());
    assertTrue(page.contains("taken over by the gateway"), page);
    assertFalse(page.contains(own), "nobody is shown a telephone of duty");
  }

  @Test
  void H17_the_person_ends_it_without_a_reason_and_everything_goes_at_once() throws Exception {
    Wearer wearer = wearers.wearer();
    Running ground = wearers.agree(wearer);
    wearers.send(wearer, "{\"steps\":481519,\"alarm\":\"fallDown\"}");
    for (String language : List.of("en", "zh-CN"))
      assertTrue(text(browser.get(wearer.self(), "/my/health", language)).contains("481519"));

    MvcResult ended = browser.post(wearer.self(), "/my/health/end");

    assertEquals(302, ended.getResponse().getStatus(), text(ended));
    assertEquals(List.of(), values.of(ground.id(), null, 10).rows());
    assertEquals(0, rows("body_values", ground) + rows("alerts", ground) + rows("keys", ground));
    assertTrue(
        vault.shreds().stream().anyMatch(shred -> shred.purposes().contains(Purpose.HEALTH)));
    String gone = text(wearer.self(), "/my/positions");
    assertTrue(gone.contains("Signs of your body that you let be kept"), gone);
    String acts = text(wearer.staff().head(), "/console/retention");
    assertTrue(acts.contains("Signs of the body"), acts);
    clock.forward(Duration.ofSeconds(1));
    wearers.send(wearer, "{\"steps\":481520}");
    assertEquals(1, refused(wearer, "STEPS"));
    assertEquals(0, rows("body_values", ground));
    assertFalse(text(wearer.self(), "/my/health").contains("481519"));
    assertFalse(text(wearer.self(), "/my/data/copy").contains("481519"));
  }

  @Test
  void H17_it_ends_by_itself_whether_or_not_anybody_records_it() throws Exception {
    Wearer wearer = wearers.wearer();
    Running ground = wearers.agree(wearer);
    clock.forward(Duration.ofDays(91));
    wearers.send(wearer, "{\"steps\":100}");

    assertEquals(0, rows("body_values", ground));
    assertEquals(1, refused(wearer, "STEPS"));
  }

  @Test
  void H17_nobody_but_the_person_and_the_physician_writes_their_papers() {
    Wearer wearer = wearers.wearer();
    Facts facts = wearers.consent(HealthGround.Sees.OFFICERS_OF_CASE);
    assertInstanceOf(
        Result.Refused.class, wearers.open(wearer, "HealthGroundAgreed", "other", facts));
    assertFalse(Papers.writes("physician-statement"));
  }

  @Test
  void H17_for_a_minor_the_guardian_consents() {
    Wearer minor = wearers.minor();
    Facts facts = wearers.consent(HealthGround.Sees.OFFICERS_OF_CASE);
    assertInstanceOf(Result.Refused.class, wearers.attempt(minor, facts));
    assertInstanceOf(
        Result.Recorded.class,
        wearers.attempt(
            minor, facts.choice("consentBy", "GUARDIAN").text("guardian", "her mother")));
  }

  private void onDuty(Wearer wearer) {
    AgencyId agency = wearer.staff().officer().agency().id();
    roster.drawUp(
        agency,
        List.of(new Duty(hours.now(agency), wearer.staff().officer().account(), null)),
        wearer.staff().head());
  }

  private static Delivery sent(
      List<String> out, String own, String way, String number, String said) {
    if (number.startsWith(own)) out.add(way + " " + number.substring(own.length()));
    assertFalse(said.contains("跌倒"), "nothing that a bystander may not hear");
    return new Delivery.Sent();
  }

  /** Where in the whole database a number stands, as text or in bytes that are not sealed. */
  private List<String> found(String number) {
    record Column(String table, String name, String type) {}
    List<Column> columns =
        jdbc.sql(
                """
                select c.table_schema || '.' || c.table_name as place, c.column_name, c.data_type
                from information_schema.columns c join information_schema.tables t
                  using (table_schema, table_name)
                where t.table_type = 'BASE TABLE'
                  and c.table_schema not in ('pg_catalog', 'information_schema')
                  and c.data_type in ('text', 'jsonb', 'json', 'character varying', 'bytea',
                    'integer', 'bigint', 'ARRAY')
                """)
            .query((row, _) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
            .list();
    return columns.stream()
        .filter(column -> holds(column.table(), column.name(), column.type(), number))
        .map(column -> column.table() + "." + column.name())
        .toList();
  }

  private boolean holds(String table, String column, String type, String number) {
    String condition =
        type.equals("bytea")
            ? "position(convert_to(:number, 'UTF8') in \"" + column + "\") > 0"
            : "\"" + column + "\"::text ~ ('(^|[^0-9a-f])' || :number || '([^0-9a-f]|$)')";
    return jdbc.sql("select exists (select from " + table + " where " + condition + ")")
        .param("number", number)
        .query(Boolean.class)
        .single();
  }

  private int refused(Wearer wearer, String sign) {
    return jdbc.sql(
            """
            select coalesce(sum(times), 0) from tracking.refusals where person = ? and reason = ?
            """)
        .params(wearer.in().person().value(), "tracking.refused.NO_HEALTH_GROUND_" + sign)
        .query(Integer.class)
        .single();
  }

  private int rows(String table, Running ground) {
    return jdbc.sql("select count(*) from welfare." + table + " where ground = ?")
        .param(ground.id())
        .query(Integer.class)
        .single();
  }

  private String text(Actor actor, String path) throws Exception {
    return text(browser.get(actor, path));
  }

  private static String text(MvcResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
