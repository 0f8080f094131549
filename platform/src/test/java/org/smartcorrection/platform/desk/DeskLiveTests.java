package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.LiveFeed;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.evidence.EntriesOrdered;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom the live stream tells that receipts changed. */
@PlatformTest
class DeskLiveTests {
  @Autowired District district;
  @Autowired Cases cases;
  @Autowired Casework casework;
  @Autowired Jurisdiction jurisdiction;
  private Predicate<Actor> told = _ -> false;

  private void ordered(Case in) {
    var feed =
        new LiveFeed() {
          @Override
          public void tell(String topic, Predicate<Actor> whom) {
            assertEquals("receipts", topic);
            told = whom;
          }
        };
    new DeskLive(feed, cases, jurisdiction).on(new EntriesOrdered(Set.of(in.id())));
  }

  @Test
  void receipts_of_a_case_are_told_to_those_who_may_see_it_and_to_no_other_agency() {
    var staffed = district.staffed();
    ordered(district.received(staffed).in());
    for (Actor near : List.of(staffed.officer(), staffed.office(), staffed.head()))
      assertTrue(told.test(near), near.role().name());
    var elsewhere = district.staffed();
    for (Actor far : List.of(elsewhere.officer(), elsewhere.office()))
      assertFalse(told.test(far), far.role().name());
  }

  @Test
  void an_entry_in_the_procuratorates_custody_is_told_to_the_procuratorate_alone() {
    var staffed = district.staffed();
    Case in = district.received(staffed).in();
    var procuratorate = staffed.prosecutor().agency();
    var before =
        new Actor(
            staffed.prosecutor().account(),
            staffed.prosecutor().post(),
            Role.SUBJECT,
            procuratorate,
            "",
            "",
            "",
            "",
            in.person());
    Result made =
        casework.open(
            in.person(),
            procuratorate,
            opened ->
                PerformAct.opening(
                    opened.id(),
                    "complaint",
                    "ComplaintToProcuratorate",
                    Facts.NONE.text("complaint", "words"),
                    before));
    assertTrue(made instanceof Result.Recorded, made.toString());
    ordered(cases.of(in.person(), procuratorate.id()).getFirst());
    assertTrue(told.test(staffed.prosecutor()));
    for (Actor actor :
        List.of(
            staffed.officer(), staffed.office(), staffed.head(), staffed.city(), staffed.court()))
      assertFalse(told.test(actor), actor.role().name());
  }
}
