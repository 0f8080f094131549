package org.smartcorrection.platform.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.Verdict;
import org.smartcorrection.ledger.proof.Verifier;
import org.smartcorrection.ledger.register.RegisterEntry;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class EvidenceTests {
  @Autowired District district;
  @Autowired Acts acts;
  @Autowired Entries entries;
  @Autowired Relay relay;
  @Autowired Receipts receipts;
  @Autowired CaseProofs cases;
  @Autowired Registers registers;
  @Autowired Registrar registrar;
  @Autowired Ledger log;
  @Autowired AgencyKeys keys;
  @Autowired Shredding shredding;
  @Autowired Watch watch;
  @Autowired Mismatches mismatches;
  @Autowired JdbcClient jdbc;

  @Test
  void every_act_has_its_entry_chained_to_the_one_before() {
    Result.Recorded received = district.received(district.staffed());
    List<Act> history = acts.history(received.in().id());
    List<Entries.Stored> stored = entries.ofCase(received.in().id());
    assertEquals(
        history.stream().map(Act::id).toList(), stored.stream().map(Entries.Stored::act).toList());
    assertEquals(List.of("correction", "justice"), cases.logs(received.in()));
    assertEquals(Origins.JUSTICE, stored.getFirst().origin(), "the court referred");
    var last = new HashMap<String, Entries.Stored>();
    for (Entries.Stored one : stored) {
      Entries.@Nullable Stored before = last.put(one.origin(), one);
      Link link = one.entry().entry().link();
      assertEquals(one.origin(), one.entry().entry().origin());
      assertEquals(before == null ? null : before.entry().leafHash(), link.previous());
      assertEquals(before == null ? 1 : before.number() + 1, link.number());
    }
    assertEquals(
        2,
        last.values().stream()
            .map(one -> one.entry().entry().link().casePseudonym())
            .distinct()
            .count(),
        "nothing links a case across logs");
  }

  @Test
  void a_case_that_cannot_be_read_any_more_is_named_and_does_not_blind_the_comparison() {
    Case in = district.referred(district.staffed()).in();
    String purpose = "update casework.cases set purpose = ? where id = ?";
    jdbc.sql(purpose).params("NONSENSE", in.id().value()).update();
    try {
      watch.compareInSpite(in.id());
      assertEquals(
          List.of("casework.cases"),
          mismatches.ofCase(in.id()).stream().map(Mismatches.Mismatch::place).toList());
    } finally {
      jdbc.sql(purpose).params(in.purpose().name(), in.id().value()).update();
      watch.compareInSpite(in.id());
    }
    assertEquals(List.of(), mismatches.ofCase(in.id()));
  }

  @Test
  void a_proof_of_an_act_holds_and_tells_only_what_is_asked() throws Exception {
    Result.Recorded referred = district.referred(district.staffed());
    relay.relayAll();
    byte[] proof =
        receipts.proof(referred.in(), referred.act(), Set.of("fact/category", "effective-on"));
    var policy = Policy.parse(receipts.policy().getBytes(UTF_8));
    var valid = assertInstanceOf(Verdict.Valid.class, Verifier.verify(proof, policy));
    assertEquals(
        Set.of("act", "effective-on", "fact/category"),
        valid.disclosed().stream().map(Disclosure::name).collect(Collectors.toSet()));
    assertFalse(new String(proof, UTF_8).contains("盗窃"));
  }

  private Verdict.Complete whole(byte[] proof) throws Exception {
    var policy = Policy.parse(receipts.policy().getBytes(UTF_8));
    return assertInstanceOf(Verdict.Complete.class, Verifier.verify(proof, policy));
  }

  @Test
  void all_acts_of_a_case_are_proved_up_to_now_and_by_one_register_an_hour() throws Exception {
    Case in = district.received(district.staffed()).in();
    Set<ActId> all = acts.history(in.id()).stream().map(Act::id).collect(Collectors.toSet());
    Case waits = district.referred(district.staffed()).in();
    assertThrows(Refused.class, () -> cases.of(waits, "justice", all));
    assertThrows(NotFound.class, () -> cases.of(waits, "linkage", all));
    relay.relayAll();
    Verdict.Complete first = whole(cases.of(in, "correction", all));
    Verdict.Complete ofCourt = whole(cases.of(in, "justice", all));
    assertEquals(all.size(), first.latest() + ofCourt.latest());
    assertEquals(all.size(), cases.latest(in));
    assertTrue(first.isWhole() && ofCourt.isWhole());
    assertNotEquals(first.casePseudonym(), ofCourt.casePseudonym());
    assertEquals(first.index(), first.statement().size(), "nothing came between");
    assertEquals(first.index(), whole(cases.of(in, "correction", all)).index(), "the same");

    Result.Recorded other = district.received(district.staffed());
    relay.relayAll();
    Verdict.Complete newer = whole(cases.of(other.in(), "correction", Set.of(other.act().id())));
    assertTrue(newer.index() > first.index());
    assertEquals(
        first.register().leafHash(),
        newer.register().entry().link().previous(),
        "registers are chained");
    assertEquals(0, shredding.state().unknown(), "a register is no act that the database forgot");
    registers.daily();
    assertEquals(newer.index(), whole(cases.of(in, "correction", all)).index(), "one a day");
  }

  @Test
  void a_register_counts_by_its_own_registrar_alone_and_a_false_one_gets_no_place()
      throws Exception {
    Policy policy = Policy.parse(receipts.policy().getBytes(UTF_8));
    assertTrue(policy.agencies().registers(registrar.code()));
    assertFalse(policy.agencies().registers(district.staffed().officer().agency().code()));
    long size = log.size(Origins.LINKAGE);
    Link link = Link.first(RegisterEntry.chain(registrar.code()));
    var wrong = new RegisterEntry(size, 77, Hash.EMPTY);
    var entry = wrong.entry(Origins.LINKAGE, registrar.code(), link, Entry.coarse(Instant.EPOCH));
    var refused = assertThrows(EntryRefusedException.class, () -> log.submit(keys.sign(entry)));
    assertTrue(String.valueOf(refused.getMessage()).contains("false"), refused.getMessage());
    assertEquals(size, log.size(Origins.LINKAGE));
  }

  @Test
  void an_act_that_a_reader_may_not_know_is_counted_and_not_told() throws Exception {
    Case in = district.received(district.staffed()).in();
    relay.relayAll();
    List<ActId> all = acts.history(in.id()).stream().map(Act::id).toList();
    Verdict.Complete whole = whole(cases.of(in, "correction", Set.of(all.getLast())));
    assertEquals(all.size() - 1, whole.entries().size());
    assertEquals(1, whole.entries().stream().filter(placed -> placed.entry() != null).count());
  }

  @Test
  void an_act_taken_out_of_the_database_is_missed() throws Exception {
    Case in = district.received(district.staffed()).in();
    relay.relayAll();
    String hide =
        "update evidence.entries set case_id = ? where case_id = ? and origin = ? and number = ?";
    var elsewhere = UUID.randomUUID();
    int latest = acts.history(in.id()).size() - 1;
    for (int number : List.of(0, 1, latest)) {
      String log = number == 0 ? "justice" : "correction";
      String origin = Origins.named(log).orElseThrow();
      int of = Math.max(1, number);
      jdbc.sql(hide).params(elsewhere, in.id().value(), origin, of).update();
      assertThrows(RecordChanged.class, () -> cases.of(in, log, Set.of()), "act " + number);
      jdbc.sql(hide).params(in.id().value(), elsewhere, origin, of).update();
    }
    assertEquals(latest, whole(cases.of(in, "correction", Set.of())).latest());
  }

  @Test
  void an_act_that_an_older_database_does_not_know_is_missed_also_when_others_follow()
      throws Exception {
    Result.Recorded lost = district.referred(district.staffed());
    relay.relayAll();
    int before = shredding.state().unknown();
    String hide = "update evidence.entries set origin = ? where act = ?";
    UUID act = lost.act().id().value();
    String origin = entries.of(lost.act().id()).orElseThrow().origin();
    jdbc.sql(hide).params("elsewhere", act).update();
    assertEquals(before + 1, shredding.state().unknown());
    district.referred(district.staffed());
    relay.relayAll();
    assertEquals(before + 1, shredding.state().unknown());
    jdbc.sql(hide).params(origin, act).update();
    assertEquals(before, shredding.state().unknown());
  }

  @Test
  void no_entry_carries_personal_data() {
    Result.Recorded received = district.received(district.staffed());
    Case in = received.in();
    for (Entries.Stored stored : entries.ofCase(in.id())) {
      String leaf = new String(stored.entry().leaf(), UTF_8);
      assertTrue(leaf.chars().allMatch(c -> c < 0x80), "plain ASCII");
      assertFalse(leaf.contains(in.person().toString()));
      assertFalse(leaf.contains(in.id().toString()));
      assertFalse(leaf.contains(in.number()));
    }
  }

  @Test
  void a_row_changed_behind_the_platforms_back_is_named_and_gone_when_put_right() {
    Case in = district.received(district.staffed()).in();
    watch.compare(in.id());
    assertEquals(List.of(), mismatches.ofCase(in.id()));
    change(in, -1);
    watch.compare(in.id());
    var found = mismatches.ofCase(in.id());
    assertEquals(1, found.size());
    assertEquals("casework.summaries/term_until", found.getFirst().place());
    assertEquals(1, found.getFirst().actNumber(), "the referral said when the term ends");
    change(in, 1);
    watch.compare(in.id());
    assertEquals(List.of(), mismatches.ofCase(in.id()));
  }

  @Test
  void a_changed_value_of_an_act_is_named_and_changing_its_commitments_as_well_hides_nothing()
      throws Exception {
    Result.Recorded referred = district.referred(district.staffed());
    relay.relayAll();
    Case in = referred.in();
    String later = "update casework.acts set occurred_at = occurred_at + ?::interval where id = ?";
    String keep = "update evidence.entries set contents = ? where act = ?";
    UUID act = referred.act().id().value();
    byte[] lawful = entries.of(referred.act().id()).orElseThrow().contents().bytes();
    behindTheBack(later, "1 hour", act);
    watch.compare(in.id());
    assertEquals(
        List.of("casework.acts/occurred-at"),
        places(in).stream().filter(place -> place.contains("/")).toList());
    jdbc.sql(keep).params("{}".getBytes(UTF_8), act).update();
    watch.compare(in.id());
    assertTrue(places(in).contains("evidence.entries"), places(in).toString());
    assertThrows(RecordChanged.class, () -> receipts.proof(in, referred.act(), Set.of()));
    behindTheBack(later, "-1 hour", act);
    jdbc.sql(keep).params(lawful, act).update();
    watch.compare(in.id());
    assertEquals(List.of(), places(in));
  }

  private void behindTheBack(String update, Object... params) {
    jdbc.sql("alter table casework.acts disable trigger acts_stay").update();
    jdbc.sql(update).params(params).update();
    jdbc.sql("alter table casework.acts enable trigger acts_stay").update();
  }

  private List<String> places(Case in) {
    return mismatches.ofCase(in.id()).stream().map(Mismatches.Mismatch::place).toList();
  }

  private void change(Case in, int years) {
    jdbc.sql(
            """
            update casework.summaries set term_until = term_until + make_interval(years => ?)
            where case_id = ?
            """)
        .params(years, in.id().value())
        .update();
  }
}
