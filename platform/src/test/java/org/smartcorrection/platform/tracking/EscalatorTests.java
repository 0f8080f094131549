package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.Mornings;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.notify.Attempt;
import org.smartcorrection.platform.notify.Attempt.Answer;
import org.smartcorrection.platform.notify.Delivery;
import org.smartcorrection.platform.notify.DutyCalls;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.roster.Duty;
import org.smartcorrection.platform.roster.DutyHours;
import org.smartcorrection.platform.roster.DutyNumbers;
import org.smartcorrection.platform.roster.Roster;
import org.smartcorrection.platform.roster.Superiors;
import org.smartcorrection.platform.tracking.Escalation.Stage;
import org.smartcorrection.platform.tracking.Scene.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** Rule H15 on a real alarm: who is told, on which telephone, and what stands there afterwards. */
@PlatformTest
class EscalatorTests {
  private static final Delivery SENT = new Delivery.Sent();
  private static final Delivery UNSET = new Delivery.Unavailable("unset");

  @Autowired AlarmTrial trial;
  @Autowired Scene scene;
  @Autowired District district;
  @Autowired Mornings mornings;
  @Autowired Browser browser;
  @Autowired Alarms alarms;
  @Autowired EscalationSteps steps;
  @Autowired DutyHours hours;
  @Autowired Roster roster;
  @Autowired Superiors superiors;
  @Autowired DutyNumbers numbers;
  @Autowired AlarmFollower follower;
  @Autowired Law law;
  @Autowired MessageSource words;
  @Autowired MovableClock clock;
  private final List<String> out = new CopyOnWriteArrayList<>();
  private Delivery byText = SENT;
  private Delivery byVoice = SENT;
  private Escalator escalator;

  /** What the telephones of this test begin with: earlier ones wait for their alarms as well. */
  private String own;

  private Somebody somebody;
  private Actor officer;
  private Actor deputy;
  private Actor head;

  @BeforeEach
  void on_duty() {
    mornings.next();
    own = "55" + clock.instant().getEpochSecond();
    escalator =
        new Escalator(
            alarms,
            steps,
            hours,
            roster,
            superiors,
            new DutyCalls(
                numbers,
                (number, said) -> sent("text", number, said, byText),
                (number, said) -> sent("voice", number, said, byVoice),
                words,
                clock),
            follower,
            law,
            clock);
    somebody = scene.positioned(3);
    officer = somebody.staff().officer();
    head = somebody.staff().head();
    deputy = district.deputy(head.agency());
    numbers.set(officer.account(), own + "1");
    numbers.set(deputy.account(), own + "2");
    numbers.set(head.account(), own + "3");
    AgencyId agency = officer.agency().id();
    roster.drawUp(agency, List.of(new Duty(hours.now(agency), officer.account(), null)), head);
  }

  @Test
  void an_alarm_that_nobody_acknowledges_goes_up_step_by_step() throws Exception {
    Alarm alarm = trial.leaves(somebody);

    escalator.round();
    assertEquals(List.of(), List.copyOf(out), "there is time to acknowledge it");
    after(2, "text 1");
    after(5, "voice 1");
    out.clear();
    escalator.round();
    assertEquals(List.of(), List.copyOf(out), "nothing twice");
    after(5, "voice 2");
    after(10, "voice 3");
    after(60);

    assertEquals(
        List.of(Stage.TEXT, Stage.CALL, Stage.DEPUTY, Stage.HEAD),
        steps.of(alarm.id()).stream().map(Attempt::stage).toList());
    String page = text(officer, alarm);
    assertTrue(page.contains("taken over by the gateway"), page);
    assertFalse(page.contains(own + "3"), "nobody is shown a telephone");
  }

  @Test
  void a_way_that_is_not_there_is_noted_and_the_next_is_tried_at_once() throws Exception {
    byText = UNSET;
    Alarm alarm = trial.leaves(somebody);

    after(2, "text 1", "voice 1");
    byVoice = UNSET;
    after(5, "voice 2", "text 2", "voice 3", "text 3");

    List<Attempt<Stage>> made = steps.of(alarm.id());
    assertEquals(6, made.size());
    assertEquals(Answer.UNAVAILABLE, made.getFirst().answer());
    assertEquals("unset", made.getFirst().why());
    assertTrue(text(officer, alarm).contains("This way of sending is not set up here"));
  }

  @Test
  void where_nobody_is_on_duty_or_has_a_telephone_the_deputies_are_called() throws Exception {
    clock.forwardTo(hours.ends(officer.agency().id(), hours.now(officer.agency().id())));
    Actor second = district.deputy(head.agency());
    Alarm alarm = trial.leaves(somebody);

    after(2, "voice 2");

    List<Attempt<Stage>> made = steps.of(alarm.id());
    assertEquals(
        List.of(Answer.NOBODY, Answer.NOBODY),
        made.subList(0, 2).stream().map(Attempt::answer).toList());
    assertTrue(
        made.stream()
            .anyMatch(
                step -> second.account().equals(step.to()) && "no-number".equals(step.why())));
  }

  @Test
  void what_somebody_acknowledged_goes_no_further() throws Exception {
    Alarm alarm = trial.leaves(somebody);
    after(2, "text 1");

    scene.perform(trial.run(alarm), "EvidenceSeen", Facts.NONE, officer);
    after(60);

    Alarm seen = alarms.get(alarm.id());
    assertEquals(officer.account(), seen.seenBy());
    assertEquals(1, steps.of(alarm.id()).size());
    assertTrue(text(officer, alarm).contains("Acknowledged by Tester"));
  }

  @Test
  void what_an_officer_raised_is_acknowledged_by_that() throws Exception {
    Alarm alarm = trial.raised(somebody);
    after(60);

    assertEquals(officer.account(), alarm.seenBy());
    assertEquals(List.of(), steps.of(alarm.id()));
  }

  @Test
  void what_is_said_names_nobody_and_says_nothing_of_correction() throws Exception {
    trial.leaves(somebody);
    after(2, "text 1");

    String said = words.getMessage("tracking.escalation.said", null, Locale.SIMPLIFIED_CHINESE);
    for (String word : List.of("矫正", "预警", "对象", "试验")) assertFalse(said.contains(word), said);
  }

  /** Some minutes later: what went out meanwhile, of this agency. */
  private void after(int minutes, String... expected) {
    out.clear();
    clock.forward(Duration.ofMinutes(minutes).plusSeconds(1));
    escalator.round();
    assertEquals(List.of(expected), List.copyOf(out));
  }

  private Delivery sent(String way, String number, String said, Delivery answer) {
    assertFalse(said.isBlank());
    if (number.startsWith(own)) out.add(way + " " + number.substring(own.length()));
    return answer;
  }

  private String text(Actor actor, Alarm alarm) throws Exception {
    return browser
        .get(actor, "/console/alarms/" + alarm.id())
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }
}
