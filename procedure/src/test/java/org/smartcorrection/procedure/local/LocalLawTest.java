package org.smartcorrection.procedure.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smartcorrection.procedure.LawFileUnreadable;
import org.smartcorrection.procedure.Rules;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Consequence;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Definitions;
import org.smartcorrection.procedure.act.EffectSpec;
import org.smartcorrection.procedure.act.Flaw;
import org.smartcorrection.procedure.act.Restriction;
import org.smartcorrection.procedure.act.Role;
import org.smartcorrection.procedure.act.State;

/** An agency's own version may ask its posts for more, and take nothing from anybody. */
class LocalLawTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
  private static final Word WORD = new Word("大队审核", "Reviewed by the brigade");

  private final Definitions published = Definitions.published();
  private final LocalLaw law = new LocalLaw(published, Rules.published());

  static Stream<Definition> procedures() {
    return Definitions.published().all().stream();
  }

  @ParameterizedTest
  @MethodSource("procedures")
  void what_is_published_may_be_followed_as_it_is_and_is_read_as_it_was_written(Definition each) {
    LocalDefinition own = LocalDefinition.of(each);
    assertEquals(List.of(), law.flaws(own, DAY));
    assertEquals(own, LocalDefinition.parse("again", own.json()));
    assertEquals(own.json(), LocalDefinition.parse("again", own.json()).json());
    assertEquals(List.of(), Changes.between(Optional.of(each), each));
  }

  @ParameterizedTest
  @MethodSource("procedures")
  void nothing_of_a_procedure_can_be_left_out(Definition each) {
    for (State state : each.states())
      refused(with(each, minus(each.states(), state), each.acts()), state.id());
    for (Act act : each.acts()) refused(acts(each, minus(each.acts(), act)), act.type());
    for (var due : each.deadlines()) {
      var less =
          new Definition(
              each.id(),
              each.version(),
              each.validFrom(),
              each.family(),
              each.opening(),
              each.initial(),
              each.states(),
              each.acts(),
              minus(each.deadlines(), due));
      refused(less, due.id());
    }
  }

  @ParameterizedTest
  @MethodSource("procedures")
  void no_act_can_be_made_easier_or_given_to_others(Definition each) {
    for (Act act : each.acts()) {
      for (String fact : act.facts().keySet()) {
        var less = new java.util.HashMap<>(act.facts());
        less.remove(fact);
        refused(each, act, was -> was.asking(was.from(), was.who(), less, was.documents()));
      }
      for (String document : act.documents()) {
        Set<String> less = new HashSet<>(act.documents());
        less.remove(document);
        refused(each, act, was -> was.asking(was.from(), was.who(), was.facts(), less));
      }
      for (Role role : Role.values()) {
        if (act.who().contains(role)) continue;
        Set<Role> more = new HashSet<>(act.who());
        more.add(role);
        refused(each, act, was -> was.asking(was.from(), more, was.facts(), was.documents()));
      }
      for (State state : each.states()) {
        if (act.from().contains(state.id())) continue;
        Set<String> more = new HashSet<>(act.from());
        more.add(state.id());
        refused(each, act, was -> was.asking(more, was.who(), was.facts(), was.documents()));
      }
      if (!act.guards().isEmpty()) refused(each, act, was -> unguarded(was));
    }
  }

  @ParameterizedTest
  @MethodSource("procedures")
  void what_follows_by_itself_cannot_be_left_out_nor_added(Definition each) {
    var own = new Consequence(Optional.of("release"), "TermEntered", false, Map.of(), Map.of());
    for (Act act : each.acts()) {
      if (!act.brings().isEmpty()) refused(each, act, was -> bringing(was, List.of()));
      refused(each, act, was -> bringing(was, plus(was.brings(), own)));
    }
  }

  @ParameterizedTest
  @MethodSource("procedures")
  void only_the_law_moves_a_case_to_another_agency(Definition each) {
    var moves =
        new EffectSpec(Optional.empty(), Optional.empty(), Optional.of("reason"), Optional.empty());
    for (Act act : each.acts()) {
      boolean lawful = act.effects().stream().anyMatch(effect -> effect.handOver().isPresent());
      refused(each, act, was -> effecting(was, lawful ? List.of() : plus(was.effects(), moves)));
    }
  }

  @ParameterizedTest
  @MethodSource("procedures")
  void what_others_may_do_cannot_be_made_harder(Definition each) {
    for (Act act : each.acts()) {
      boolean house =
          Set.of(Role.AGENCY_OFFICER, Role.JUDICIAL_OFFICE, Role.BUREAU_HEAD)
              .containsAll(act.who());
      LocalDefinition more =
          Drafting.requireDocument(
              LocalDefinition.of(each), act.type(), "own-paper", Optional.of(WORD));
      if (!house) assertFalse(law.flaws(more, DAY).isEmpty(), act.type());
    }
  }

  @Test
  void a_step_of_review_can_come_before_any_decision_of_the_agency() {
    LocalDefinition own =
        Drafting.stepBefore(
            LocalDefinition.of(published.get("praise", 1)),
            "PraiseDecided",
            "BrigadeReviewed",
            Set.of(Role.AGENCY_OFFICER),
            WORD,
            WORD);

    assertEquals(List.of(), law.flaws(own, DAY));
    Act decided = own.definition().act("PraiseDecided").orElseThrow();
    assertEquals(Set.of("BRIGADE_REVIEWED"), decided.from());
    assertEquals(
        Set.of("PROPOSED", "BRIGADE_REVIEWED"),
        own.definition().act("PraiseNotGiven").orElseThrow().from());
    assertEquals(
        List.of(
            new Change(Change.Kind.STATE_ADDED, "state.praise.BRIGADE_REVIEWED", List.of()),
            new Change(Change.Kind.ACT_ADDED, "act.BrigadeReviewed", List.of()),
            new Change(
                Change.Kind.FROM_ADDED,
                "act.PraiseDecided",
                List.of("state.praise.BRIGADE_REVIEWED")),
            new Change(
                Change.Kind.FROM_GONE, "act.PraiseDecided", List.of("state.praise.PROPOSED")),
            new Change(
                Change.Kind.FROM_ADDED,
                "act.PraiseNotGiven",
                List.of("state.praise.BRIGADE_REVIEWED")),
            new Change(
                Change.Kind.FROM_ADDED,
                "act.CorrectionEnded",
                List.of("state.praise.BRIGADE_REVIEWED"))),
        Changes.between(Optional.of(published.get("praise", 1)), own.definition()));
  }

  @Test
  void steps_before_decisions_are_lawful_wherever_the_decision_is_the_agencys() {
    int lawful = 0;
    for (Definition each : published.all())
      for (Act act : each.acts()) {
        LocalDefinition own =
            Drafting.stepBefore(
                LocalDefinition.of(each),
                act.type(),
                "OwnReview",
                Set.of(Role.BUREAU_HEAD),
                WORD,
                WORD);
        List<Flaw> flaws = law.flaws(own, DAY);
        boolean house =
            Set.of(Role.AGENCY_OFFICER, Role.JUDICIAL_OFFICE, Role.BUREAU_HEAD)
                .containsAll(act.who());
        if (flaws.isEmpty()) lawful++;
        if (!house) assertFalse(flaws.isEmpty(), each.id() + " " + act.type());
      }
    assertTrue(lawful > 50, "only " + lawful + " steps are lawful");
  }

  @Test
  void positioning_cannot_be_given_by_others_nor_its_lifting_be_held_up() {
    Definition positioning = published.get("positioning", 1);
    for (Act act : positioning.acts()) {
      boolean lifts =
          act.from().stream().anyMatch(from -> restricts(positioning, from))
              && act.to().filter(to -> !restricts(positioning, to)).isPresent();
      if (!lifts) continue;
      LocalDefinition held =
          Drafting.requireFact(
              LocalDefinition.of(positioning), act.type(), "ownReason", Optional.of(WORD));
      assertTrue(
          kinds(held).contains(Flaw.Kind.LOCAL_RIGHT_NARROWED)
              || kinds(held).contains(Flaw.Kind.ACT_OF_TIME_HELD_UP),
          act.type() + kinds(held));
    }
  }

  @Test
  void no_detour_leads_past_a_decision() {
    LocalDefinition own = LocalDefinition.of(published.get("leave", 1));
    Definition leave = own.definition();
    Act any = leave.acts().getFirst();
    var detour =
        new Act(
            "OwnShortcut",
            Set.of(any.to().orElseThrow()),
            Optional.of(leave.states().getLast().id()),
            Set.of(Role.AGENCY_OFFICER),
            Map.of(),
            Set.of(),
            Set.of(),
            List.of(),
            any.rules(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false,
            Optional.empty(),
            false,
            List.of());
    LocalDefinition wanted =
        own.with(acts(leave, plus(leave.acts(), detour))).called("act.OwnShortcut", WORD);
    assertTrue(kinds(wanted).contains(Flaw.Kind.LOCAL_DETOUR), kinds(wanted).toString());
  }

  @Test
  void a_new_state_restricts_nobody_and_a_new_procedure_neither() {
    LocalDefinition own =
        Drafting.stepBefore(
            LocalDefinition.of(published.get("praise", 1)),
            "PraiseDecided",
            "Curfew",
            Set.of(Role.AGENCY_OFFICER),
            WORD,
            WORD);
    List<State> states =
        own.definition().states().stream()
            .map(
                state ->
                    state.id().equals("CURFEW")
                        ? new State(
                            state.id(),
                            false,
                            Optional.of(Restriction.POSITIONING),
                            Optional.empty())
                        : state)
            .toList();
    LocalDefinition restricting = own.with(with(own.definition(), states, own.definition().acts()));
    assertTrue(kinds(restricting).contains(Flaw.Kind.LOCAL_RESTRICTION));

    LocalDefinition renamed =
        LocalDefinition.parse(
            "own", restricting.json().replace("\"id\" : \"praise\"", "\"id\" : \"curfew\""));
    assertTrue(kinds(renamed).contains(Flaw.Kind.LOCAL_RESTRICTION), kinds(renamed).toString());
  }

  @Test
  void every_new_thing_has_a_name_in_both_languages_and_none_takes_anothers() {
    Definition praise = published.get("praise", 1);
    LocalDefinition nameless =
        Drafting.requireDocument(
            LocalDefinition.of(praise), "PraiseDecided", "own-paper", Optional.empty());
    assertEquals(
        List.of(new Flaw("praise", Flaw.Kind.LOCAL_WORD_MISSING, "document.own-paper")),
        law.flaws(nameless, DAY));
    LocalDefinition renaming = LocalDefinition.of(praise).called("act.PraiseDecided", WORD);
    assertEquals(List.of(Flaw.Kind.LOCAL_NAME_TAKEN), kinds(renaming));
    assertThrows(IllegalArgumentException.class, () -> new Word("只有中文", " "));
  }

  @Test
  void an_own_procedure_is_checked_as_every_other() {
    String json =
        """
        {"definition": {"id": "houserules", "validFrom": "2026-12-01", "family": "EVERYDAY",
          "initial": "NONE",
          "states": [{"id": "NONE"}, {"id": "TOLD", "end": true}],
          "acts": [{"type": "HouseRulesTold", "from": ["NONE"], "to": "TOLD",
            "who": ["AGENCY_OFFICER"], "rules": ["%s"]}]},
         "words": {"procedure.houserules": {"zh": "院规", "en": "House rules"},
          "state.houserules.NONE": {"zh": "未告知", "en": "Not told"},
          "state.houserules.TOLD": {"zh": "已告知", "en": "Told"},
          "act.HouseRulesTold": {"zh": "告知院规", "en": "House rules told"}}}
        """;
    assertEquals(List.of(), law.flaws(LocalDefinition.parse("own", json.formatted("L14")), DAY));
    assertEquals(
        List.of(Flaw.Kind.UNKNOWN_RULE),
        kinds(LocalDefinition.parse("own", json.formatted("L99"))));
  }

  @Test
  void a_typo_names_its_line() {
    String json = LocalDefinition.of(published.get("praise", 1)).json();
    var thrown =
        assertThrows(
            LawFileUnreadable.class,
            () -> LocalDefinition.parse("praise", json.replace("\"family\"", "\"famly\"")));
    assertEquals(json.substring(0, json.indexOf("\"family\"")).lines().count(), thrown.line());
    assertTrue(String.valueOf(thrown.getMessage()).contains("famly"), thrown.getMessage());
  }

  @Test
  void every_flaw_is_said_in_both_languages() {
    for (Flaw.Kind kind : Flaw.Kind.values()) {
      var flaw = new Flaw("leave", kind, "LeaveAsked");
      String chinese = law.say(flaw, Locale.SIMPLIFIED_CHINESE);
      String english = law.say(flaw, Locale.ENGLISH);
      assertTrue(chinese.contains("LeaveAsked") && english.contains("LeaveAsked"), kind.name());
      assertFalse(chinese.equals(english), kind.name());
    }
  }

  private void refused(Definition each, Act act, UnaryOperator<Act> change) {
    List<Act> acts =
        each.acts().stream()
            .map(was -> was.type().equals(act.type()) ? change.apply(was) : was)
            .toList();
    refused(acts(each, acts), act.type());
  }

  private void refused(Definition changed, String place) {
    assertFalse(
        law.flaws(new LocalDefinition(changed, Map.of()), DAY).isEmpty(),
        changed.id() + " " + place);
  }

  private List<Flaw.Kind> kinds(LocalDefinition own) {
    return law.flaws(own, DAY).stream().map(Flaw::kind).distinct().toList();
  }

  private static boolean restricts(Definition definition, String state) {
    return definition.state(state).flatMap(State::restricts).isPresent();
  }

  private static Definition acts(Definition was, List<Act> acts) {
    return with(was, was.states(), acts);
  }

  private static Definition with(Definition was, List<State> states, List<Act> acts) {
    return new Definition(
        was.id(),
        was.version(),
        was.validFrom(),
        was.family(),
        was.opening(),
        was.initial(),
        states,
        acts,
        was.deadlines());
  }

  private static Act unguarded(Act act) {
    return does(act, List.of(), act.effects(), act.brings());
  }

  private static Act bringing(Act act, List<Consequence> brings) {
    return does(act, act.guards(), act.effects(), brings);
  }

  private static Act effecting(Act act, List<EffectSpec> effects) {
    return does(act, act.guards(), effects, act.brings());
  }

  private static Act does(
      Act act, List<String> guards, List<EffectSpec> effects, List<Consequence> brings) {
    return new Act(
        act.type(),
        act.from(),
        act.to(),
        act.who(),
        act.facts(),
        act.documents(),
        act.sets(),
        guards,
        act.rules(),
        act.restsOn(),
        act.after(),
        effects,
        act.refuses(),
        act.remedy(),
        act.ends(),
        brings);
  }

  private static <T> List<T> minus(List<T> all, T one) {
    return all.stream().filter(each -> !each.equals(one)).toList();
  }

  private static <T> List<T> plus(List<T> all, T one) {
    var more = new ArrayList<>(all);
    more.add(one);
    return more;
  }
}
