package org.smartcorrection.platform.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.casework.Allocation.Candidate;
import org.smartcorrection.platform.casework.Allocation.Colleague;
import org.smartcorrection.platform.casework.Workloads.Load;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.organisation.Staffing;

/** Rule H10: a caseload is spread so that nobody carries much more than another. */
class SpreadingTest {
  private static final int HEAVIEST = 20;

  private final AgencyId agency = new AgencyId(UUID.randomUUID());
  private final AgencyId office = new AgencyId(UUID.randomUUID());
  private final AgencyId elsewhere = new AgencyId(UUID.randomUUID());

  @Test
  void H10_loads_that_were_equal_differ_by_no_more_than_one_case_afterwards() {
    long seed = 20261125;
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      var officers = new ArrayList<Candidate>();
      for (int i = 0; i <= random.nextInt(5); i++) officers.add(candidate(agency, false, 0));
      var points = new HashMap<CaseId, Integer>();
      var cases = new ArrayList<Summary>();
      for (int i = 0; i < random.nextInt(60); i++) {
        Summary in = in(null);
        cases.add(in);
        points.put(in.caseId(), 1 + random.nextInt(HEAVIEST));
      }
      Map<CaseId, Officer> plan =
          Spreading.plan(cases, officers, one -> points.getOrDefault(one.caseId(), 0));
      assertEquals(points.keySet(), plan.keySet(), "each case goes to somebody, seed " + seed);
      List<Integer> loads =
          officers.stream()
              .map(
                  one ->
                      plan.entrySet().stream()
                          .filter(entry -> entry.getValue().equals(one.officer()))
                          .mapToInt(entry -> points.getOrDefault(entry.getKey(), 0))
                          .sum())
              .sorted()
              .toList();
      assertTrue(loads.getLast() - loads.getFirst() <= HEAVIEST, loads + " seed " + seed);
    }
  }

  @Test
  void H10_an_office_has_its_own_cases_and_nobody_gets_one_while_away() {
    Candidate brigade = candidate(agency, false, 0);
    Candidate officer = candidate(office, false, 500);
    Candidate away = candidate(agency, true, 0);
    Candidate stranger = candidate(elsewhere, false, 0);
    Summary entrusted = in(office);
    Summary own = in(null);
    Map<CaseId, Officer> plan =
        Spreading.plan(List.of(entrusted, own), List.of(brigade, officer, away, stranger), _ -> 10);
    assertEquals(
        Map.of(entrusted.caseId(), officer.officer(), own.caseId(), brigade.officer()), plan);
    assertEquals(
        Set.of(), Spreading.plan(List.of(own), List.of(officer, away, stranger), _ -> 1).keySet());
  }

  private Candidate candidate(AgencyId in, boolean away, int points) {
    var account = new AccountId(UUID.randomUUID());
    var post = new PostId(UUID.randomUUID());
    var held =
        new Staffing.Held(
            post, Role.AGENCY_OFFICER, "岗", "Post", account, "x", "名", "Name", false, false);
    var who = new Colleague(new Officer(account, post), held, in);
    return new Candidate(who, away, false, new Load(0, 0, 0, 0, 0, 0, points));
  }

  private Summary in(@Nullable AgencyId entrusted) {
    var id = new CaseId(UUID.randomUUID());
    return new Summary(
        id,
        "N" + id,
        agency,
        entrusted,
        new PersonId(UUID.randomUUID()),
        Summary.Status.ACTIVE,
        Summary.Category.SUSPENDED_SENTENCE,
        Summary.Level.ORDINARY,
        null,
        null,
        1,
        "PlanOpened",
        Instant.EPOCH,
        null,
        null,
        false,
        false,
        false);
  }
}
