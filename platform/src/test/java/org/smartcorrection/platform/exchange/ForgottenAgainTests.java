package org.smartcorrection.platform.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.Verdict;
import org.smartcorrection.ledger.proof.Verifier;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PassedTime;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.ForgottenCases;
import org.smartcorrection.platform.casework.HouseAct;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.evidence.InStep;
import org.smartcorrection.platform.evidence.Receipts;
import org.smartcorrection.platform.evidence.SealAgencyActs;
import org.smartcorrection.platform.evidence.Shredding;
import org.smartcorrection.platform.exchange.table.Mapping;
import org.smartcorrection.platform.kernel.DataFolder;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Reopened;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Destroying keys is an act of its own, and no backup undoes it. */
@PlatformTest
class ForgottenAgainTests {
  /** Tables and the column by which somebody's rows are found. */
  private static final Map<String, String> ROWS =
      Map.of(
          "subjects.people", "id",
          "subjects.likeness", "person",
          "casework.all_summaries", "person",
          "exchange.taken", "case_id",
          "casework.instances", "case_id",
          "casework.deadlines", "case_id",
          "file.marks", "case_id");

  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Imports imports;
  @Autowired DryRun dryRun;
  @Autowired Importing importing;
  @Autowired Forgetting forgetting;
  @Autowired ForgottenCases forgotten;
  @Autowired Shredding shredding;
  @Autowired Summaries summaries;
  @Autowired Instances instances;
  @Autowired Acts acts;
  @Autowired Cases cases;
  @Autowired People people;
  @Autowired PassedTime time;
  @Autowired InStep ledger;
  @Autowired Receipts receipts;
  @Autowired SealAgencyActs sealed;
  @Autowired Trail trail;
  @Autowired Vault vault;
  @Autowired Reopened reopened;
  @Autowired DataFolder folder;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired MovableClock movable;

  private final String number = Caseload.number();

  @Test
  void a_backup_that_is_put_back_is_forgotten_again_and_every_proof_holds() throws Exception {
    var staffed = district.staffed();
    Summary taken = takenOver(staffed);
    Case in = cases.get(taken.caseId());
    Act first = acts.history(in.id()).getFirst();
    byte[] seal = vault.seal(in.person(), Purpose.CASEWORK, "test", new byte[] {1});
    ledger.now();
    byte[] proof = receipts.proof(in, first, Set.of());
    jdbc.sql("update file.marks set sealed = 'words' where case_id = ?")
        .param(in.id().value())
        .update();
    copy(in, "public.kept_%s", "create table %2$s as select * from %1$s where %3$s = '%4$s'");
    Map<Path, byte[]> keys = keys(in.person());

    var verify = instances.ofCase(in.id(), "takeover").getFirst().instance().deadline("verify");
    movable.forwardTo(verify.orElseThrow().deadline().end().plusSeconds(1));
    time.acts(taken.agency());
    forgetting.destroyKeys();
    ledger.now();

    HouseAct destroyed = shredding.of(in.id()).orElseThrow();
    assertEquals(Integer.toString(Purpose.values().length), destroyed.says().get("keys"));
    assertInstanceOf(Verdict.Valid.class, verdict(sealed.proof(destroyed)));
    assertTrue(body(staffed.officer(), "/console/import").contains("8 keys"));
    String seen = body(staffed.prosecutor(), "/oversight/cases/" + in.id());
    assertTrue(seen.contains("8 keys on") && seen.contains("on the ledger, entry"), seen);
    assertInstanceOf(Verdict.Valid.class, verdict(proof));
    var bare = assertInstanceOf(Verdict.Valid.class, verdict(receipts.proof(in, first, Set.of())));
    assertEquals(List.of(), bare.disclosed());
    assertThrows(Refused.class, () -> receipts.proof(in, first, Set.of("type")));

    copy(
        in,
        "public.kept_%s",
        "delete from %1$s where %3$s = '%4$s' and '%1$s' not in"
            + " ('subjects.people', 'subjects.likeness')");
    copy(in, "public.kept_%s", "insert into %1$s select * from %2$s on conflict do nothing");
    jdbc.sql(
            """
            update subjects.people p set identity_digest = k.identity_digest, sealed = k.sealed
            from public.kept_people k where k.id = p.id
            """)
        .update();
    copy(in, "public.kept_%s", "drop table %2$s");
    for (Path marker : keys(in.person()).keySet()) Files.delete(marker);
    for (var key : keys.entrySet()) Files.write(key.getKey(), key.getValue());
    assertEquals(Optional.of(in.person()), people.withIdentityNumber(number), "it is back");
    assertEquals(Summary.Status.UNVERIFIED, summaries.find(in.id()).orElseThrow().status());

    Vault again = reopened.vault();
    new ForgottenAgain(again, people, cases, forgotten, trail, jdbc, transaction).start();
    assertEquals(keys.size(), again.replayed().keys());
    assertEquals(Optional.empty(), again.open(in.person(), Purpose.CASEWORK, "test", seal));
    assertEquals(Optional.empty(), people.withIdentityNumber(number));
    assertEquals(Summary.Status.ENDED, summaries.find(in.id()).orElseThrow().status());
    for (String left :
        List.of(
            "select count(*) from file.marks where case_id = ? and sealed is not null",
            "select count(*) from exchange.taken where case_id = ?",
            "select count(*) from casework.deadlines where case_id = ? and met_by is null"))
      assertEquals(0, jdbc.sql(left).param(in.id().value()).query(Integer.class).single(), left);
    assertInstanceOf(Verdict.Valid.class, verdict(proof));
    var auditor = district.actor(staffed.officer().agency(), Role.AUDITOR);
    assertTrue(body(auditor, "/admin/trail").contains("After a backup was put back"));
    assertTrue(body(auditor, "/admin/ledger").contains("Keys destroyed for"));
  }

  private Summary takenOver(District.Staffed staffed) {
    var handed = Handed.read("a.csv", new Caseload().row(number, "", "", "").bytes());
    UUID id = imports.begin(handed, staffed.officer().agency().id(), staffed.officer());
    Import tried = imports.get(id, staffed.officer().agency().id());
    dryRun.run(tried, Mapping.suggested(handed.header().cells(), Map.of()), staffed.officer());
    imports.start(id);
    while (importing.batch(imports.get(id, tried.custody()), () -> true)) {}
    return summaries.page(tried.custody(), null, null, 1).rows().getFirst();
  }

  /** Does something to the person's rows of each table: as written, with the copy's name. */
  private void copy(Case in, String copies, String statement) {
    ROWS.forEach(
        (table, column) -> {
          String copy = copies.formatted(table.substring(table.indexOf('.') + 1));
          Object key = column.equals("case_id") ? in.id() : in.person();
          jdbc.sql(statement.formatted(table, copy, column, key)).update();
        });
  }

  private Map<Path, byte[]> keys(PersonId person) throws IOException {
    var found = new HashMap<Path, byte[]>();
    try (var files = Files.walk(folder.keys().resolve("people"))) {
      for (Path file : files.filter(Files::isRegularFile).toList())
        if (file.getFileName().toString().startsWith(person.toString()))
          found.put(file, Files.readAllBytes(file));
    }
    return found;
  }

  private Verdict verdict(byte[] proof) throws Exception {
    return Verifier.verify(proof, Policy.parse(receipts.policy().getBytes(UTF_8)));
  }

  private String body(Actor actor, String path) throws Exception {
    var response = browser.get(actor, path, "en").getResponse();
    assertEquals(200, response.getStatus(), path);
    return response.getContentAsString();
  }
}
