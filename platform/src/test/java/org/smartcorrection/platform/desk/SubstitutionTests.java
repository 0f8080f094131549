package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.Mornings;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.AgencyActs;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.LocalNumbersOfAgencies;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.PublishNumber;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.SubstitutionAct;
import org.smartcorrection.platform.casework.SubstitutionActs;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.SealAgencyActs;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.InPlace;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.organisation.Staffing;
import org.smartcorrection.platform.organisation.Substituting;
import org.smartcorrection.platform.organisation.Substituting.Why;
import org.smartcorrection.platform.organisation.Substitution;
import org.smartcorrection.platform.organisation.SubstitutionRegister;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.LocalNumber;
import org.smartcorrection.procedure.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rule H9: who acts in whose place, from day to day, and what stays the head's. */
@PlatformTest
class SubstitutionTests {
  @Autowired District district;
  @Autowired SubstitutionRegister register;
  @Autowired Accounts accounts;
  @Autowired Staffing staffing;
  @Autowired Casework casework;
  @Autowired AgencyActs agencyActs;
  @Autowired LocalNumbersOfAgencies numbers;
  @Autowired SubstitutionActs substitutionActs;
  @Autowired SealAgencyActs sealed;
  @Autowired Acts acts;
  @Autowired Comparison comparison;
  @Autowired Browser browser;
  @Autowired Mornings mornings;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  District.Staffed staffed;
  Actor officer;
  Actor colleague;
  Actor deputy;

  @BeforeEach
  void aDistrictOfItsOwnInTheMorning() {
    mornings.next();
    staffed = district.staffed();
    officer = staffed.officer();
    colleague = district.actor(officer.agency(), Role.AGENCY_OFFICER);
    deputy = district.deputy(staffed.head().agency());
  }

  @Test
  void it_begins_and_ends_by_itself() {
    LocalDate tomorrow = today().plusDays(1);
    recorded(wanted(officer, colleague, tomorrow, tomorrow, null), officer);
    assertEquals(Optional.empty(), in(officer, colleague), "not yet");
    mornings.next();
    InPlace place = in(officer, colleague).orElseThrow().inPlace();
    assertEquals(tomorrow, Objects.requireNonNull(place).until());
    assertEquals(2, accounts.posts(colleague.account(), today()).size());
    mornings.next();
    assertEquals(Optional.empty(), in(officer, colleague), "over");
  }

  @Test
  void every_act_says_by_which_substitution_and_the_record_stays_whole() throws Exception {
    Case in = district.received(staffed).in();
    recorded(wanted(officer, colleague, today(), today(), null), officer);
    Actor acting = in(officer, colleague).orElseThrow();
    Act act = District.recorded(casework.perform(visit(in, acting))).act();
    assertEquals(Objects.requireNonNull(acting.inPlace()).substitution(), act.substitution());
    assertEquals(act.substitution(), acts.get(act.id()).substitution());
    assertEquals(officer.post(), act.post());
    assertEquals(colleague.account(), act.account());
    assertEquals(List.of(), comparison.of(in.id()));

    String timeline = html(colleague, "/console/cases/" + in.id());
    assertTrue(timeline.contains("Tester, substituting for Test post: Tester"), timeline);
    String prosecuted = html(staffed.prosecutor(), "/oversight/cases/" + in.id());
    assertTrue(prosecuted.contains("by a substitute: Tester"), prosecuted);
  }

  @Test
  void whoever_is_absent_does_not_act_until_the_absence_is_ended() {
    Case in = district.received(staffed).in();
    Substitution made = recorded(wanted(officer, colleague, today(), today(), null), officer);
    assertEquals(List.of("reason.substitution.absent"), refused(visit(in, officer)));
    register.end(made.id(), officer);
    assertInstanceOf(Result.Recorded.class, casework.perform(visit(in, officer)));
    assertEquals(Optional.empty(), in(officer, colleague), "at once");
    assertThrows(NotFound.class, () -> register.end(made.id(), officer), "it is over");
  }

