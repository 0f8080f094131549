package org.smartcorrection.platform.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.Verdict;
import org.smartcorrection.ledger.proof.Verifier;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.AgencyActs;
import org.smartcorrection.platform.casework.LocalNumbersOfAgencies;
import org.smartcorrection.platform.casework.Publication;
import org.smartcorrection.platform.casework.PublishNumber;
import org.smartcorrection.platform.casework.PublishedNumber;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.LocalNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A number that an agency sets stands on the ledger as every act does. */
@PlatformTest
class SealAgencyActsTests {
  @Autowired District district;
  @Autowired AgencyActs agencyActs;
  @Autowired LocalNumbersOfAgencies numbers;
  @Autowired Entries entries;
  @Autowired SealAgencyActs sealed;
  @Autowired Receipts receipts;
  @Autowired InStep ledger;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private PublishedNumber publish(District.Staffed staffed, int days) {
    var from = LegalCalendar.legalDay(clock.instant()).plusDays(2);
    Publication done =
        agencyActs.publish(
            new PublishNumber(
                staffed.officer().agency().id(),
                new LocalNumber("L44", "days", days, from),
                "reason-4711",
                staffed.head()));
    return assertInstanceOf(Publication.Published.class, done, done.toString()).act();
  }

  @Test
  void the_entries_of_an_agency_are_chained_and_say_nothing_in_the_open() throws Exception {
    District.Staffed staffed = district.staffed();
    PublishedNumber first = publish(staffed, 8);
    PublishedNumber second = publish(staffed, 9);

    Map<ActId, Entries.Stored> stored = entries.of(List.of(first.id(), second.id()));
    Entries.Stored one = Optional.ofNullable(stored.get(first.id())).orElseThrow();
    Entries.Stored two = Optional.ofNullable(stored.get(second.id())).orElseThrow();
    assertEquals(one.entry().leafHash(), two.entry().entry().link().previous());
    assertEquals(staffed.head().agency().code(), two.entry().entry().agency());
    String leaf = new String(two.entry().leaf(), UTF_8);
    assertFalse(leaf.contains("reason-4711") || leaf.contains("L44"), leaf);
    ledger.now();
    assertEquals(Receipt.State.SEALED, state(second));
  }

  @Test
  void a_number_that_is_not_committed_has_no_entry() {
    District.Staffed staffed = district.staffed();
    Optional<ActId> undone =
        Optional.ofNullable(
            transaction.execute(
                status -> {
                  status.setRollbackOnly();
                  return publish(staffed, 8).id();
                }));

    assertTrue(entries.of(undone.orElseThrow()).isEmpty());
    assertTrue(numbers.acts(staffed.officer().agency().id(), null, 9).rows().isEmpty());
    assertEquals(1, publish(staffed, 8).number());
  }

  @Test
  void a_number_changed_behind_the_platforms_back_has_a_broken_receipt() {
    PublishedNumber act = publish(district.staffed(), 8);
    jdbc.sql("alter table casework.local_numbers disable trigger local_numbers_stay").update();
    jdbc.sql("update casework.local_numbers set value = 12 where id = ?")
        .param(act.id().value())
        .update();
    jdbc.sql("alter table casework.local_numbers enable trigger local_numbers_stay").update();

    assertEquals(
        Receipt.State.BROKEN, state(numbers.acts(act.custody(), null, 1).rows().getFirst()));
  }

  @Test
  void the_proof_of_a_number_is_checked_offline_and_none_is_given_of_a_changed_row()
      throws Exception {
    PublishedNumber act = publish(district.staffed(), 8);
    assertThrows(Refused.class, () -> sealed.proof(act), "it waits");
    ledger.now();
    Policy policy = Policy.parse(receipts.policy().getBytes(UTF_8));
    var valid = assertInstanceOf(Verdict.Valid.class, Verifier.verify(sealed.proof(act), policy));
    assertTrue(valid.toString().contains("reason-4711"), valid.toString());
    var changed = new PublishedNumber(act.made(), act.set(), act.before() + 1, act.reason());
    assertThrows(RecordChanged.class, () -> sealed.proof(changed));
  }

  private Receipt.State state(PublishedNumber act) {
    return Optional.ofNullable(sealed.receipts(List.of(act)).get(act.id())).orElseThrow().state();
  }
}
