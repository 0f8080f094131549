package org.smartcorrection.platform.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class CaseworkTests {
  @Autowired District district;
  @Autowired Casework casework;
  @Autowired Acts acts;
  @Autowired Deadlines deadlines;
  @Autowired Summaries summaries;
  @Autowired Comparison comparison;
  @Autowired JdbcClient jdbc;

  @Test
  void a_referral_opens_a_case_with_its_deadlines_and_their_reasons() {
    var staffed = district.staffed();
    Result.Recorded referred = district.referred(staffed);
    List<Due> due = deadlines.ofCase(referred.in().id());
    assertTrue(due.stream().anyMatch(d -> d.rule().equals("L11") && d.metBy() == null));
    assertTrue(due.stream().allMatch(d -> !d.explanation().steps().isEmpty()));
    assertEquals(1, referred.act().number());
  }

  @Test
  void a_reception_ends_with_a_plan_and_every_step_is_an_act() {
    var staffed = district.staffed();
    Result.Recorded received = district.received(staffed);
    List<Act> history = acts.history(received.in().id());
    assertEquals(
        List.of(
            "ReferralReceived",
            "DocumentsChecked",
            "Registered",
            "Entrusted",
            "GroupFormed",
            "Announced",
            "PlanOpened",
            "ReportDue"),
        history.stream().map(Act::type).toList());
    Summary summary = summaries.find(received.in().id()).orElseThrow();
    assertEquals(Summary.Status.ACTIVE, summary.status());
    assertEquals(staffed.office().agency().id(), summary.office());
  }

  @Test
  void what_is_kept_is_what_the_acts_add_up_to() {
    Result.Recorded received = district.received(district.staffed());
    assertEquals(List.of(), comparison.of(received.in().id()));
  }

  @Test
  void a_step_out_of_order_is_refused_and_leaves_no_trace() {
    var staffed = district.staffed();
    Result.Recorded referred = district.referred(staffed);
    Result result =
        casework.perform(
            PerformAct.in(referred.instance(), "Announced", Facts.NONE, staffed.officer()));
    assertInstanceOf(Result.Refused.class, result);
    assertEquals(1, acts.history(referred.in().id()).size());
  }

  @Test
  void the_database_itself_refuses_to_change_or_delete_an_act() {
    Result.Recorded referred = district.referred(district.staffed());
    var id = referred.act().id().value();
    assertThrows(
        DataAccessException.class,
        () -> jdbc.sql("update casework.acts set type = 'Other' where id = ?").param(id).update());
    assertThrows(
        DataAccessException.class,
        () -> jdbc.sql("delete from casework.acts where id = ?").param(id).update());
  }
}