  @Test
  void a_session_and_the_choice_of_posts_follow_at_once() throws Exception {
    Substitution made =
        recorded(wanted(officer, colleague, today(), today().plusDays(3), null), officer);
    Actor acting = in(officer, colleague).orElseThrow();
    assertEquals(200, browser.get(acting, "/console").getResponse().getStatus());
    String own = html(colleague, "/posts");
    assertTrue(own.contains("You may also act as") && own.contains("(substitute)"), own);
    var changed = browser.post(colleague, "/post", "post", officer.post().toString()).getResponse();
    assertEquals("/console", changed.getRedirectedUrl());
    register.end(made.id(), colleague);
    assertEquals(
        "/sign-in", browser.get(acting, "/console").getResponse().getRedirectedUrl(), "ended");
    var late = browser.post(colleague, "/post", "post", officer.post().toString()).getResponse();
    assertEquals(404, late.getStatus());
  }

  @Test
  void it_ends_with_the_account_or_the_own_post_of_the_substitute() {
    recorded(wanted(officer, colleague, today(), today().plusDays(3), null), officer);
    assertTrue(in(officer, colleague).isPresent());
    jdbc.sql("update organisation.account_posts set until_day = ? where account = ?")
        .params(today().minusDays(1), colleague.account().value())
        .update();
    assertEquals(Optional.empty(), in(officer, colleague));
  }

  @Test
  void only_an_equal_of_the_same_agency_can_substitute() {
    Actor elsewhere = district.staffed().officer();
    for (Actor other : new Actor[] {elsewhere, staffed.office(), staffed.head(), officer})
      assertEquals(
          Why.ELIGIBLE, why(wanted(officer, other, today(), today(), null), officer), "" + other);
    Actor prosecutor = district.actor(staffed.prosecutor().agency(), Role.PROSECUTOR);
    recorded(
        wanted(staffed.prosecutor(), prosecutor, today(), today(), null), staffed.prosecutor());
  }

  @Test
  void days_overlaps_and_an_absent_substitute_are_refused_with_their_reason() {
    LocalDate day = today().plusDays(2);
    assertEquals(
        Why.BACK, why(wanted(officer, colleague, today().minusDays(1), day, null), officer));
    assertEquals(Why.DAYS, why(wanted(officer, colleague, day, today(), null), officer));
    recorded(wanted(officer, colleague, day, day.plusDays(2), null), officer);
    Actor third = district.actor(officer.agency(), Role.AGENCY_OFFICER);
    assertEquals(
        Why.OVERLAPS, why(wanted(officer, third, today(), day, null), officer), "the last day too");
    assertEquals(
        Why.SUBSTITUTE_ABSENT,
        why(wanted(third, officer, day, day, null), third),
        "nobody passes it on");
    assertEquals(
        Why.NO_ORDER_HERE, why(wanted(officer, third, today(), today(), order()), officer));
  }

  @Test
  void only_the_holder_the_head_or_the_agency_above_the_head_records_it() {
    var of = wanted(officer, colleague, today(), today(), null);
    for (Actor other :
        new Actor[] {colleague, staffed.office(), deputy, staffed.city(), staffed.prosecutor()})
      assertEquals(Why.POWER, why(of, other));
    assertEquals(Why.POWER, why(of, district.staffed().head()));
    recorded(of, staffed.head());
    var ofHead = wanted(staffed.head(), deputy, today(), today(), order());
    assertEquals(Why.POWER, why(ofHead, deputy), "nobody names themselves");
    recorded(ofHead, staffed.city());
  }

  @Test
  void a_deputy_decides_what_is_reserved_to_the_head_only_as_acting_head_by_order() {
    Running proposed = proposed();
    assertEquals(List.of("reason.head.reserved"), refused(approval(proposed, deputy)));

    Substitution plain =
        recorded(wanted(staffed.head(), deputy, today(), today(), null), staffed.head());
    Actor inPlace = in(staffed.head(), deputy).orElseThrow();
    assertEquals(List.of("reason.head.reserved"), refused(approval(proposed, inPlace)));
    register.end(plain.id(), staffed.head());

    recorded(wanted(staffed.head(), deputy, today(), today(), order()), staffed.head());
    Actor actingHead = in(staffed.head(), deputy).orElseThrow();
    assertTrue(actingHead.headsBureau());
    assertEquals(
        List.of("reason.substitution.absent"), refused(approval(proposed, staffed.head())));
    Act act = District.recorded(casework.perform(approval(proposed, actingHead))).act();
    assertEquals(staffed.head().post(), act.post());
    assertTrue(act.substitution() != null);
  }

