package org.smartcorrection.platform.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Copy;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.DocumentId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.paper.Paper;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.procedure.Explanation;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Definitions;

/** What the check finds, and what it must not find, in files made by hand. */
class CompletenessTests {
  private static final Instant NOW = Instant.parse("2026-03-20T04:00:00Z");
  private static final CaseId CASE = new CaseId(UUID.randomUUID());
  private static final AgencyId AGENCY = new AgencyId(UUID.randomUUID());
  private static final UUID RUN = UUID.randomUUID();

  private final Definition measure =
      Definitions.published().newest("measure", LocalDate.of(2026, 3, 1)).orElseThrow();
  private final List<Filed> acts = new ArrayList<>();

  private ActId act(String type, @Nullable ActId corrects, String... kinds) {
    var id = new ActId(UUID.randomUUID());
    var act =
        new Act(
            id,
            CASE,
            acts.size() + 1,
            "measure",
            RUN,
            type,
            1,
            AGENCY,
            new AccountId(UUID.randomUUID()),
            new PostId(UUID.randomUUID()),
            Role.AGENCY_OFFICER,
            null,
            null,
            List.of(kinds),
            NOW,
            LocalDate.of(2026, 3, 20),
            NOW,
            corrects,
            null,
            Facts.NONE,
            false);
    acts.add(
        new Filed(
            act, List.of(kinds).stream().map(kind -> document(id, kind, "号" + kind)).toList()));
    return id;
  }

  private static Document document(ActId act, String kind, @Nullable String number) {
    return new Document(
        new DocumentId(UUID.randomUUID()),
        CASE,
        new PersonId(UUID.randomUUID()),
        Purpose.CASEWORK,
        act,
        kind,
        number,
        "name",
        Paper.MEDIA_TYPE,
        "00",
        2,
        null,
        false,
        NOW);
  }

  private List<Gap> check(String state) {
    return check(state, List.of(), List.of(), Set.of(), Set.of());
  }

  private List<Gap> check(
      String state,
      List<Due> dues,
      List<Copy> copies,
      Set<DocumentId> unsealed,
      Set<Integer> changed) {
    var run = new Dossier.Run(RUN, measure, state);
    return Completeness.of(new Dossier(List.of(run), acts, dues, copies, unsealed, changed), NOW);
  }

  private static List<Gap.Kind> kinds(List<Gap> gaps) {
    return gaps.stream().map(Gap::kind).toList();
  }

  private void decided() {
    act("AdmonitionProposed", null, "evidence");
    act("AdmonitionDecided", null, "decision", "admonition");
  }

  @Test
  void a_whole_file_has_no_gap() {
    decided();
    act("AdmonitionServed", null, "proof-of-service");
    assertEquals(List.of(), check("SERVED"));
  }

  @Test
  void a_required_document_is_missed_with_the_rule_of_its_act() {
    act("AdmonitionProposed", null);
    act("AdmonitionDecided", null, "decision", "admonition");
    Gap gap = check("DECIDED").getFirst();
    assertEquals(Gap.Kind.DOCUMENT_MISSING, gap.kind());
    assertEquals(measure.act("AdmonitionProposed").orElseThrow().rules().getFirst(), gap.rule());
    assertEquals(new Gap.Mend.AtAct(1), gap.mend());
  }

  @Test
  void what_a_correction_of_a_correction_brought_is_not_missing() {
    ActId wrong = act("AdmonitionProposed", null);
    ActId right = act("AdmonitionProposed", wrong);
    act("AdmonitionProposed", right, "evidence");
    assertEquals(List.of(), check("PROPOSED"));
  }

  @Test
  void an_issued_paper_is_required_as_well() {
    act("AdmonitionProposed", null, "evidence");
    act("AdmonitionDecided", null, "decision");
    assertEquals(List.of(Gap.Kind.DOCUMENT_MISSING), kinds(check("DECIDED")));
  }

