package org.smartcorrection.platform.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Touched;
import org.smartcorrection.platform.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which cases are compared before their turn. */
@PlatformTest
class SuspectsTests {
  @Autowired District district;
  @Autowired Touched touched;
  @Autowired Watch watch;
  @Autowired Mismatches mismatches;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  Case in;

  @BeforeEach
  void aCase() {
    in = district.received(district.staffed()).in();
  }

  private void write(Case of) {
    jdbc.sql("update casework.summaries set term_until = term_until where case_id = ?")
        .param(of.id().value())
        .update();
  }

  private Set<CaseId> since(Touched.Moment before) {
    var cases = new HashSet<CaseId>();
    for (Touched.Written one : touched.since(before)) cases.add(one.caseId());
    return cases;
  }

  @Test
  void a_case_whose_rows_were_just_written_is_one_until_the_next_look() {
    Case other = district.referred(district.staffed()).in();
    Touched.Moment before = touched.now();
    assertEquals(Set.of(), since(before));
    write(in);
    assertEquals(Set.of(in.id()), since(before));
    write(other);
    assertEquals(Set.of(in.id(), other.id()), since(before));
    assertEquals(Set.of(), since(touched.now()));
  }

  @Test
  void a_row_that_was_changed_goes_before_cases_that_were_opened_meanwhile() {
    var suspects = new Suspects(touched);
    suspects.look();
    while (suspects.next().isPresent()) {}
    Touched.Moment before = touched.now();
    List<CaseId> opened = new ArrayList<>();
    for (int i = 0; i < 3; i++) opened.add(district.received(district.staffed()).in().id());
    write(in);
    assertEquals(4, since(before).size());

    assertEquals(in.id(), nextOf(suspects));
    var rest = new HashSet<>(Set.of(nextOf(suspects)));
    for (Optional<CaseId> next = suspects.next(); next.isPresent(); next = suspects.next())
      assertTrue(rest.add(next.get()), "each once");
    assertEquals(Set.copyOf(opened), rest);
  }

  /** The next one, once it is time to look. */
  private static CaseId nextOf(Suspects suspects) {
    while (true) {
      suspects.look();
      Optional<CaseId> next = suspects.next();
      if (next.isPresent()) return next.get();
      Thread.onSpinWait();
    }
  }

  @Test
  void of_each_table_a_row_that_is_gone_leads_to_its_case_and_is_named() {
    assertFalse(touched.withRowsGone().contains(in.id()));
    for (String table : List.of("deadlines", "instances", "all_summaries"))
      gone(
          table,
          "delete from casework."
              + table
              + " where case_id = ? and ctid = (select min(ctid) from "
              + "casework."
              + table
              + " where case_id = ?"
              + (table.equals("deadlines") ? " and met_by is null)" : ")"));
  }

  @Test
  void a_link_and_a_restriction_that_are_gone_are_missed_by_the_run_that_made_them() {
    for (String run :
        List.of("procedure = 'duplicate'", "procedure = 'restriction', state = 'RESTRICTED'"))
      transaction.executeWithoutResult(
          status -> {
            jdbc.sql(
                    "update casework.instances set "
                        + run
                        + " where id = (select min(id::text)::uuid"
                        + " from casework.instances where case_id = ?)")
                .param(in.id().value())
                .update();
            assertTrue(touched.withRowsGone().contains(in.id()), run);
            status.setRollbackOnly();
          });
    assertFalse(touched.withRowsGone().contains(in.id()));
  }

  /** Looks while it is gone, and leaves everything as it was. */
  private void gone(String table, String delete) {
    transaction.executeWithoutResult(
        status -> {
          assertEquals(1, jdbc.sql(delete).params(in.id().value(), in.id().value()).update());
          assertTrue(touched.withRowsGone().contains(in.id()), table);
          watch.compare(in.id());
          List<String> places =
              mismatches.ofCase(in.id()).stream().map(Mismatches.Mismatch::place).toList();
          String named = "casework." + table.replace("all_", "");
          assertTrue(places.stream().anyMatch(place -> place.startsWith(named)), places.toString());
          status.setRollbackOnly();
        });
    assertFalse(touched.withRowsGone().contains(in.id()), table);
  }
}
