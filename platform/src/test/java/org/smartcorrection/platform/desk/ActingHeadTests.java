package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.AgencyActs;
import org.smartcorrection.platform.casework.LocalNumbersOfAgencies;
import org.smartcorrection.platform.casework.PublishNumber;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.SubstitutionAct;
import org.smartcorrection.platform.casework.SubstitutionActs;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.SealAgencyActs;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.organisation.Substituting.Why;
import org.smartcorrection.platform.organisation.Substitution;
import org.smartcorrection.procedure.LocalNumber;
import org.smartcorrection.procedure.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rule H9: who is acting head, by which order, and what of it stands on the ledger. */
@PlatformTest
class ActingHeadTests extends SubstitutionSetting {
  @Autowired AgencyActs agencyActs;
  @Autowired LocalNumbersOfAgencies numbers;
  @Autowired SubstitutionActs substitutionActs;
  @Autowired SealAgencyActs sealed;
  @Autowired Acts acts;
  @Autowired JdbcClient jdbc;

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
}