  @Test
  void it_is_an_official_act_and_the_procuratorate_is_told_of_an_acting_head_alone() {
    Substitution plain = recorded(wanted(officer, colleague, today(), today(), null), officer);
    register.end(plain.id(), officer);
    Substitution byOrder =
        recorded(wanted(staffed.head(), deputy, today(), today(), order()), staffed.head());

    List<SubstitutionAct> made = substitutionActs.of(List.of(plain.id(), byOrder.id()));
    assertEquals(
        List.of("SubstitutionRecorded", "SubstitutionEnded", "SubstitutionRecorded"),
        made.stream().map(SubstitutionAct::type).toList());
    assertEquals(List.of(1, 2, 3), made.stream().map(SubstitutionAct::number).toList());
    assertTrue(
        sealed.receipts(made).values().stream()
            .noneMatch(receipt -> receipt.state() == Receipt.State.BROKEN));
    assertEquals(
        List.of(made.getLast().id().value()),
        jdbc.sql("select act from notify.notices where agency = ? and role = 'PROSECUTOR'")
            .param(officer.agency().id().value())
            .query(UUID.class)
            .list());
  }

  @Test
  void an_order_changed_behind_the_platforms_back_has_a_broken_receipt() {
    Substitution byOrder =
        recorded(wanted(staffed.head(), deputy, today(), today(), order()), staffed.head());
    String table = "alter table organisation.substitutions %s trigger substitutions_stay";
    jdbc.sql(table.formatted("disable")).update();
    jdbc.sql("update organisation.substitutions set order_number = 'x' where id = ?")
        .param(byOrder.id())
        .update();
    jdbc.sql(table.formatted("enable")).update();

    var receipts = sealed.receipts(substitutionActs.of(List.of(byOrder.id())));
    assertEquals(
        List.of(Receipt.State.BROKEN), receipts.values().stream().map(Receipt::state).toList());
  }

  @Test
  void nobody_but_a_deputy_acts_in_the_heads_place_and_an_order_is_whole() {
    Actor administrator = district.actor(staffed.head().agency(), Role.ADMINISTRATOR);
    for (Actor other : new Actor[] {administrator, officer})
      assertEquals(
          Why.NOT_DEPUTY,
          why(wanted(staffed.head(), other, today(), today(), order()), staffed.head()));
    var future = new Substitution.Order("青司〔2026〕7号", today().plusDays(1));
    assertEquals(
        Why.ORDER, why(wanted(staffed.head(), deputy, today(), today(), future), staffed.head()));
  }

  @Test
  void the_agencys_own_numbers_are_set_by_the_head_or_an_acting_head() {
    var number = new LocalNumber("L44", "days", 9, today().plusDays(1));
    var custody = officer.agency().id();
    List<Reason> no = agencyActs.against(custody, number, deputy);
    assertEquals(List.of("reason.number.power"), no.stream().map(Reason::key).toList());
    recorded(wanted(staffed.head(), deputy, today(), today(), order()), staffed.head());
    Actor actingHead = in(staffed.head(), deputy).orElseThrow();
    agencyActs.publish(new PublishNumber(custody, number, "why", actingHead));
    var published = numbers.acts(custody, null, 2).rows().getFirst();
    assertEquals(
        Objects.requireNonNull(actingHead.inPlace()).substitution(), published.substitution());
  }

  @Test
  void the_pages_record_it_show_it_to_everybody_and_end_it() throws Exception {
    String path = "/posts/" + staffed.head().post();
    for (String language : new String[] {"en", "zh-CN"})
      assertEquals(
          200,
          browser.get(staffed.head(), path + "/substitution", language).getResponse().getStatus());
    assertEquals(404, status(officer, path + "/substitution"));
    String[] fields = {
      "substitute", deputy.account().toString(),
      "from", today().toString(),
      "until", today().plusDays(9).toString(),
      "order", "青司〔2026〕7号"
    };
    var half = browser.post(staffed.head(), path + "/substitution", fields).getResponse();
    assertEquals(422, half.getStatus());
    String again = half.getContentAsString(StandardCharsets.UTF_8);
    assertTrue(again.contains("id=\"ordered-on-error\"") && again.contains("7号"), again);
    String[] whole = Arrays.copyOf(fields, fields.length + 2);
    whole[fields.length] = "ordered-on";
    whole[fields.length + 1] = today().toString();
    var done = browser.post(staffed.head(), path + "/substitution", whole).getResponse();
    assertEquals(302, done.getStatus(), done.getContentAsString(StandardCharsets.UTF_8));
    String seen = html(staffed.prosecutor(), path);
    assertTrue(seen.contains("acting head") && seen.contains("7号"), seen);
    assertFalse(seen.contains("End it now"), "not the prosecutor’s to end");
    Actor acting = in(staffed.head(), deputy).orElseThrow();
    assertTrue(html(acting, "/console").contains("(substitute)"));
    String end = path + "/substitution/" + Objects.requireNonNull(acting.inPlace()).substitution();
    assertEquals(404, browser.post(officer, end + "/end").getResponse().getStatus());
    assertEquals(302, browser.post(staffed.head(), end + "/end").getResponse().getStatus());
    assertTrue(html(staffed.head(), path).contains("ended early"));
  }

