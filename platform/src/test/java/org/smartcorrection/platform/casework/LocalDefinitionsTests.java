package org.smartcorrection.platform.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.Mornings;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.SealAgencyActs;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.notify.Notices;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Flaw;
import org.smartcorrection.procedure.act.Role;
import org.smartcorrection.procedure.local.Drafting;
import org.smartcorrection.procedure.local.LocalDefinition;
import org.smartcorrection.procedure.local.Word;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rule H6: an agency's own version of a procedure, from its day on, in its own cases alone. */
@PlatformTest
class LocalDefinitionsTests {
  private static final Word REVIEW = new Word("大队审核", "Reviewed by the brigade");
  private static final Word REVIEWED = new Word("大队已审核", "The brigade has reviewed");

  @Autowired District district;
  @Autowired Casework casework;
  @Autowired AgencyActs agencyActs;
  @Autowired LocalDefinitionsOfAgencies definitions;
  @Autowired Acts acts;
  @Autowired Law law;
  @Autowired Comparison comparison;
  @Autowired Derivation derivation;
  @Autowired ChangeWords words;
  @Autowired Notices notices;
  @Autowired SealAgencyActs sealed;
  @Autowired MessageSource messages;
  @Autowired Browser browser;
  @Autowired Mornings mornings;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  District.Staffed staffed;

  @BeforeEach
  void aDistrictOfItsOwnInTheMorning() {
    mornings.next();
    staffed = district.staffed();
  }

  @Test
  void what_runs_keeps_its_version_and_what_begins_later_has_the_new_one() {
    Case in = district.received(staffed).in();
    Running before = opinion(in);
    PublishedDefinition act = published(reviewed(), tomorrow());
    Running sameDay = opinion(in);
    mornings.next();
    Running after = opinion(in);

    assertEquals(1, before.instance().version());
    assertEquals(1, sameDay.instance().version());
    assertEquals(act.own().definition().version(), after.instance().version());
    District.recorded(casework.perform(reply(before)));
    assertEquals(List.of("reason.state"), refused(casework.perform(reply(after))));

    Result.Recorded step =
        District.recorded(
            casework.perform(
                PerformAct.in(
                    after, "OwnReview", Facts.NONE.text("reason", "seen"), staffed.officer())));
    District.recorded(casework.perform(reply(step.instance())));
  }

  @Test
  void comparing_and_rebuilding_a_case_across_the_change_finds_no_difference() {
    Case in = district.received(staffed).in();
    opinion(in);
    published(reviewed(), tomorrow());
    mornings.next();
    Running own = opinion(in);

    assertEquals(List.of(), comparison.of(in.id()));
    List<org.smartcorrection.platform.casework.Act> history = acts.history(in.id());
    var whole = assertInstanceOf(Fold.Whole.class, Fold.of(law, in.agency(), history));
    derivation.replace(in, history, whole);
    assertEquals(List.of(), comparison.of(in.id()));
    assertEquals(
        own.instance().version(),
        whole.steps().getLast().outcome().next().version(),
        "the run was rebuilt with another version");
  }

  @Test
  void H6_the_head_moves_a_run_on_purpose_and_it_goes_on_as_the_new_version_says() {
    Case in = district.received(staffed).in();
    Running before = opinion(in);
    int own = published(reviewed(), tomorrow()).own().definition().version();
    assertEquals(List.of("reason.move.newest"), refused(moved(before, own, staffed.head())));
    mornings.next();
    assertEquals(List.of("reason.move.newest"), refused(moved(before, 1, staffed.head())));
    assertEquals(List.of("reason.power"), refused(moved(before, own, staffed.officer())));
    assertEquals(
        List.of("reason.head.reserved"),
        refused(moved(before, own, district.deputy(staffed.head().agency()))));

    Running after = District.recorded(moved(before, own, staffed.head())).instance();
    assertEquals(own, after.instance().version());
    assertEquals(List.of("reason.state"), refused(casework.perform(reply(after))));
    District.recorded(
        casework.perform(
            PerformAct.in(
                after, "OwnReview", Facts.NONE.text("reason", "seen"), staffed.officer())));
    assertEquals(List.of(), comparison.of(in.id()));
    List<org.smartcorrection.platform.casework.Act> history = acts.history(in.id());
    derivation.replace(
        in, history, assertInstanceOf(Fold.Whole.class, Fold.of(law, in.agency(), history)));
    assertEquals(List.of(), comparison.of(in.id()));
  }