  @Test
  void nobody_comes_to_served_without_a_decision() {
    Set<String> needed = EveryWay.to(measure, "SERVED");
    assertTrue(needed.contains("AdmonitionDecided") && needed.contains("AdmonitionServed"));
    assertFalse(needed.contains("AdmonitionProposed"), "an absence can be the ground as well");
    act("AdmonitionProposed", null, "evidence");
    assertTrue(kinds(check("SERVED")).contains(Gap.Kind.ACT_MISSING));
  }

  @Test
  void a_paper_without_number_or_seal_and_an_act_that_was_changed_are_found() {
    decided();
    Filed filed = acts.getFirst();
    Document bare = document(filed.act().id(), "evidence", null);
    acts.set(0, new Filed(filed.act(), List.of(bare)));
    DocumentId decision = acts.get(1).documents().getFirst().id();
    assertEquals(
        List.of(Gap.Kind.CHANGED, Gap.Kind.UNNUMBERED, Gap.Kind.UNSEALED),
        kinds(check("DECIDED", List.of(), List.of(), Set.of(decision), Set.of(2))));
  }

  private Due due(String name, String owner, Instant end, @Nullable Instant met) {
    return new Due(
        UUID.randomUUID(),
        CASE,
        RUN,
        "measure",
        name,
        "M29",
        owner,
        AGENCY,
        null,
        LocalDate.of(2026, 3, 10),
        end,
        false,
        Explanation.NONE,
        null,
        1,
        met == null ? null : 2,
        met);
  }

  @Test
  void what_is_past_its_deadline_is_open_or_late_but_never_the_persons_own() {
    decided();
    String name =
        measure.deadlines().stream()
            .filter(
                spec -> spec.metBy().stream().anyMatch(met -> met.act().equals("AdmonitionServed")))
            .findFirst()
            .orElseThrow()
            .id();
    Instant end = NOW.minusSeconds(3600);
    List<Gap> gaps =
        check(
            "DECIDED",
            List.of(
                due(name, "AGENCY_OFFICER", end, null),
                due("other", "AGENCY_OFFICER", end, NOW),
                due("early", "AGENCY_OFFICER", end, end.minusSeconds(1)),
                due("report", "SUBJECT", end, null),
                due("ahead", "AGENCY_OFFICER", NOW.plusSeconds(60), null)),
            List.of(),
            Set.of(),
            Set.of());
    assertEquals(List.of(Gap.Kind.OVERDUE, Gap.Kind.DONE_LATE), kinds(gaps));
    assertEquals(new Gap.Mend.ByAct("measure", "AdmonitionServed", RUN), gaps.getFirst().mend());
  }

  private static Copy copy(Instant end, Copy.@Nullable Sent sent) {
    return new Copy(
        UUID.randomUUID(),
        CASE,
        new ActId(UUID.randomUUID()),
        2,
        "AdmonitionDecided",
        org.smartcorrection.procedure.act.Role.POLICE,
        AGENCY,
        "H8",
        LocalDate.of(2026, 3, 10),
        end,
        sent);
  }

  @Test
  void a_copy_is_missed_when_it_is_late_and_until_its_receipt_is_there() {
    decided();
    LocalDate day = LocalDate.of(2026, 3, 9);
    Instant past = NOW.minusSeconds(1);
    assertEquals(
        List.of(Gap.Kind.COPY_NOT_SENT, Gap.Kind.COPY_NOT_RECEIVED),
        kinds(
            check(
                "DECIDED",
                List.of(),
                List.of(
                    copy(past, null),
                    copy(NOW.plusSeconds(60), null),
                    copy(past, new Copy.Sent(UUID.randomUUID(), "BY_POST", day, 3, null)),
                    copy(past, new Copy.Sent(UUID.randomUUID(), "BY_POST", day, 3, day))),
                Set.of(),
                Set.of())));
  }
}