  @Test
  void the_database_itself_keeps_what_was_recorded() {
    Substitution made = recorded(wanted(officer, colleague, today(), today(), null), officer);
    assertThrows(
        DataAccessException.class,
        () ->
            jdbc.sql("update organisation.substitutions set until_day = until_day + 9 where id = ?")
                .param(made.id())
                .update());
  }

  private SubstitutionRegister.Wanted wanted(
      Actor post,
      Actor substitute,
      LocalDate from,
      LocalDate until,
      Substitution.@Nullable Order order) {
    return new SubstitutionRegister.Wanted(post.post(), substitute.account(), from, until, order);
  }

  private Substitution.Order order() {
    return new Substitution.Order("青司〔2026〕7号", today());
  }

  private Substitution recorded(SubstitutionRegister.Wanted wanted, Actor by) {
    return switch (register.record(wanted, by)) {
      case Substituting.Recorded(var made) -> made;
      case Substituting.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private Why why(SubstitutionRegister.Wanted wanted, Actor by) {
    return switch (register.record(wanted, by)) {
      case Substituting.Recorded made -> throw new AssertionError(made.toString());
      case Substituting.Refused refused -> refused.why();
    };
  }

  private Optional<Actor> in(Actor post, Actor substitute) {
    return accounts.acting(substitute.account(), post.post(), today());
  }

  private Running proposed() {
    Case in = district.received(staffed).in();
    return District.recorded(
            casework.perform(
                PerformAct.opening(
                        in.id(),
                        "positioning",
                        "PositioningProposed",
                        Facts.NONE
                            .choice("ground", "LEFT_WITHOUT_APPROVAL")
                            .text("statement", "left without approval")
                            .count("months", 3)
                            .day("termEndsOn", today().plusYears(1)),
                        officer)
                    .withDocuments(List.of(paper("evidence")))))
        .instance();
  }

  private PerformAct approval(Running proposed, Actor by) {
    return PerformAct.in(
            proposed,
            "PositioningApproved",
            Facts.NONE.count("months", 3).text("reason", "necessary"),
            by)
        .withDocuments(List.of(paper("approval")));
  }

  private static Upload paper(String kind) {
    return new Upload(kind, kind + ".pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
  }

  private PerformAct visit(Case in, Actor by) {
    Facts facts =
        Facts.NONE
            .choice("visitKind", "HOME_VISIT")
            .day("plannedOn", today().plusDays(2))
            .text("reason", "as planned");
    return PerformAct.opening(in.id(), "visit", "VisitPlanned", facts, by);
  }

  private List<String> refused(PerformAct command) {
    return switch (casework.perform(command)) {
      case Result.Refused(var reasons) -> reasons.stream().map(Reason::key).toList();
      case Result.Recorded recorded -> throw new AssertionError(recorded.toString());
      case Result.NeedsReason needs -> throw new AssertionError(needs.toString());
    };
  }

  private String html(Actor actor, String path) throws Exception {
    var response = browser.get(actor, path).getResponse();
    String html = response.getContentAsString(StandardCharsets.UTF_8);
    assertEquals(200, response.getStatus(), path + html);
    assertFalse(html.contains("th:") || html.contains("??"), path);
    return html;
  }

  private int status(Actor actor, String path) throws Exception {
    return browser.get(actor, path).getResponse().getStatus();
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }
}
