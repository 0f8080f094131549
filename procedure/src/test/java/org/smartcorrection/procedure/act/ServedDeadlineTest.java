package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.noon;
import static org.smartcorrection.procedure.act.Story.on;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Rules;
import org.smartcorrection.procedure.Step;

/** A definition can count a deadline from the service of a document. */
class ServedDeadlineTest {

  private static final String DEFINITION =
      """
      {
        "id": "letter", "version": 1, "validFrom": "2020-07-01", "family": "EVERYDAY",
        "initial": "NONE",
        "states": [{"id": "NONE"}, {"id": "SERVED", "survives": "L29"}, {"id": "DONE", "end": true}],
        "acts": [
          {
            "type": "LetterServed", "from": ["NONE"], "to": "SERVED", "who": ["AGENCY_OFFICER"],
            "facts": {
              "servedOn": {"type": "DAY"},
              "way": {"type": "CHOICE", "of": ["HANDED_OVER", "LEFT_BEFORE_WITNESS", "MAILED", "ANNOUNCED"]}
            },
            "rules": ["L29"]
          },
          {"type": "Answered", "from": ["SERVED"], "to": "DONE", "who": ["SUBJECT"], "rules": ["L29"]}
        ],
        "deadlines": [
          {
            "id": "answer", "rule": "L29", "owner": "SUBJECT",
            "starts": [{"act": "LetterServed", "fact": "servedOn", "way": "way"}],
            "unit": "CALENDAR_DAYS", "number": "days",
            "firstDay": "NOT_COUNTED", "lastDay": "MOVES_TO_WORKING_DAY",
            "metBy": [{"act": "Answered"}]
          }
        ]
      }
      """;

  @ParameterizedTest
  @CsvSource({"HANDED_OVER, 2026-03-17", "MAILED, 2026-03-17", "ANNOUNCED, 2026-04-16"})
  void the_deadline_runs_from_when_the_document_counts_as_served(String way, LocalDate last) {
    Definition letter = Definition.parse("letter", DEFINITION);
    var interpreter =
        new Interpreter(
            Definitions.of(List.of(letter)), Rules.published(), LegalCalendar.published());
    ActProposal served =
        act("LetterServed", Role.AGENCY_OFFICER, day(3, 2))
            .with("servedOn", on(day(3, 2)))
            .with("way", choice(way));

    var accepted =
        assertInstanceOf(
            Outcome.Accepted.class, interpreter.decide(letter.begin(), served, noon(day(3, 2))));
    OpenDeadline answer = accepted.next().deadline("answer").orElseThrow();
    assertEquals(last, answer.deadline().day());
    assertTrue(
        answer.deadline().explanation().steps().stream()
            .map(Step::key)
            .anyMatch("count.served"::equals));
  }

  @Test
  void a_way_of_delivery_that_nobody_knows_is_a_flaw() {
    Definition fine = Definition.parse("letter", DEFINITION);
    Definition pigeon = Definition.parse("letter", DEFINITION.replace("MAILED", "BY_PIGEON"));

    assertEquals(List.of(), Definitions.of(List.of(fine)).check(Rules.published()));
    assertEquals(
        List.of(new Flaw("letter", Flaw.Kind.UNKNOWN_FACT, "way")),
        Definitions.of(List.of(pigeon)).check(Rules.published()));
  }
}