  @Test
  void H6_the_head_reads_the_difference_and_moves_the_run_in_the_browser() throws Exception {
    Case in = district.received(staffed).in();
    Running before = opinion(in);
    String page = "/console/cases/" + in.id() + "/runs/" + before.id() + "/version";
    assertEquals(404, browser.get(staffed.head(), page).getResponse().getStatus(), "the same");
    published(reviewed(), tomorrow());
    mornings.next();
    for (String language : List.of("en", "zh-CN")) {
      String list =
          browser.get(staffed.head(), "/law/opinion", language).getResponse().getContentAsString();
      assertTrue(list.contains(page), list);
      assertTrue(
          browser
              .get(staffed.head(), page, language)
              .getResponse()
              .getContentAsString(StandardCharsets.UTF_8)
              .contains(language.equals("en") ? "Reviewed by the brigade" : "大队审核"));
    }
    assertFalse(
        browser
            .get(staffed.officer(), "/law/opinion")
            .getResponse()
            .getContentAsString()
            .contains(page));
    assertEquals(422, browser.post(staffed.head(), page).getResponse().getStatus());
    assertEquals(
        302, browser.post(staffed.head(), page, "reason", "一并审核").getResponse().getStatus());
    assertEquals("VersionMoved", acts.history(in.id()).getLast().type());
    assertTrue(
        notices.to(staffed.prosecutor(), null, 9).rows().stream()
            .anyMatch(notice -> notice.type().equals("VersionMoved")));
  }

  private Result moved(Running run, int version, Actor by) {
    return casework.perform(
        PerformAct.in(
            run,
            Act.VERSION_MOVED,
            Facts.NONE.count(Act.TO_VERSION, version).text("reason", "as the others"),
            by));
  }

  @Test
  void another_agency_follows_the_published_procedure() {
    District.Staffed elsewhere = district.staffed();
    published(reviewed(), tomorrow());
    mornings.next();

    assertEquals(1, followed(elsewhere.officer().agency().id()).version());
    assertNotEquals(1, followed(custody()).version());
    assertTrue(law.inForce(custody(), today()).contains(followed(custody())));
    assertEquals(
        law.definitions().size(),
        law.inForce(custody(), today()).size(),
        "each procedure is in force once");
  }

  @Test
  void a_later_version_replaces_it_and_the_published_one_can_be_taken_up_again() {
    PublishedDefinition first = published(reviewed(), tomorrow());
    mornings.next();
    PublishedDefinition back =
        published(LocalDefinition.of(law.published("opinion", clock.instant())), tomorrow());

    assertEquals(first.own().definition().version(), back.before());
    assertEquals(
        List.of(
            "State left out: The brigade has reviewed", "Step left out: Reviewed by the brigade"),
        words.of(back, Locale.ENGLISH).subList(0, 2));
    mornings.next();
    Running run = opinion(district.received(staffed).in());
    District.recorded(casework.perform(reply(run)));
  }

  @Test
  void what_the_law_does_not_allow_is_refused_and_leaves_no_trace() {
    LocalDefinition harder =
        Drafting.requireDocument(
            LocalDefinition.of(law.published("opinion", clock.instant())),
            "OpinionWritten",
            "own-paper",
            Optional.of(REVIEW));
    DefinitionPublication flawed = publish(harder, tomorrow(), staffed.head());
    assertEquals(
        List.of(Flaw.Kind.LOCAL_RIGHT_NARROWED),
        assertInstanceOf(DefinitionPublication.Flawed.class, flawed).flaws().stream()
            .map(Flaw::kind)
            .toList());
    assertEquals(
        List.of("reason.definition.back"), reasons(publish(reviewed(), today(), staffed.head())));
    LocalDefinition same = LocalDefinition.of(law.published("opinion", clock.instant()));
    assertEquals(
        List.of("reason.definition.same"), reasons(publish(same, tomorrow(), staffed.head())));
    assertTrue(definitions.acts(custody(), null, 9).rows().isEmpty());
    assertTrue(notices.to(staffed.prosecutor(), null, 9).rows().isEmpty());
  }

