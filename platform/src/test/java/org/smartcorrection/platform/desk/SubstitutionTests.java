package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.InPlace;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.organisation.Substituting.Why;
import org.smartcorrection.platform.organisation.Substitution;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rule H9: who acts in whose place, from day to day, and what stays the head's. */
@PlatformTest
class SubstitutionTests extends SubstitutionSetting {
  @Autowired Acts acts;
  @Autowired Comparison comparison;
  @Autowired JdbcClient jdbc;

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
}