  @Test
  void nobody_but_the_head_of_the_bureau_publishes() {
    for (Actor other : List.of(staffed.officer(), staffed.city(), staffed.prosecutor()))
      assertEquals(List.of("reason.number.power"), reasons(publish(reviewed(), tomorrow(), other)));
  }

  @Test
  void the_new_names_are_known_in_both_languages_and_mean_one_thing_everywhere() {
    published(reviewed(), tomorrow());
    assertEquals("大队审核", messages.getMessage("act.OwnReview", null, Locale.SIMPLIFIED_CHINESE));
    assertEquals(
        "Reviewed by the brigade", messages.getMessage("act.OwnReview", null, Locale.ENGLISH));

    LocalDefinition renaming =
        Drafting.stepBefore(
            LocalDefinition.of(law.published("opinion", clock.instant())),
            "OpinionReplied",
            "OwnReview",
            Set.of(Role.AGENCY_OFFICER),
            new Word("另一名称", "Another name"),
            REVIEWED);
    assertEquals(
        List.of(new Flaw("opinion", Flaw.Kind.LOCAL_NAME_TAKEN, "act.OwnReview")),
        agencyActs.flaws(renaming, tomorrow()));
  }

  @Test
  void the_act_is_sealed_and_the_prosecutor_gets_a_notice() {
    PublishedDefinition act = published(reviewed(), tomorrow());
    assertTrue(
        sealed.receipts(List.of(act)).values().stream()
            .noneMatch(receipt -> receipt.state() == Receipt.State.BROKEN));
    var notice = notices.to(staffed.prosecutor(), null, 9).rows().getFirst();
    assertEquals(act.id(), notice.act());
    assertEquals(PublishedDefinition.TYPE, notice.type());
    assertEquals(List.of(act), definitions.acts(custody(), null, 9).rows());
  }

  @Test
  void the_database_itself_refuses_to_change_or_delete_a_definition() {
    published(reviewed(), tomorrow());
    for (String change :
        List.of(
            "update casework.local_definitions set base = 2",
            "delete from casework.local_definitions"))
      assertThrows(
          DataAccessException.class,
          () -> jdbc.sql(change + " where custody = ?").param(custody().value()).update());
  }

  private LocalDefinition reviewed() {
    return Drafting.stepBefore(
        LocalDefinition.of(law.published("opinion", clock.instant())),
        "OpinionReplied",
        "OwnReview",
        Set.of(Role.AGENCY_OFFICER),
        REVIEW,
        REVIEWED);
  }

  private PublishedDefinition published(LocalDefinition wanted, LocalDate from) {
    DefinitionPublication done = publish(wanted, from, staffed.head());
    return assertInstanceOf(DefinitionPublication.Published.class, done, done.toString()).act();
  }

  private DefinitionPublication publish(LocalDefinition wanted, LocalDate from, Actor by) {
    return agencyActs.publish(new PublishDefinition(custody(), wanted, from, "four eyes", by));
  }

  private static List<String> reasons(DefinitionPublication done) {
    return assertInstanceOf(DefinitionPublication.Refused.class, done).reasons().stream()
        .map(Reason::key)
        .toList();
  }

  private static List<String> refused(Result result) {
    return assertInstanceOf(Result.Refused.class, result).reasons().stream()
        .map(Reason::key)
        .toList();
  }

  private Running opinion(Case in) {
    return District.recorded(
            casework.perform(
                PerformAct.opening(
                    in.id(),
                    "opinion",
                    "OpinionWritten",
                    Facts.NONE.text("opinion", "words"),
                    staffed.prosecutor())))
        .instance();
  }

  private PerformAct reply(Running run) {
    return PerformAct.in(
        run,
        "OpinionReplied",
        Facts.NONE.choice("adopted", "ADOPTED").text("reply", "done"),
        staffed.officer());
  }

  private Definition followed(AgencyId custody) {
    Definition followed = law.newest(custody, "opinion", today()).orElseThrow();
    Optional<Act> replied = followed.act("OpinionReplied");
    assertTrue(replied.isPresent());
    return followed;
  }

  private AgencyId custody() {
    return staffed.officer().agency().id();
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }

  private LocalDate tomorrow() {
    return today().plusDays(1);
  }
}
