package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartcorrection.procedure.LawFileUnreadable;
import org.smartcorrection.procedure.Rules;

/** The linter catches what a careless or ill-meant change of a definition would bring. */
class LinterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          leave       | "guards": ["leave-tier"] | "guards": ["leave-teir"] | UNKNOWN_GUARD | leave-teir
          leave       | "to": "GRANTED"          | "to": "GRANTET"          | UNKNOWN_STATE | GRANTET
          leave       | "rule": "M21"            | "rule": "M99"            | UNKNOWN_RULE | M99
          leave       | "number": "decideDays"   | "number": "days"         | UNKNOWN_RULE | L17.days
          leave       | "then": "LeaveOverdue"   | "then": "LeaveOver"      | UNKNOWN_ACT | LeaveOver
          leave       | "on": "lastDay"          | "on": "lastDate"         | UNKNOWN_FACT | lastDate
          leave       | "after": "return"        | "after": "returning"     | UNKNOWN_DEADLINE | returning
          leave       | "type": "LeaveGranted"   | "type": "LeaveRefused"   | DOUBLED | LeaveRefused
          leave       | {"id": "RETURNED", "end": true} | {"id": "RETURNED"} | DEAD_END | RETURNED
          leave       | {"id": "OVERDUE"},       | {"id": "OVERDUE"}, {"id": "ELSEWHERE", "end": true}, | UNREACHABLE_STATE | ELSEWHERE
          leave       | "starts": [{"act": "LeaveGranted"}] | "starts": []   | DEADLINE_WITHOUT_START | return
          leave       | "starts": [{"act": "LeaveGranted"}] | "starts": []   | NOBODY_OWES | GRANTED
          leave       | "on": "lastDay",         | "on": "lastDay", "unit": "MONTHS", | DEADLINE_WITHOUT_END | return
          leave       | "remedy": "remedy.complain" | "restsOn": {"procedure": "alarms", "states": []} | UNKNOWN_PROCEDURE | alarms
          checkin     | "rules": ["M13"],        | "rules": ["H4"],         | ACT_WITHOUT_ARTICLE | ReportDue
          opinion     | "who": ["PROSECUTOR"],   | "who": [],               | ACT_WITHOUT_ACTOR | OpinionWritten
          measure     | "remedy": "remedy.complain" | "refuses": false      | RESTRICTION_WITHOUT_REMEDY | AdmonitionDecided
          positioning | "rules": ["M32", "L20", "L22"] | "rules": ["M32"]   | RESTRICTION_WITHOUT_ARTICLE | SubjectInformed
          positioning | {"act": "SubjectInformed"}, {"act": "PositioningExtended", "fact": "extendedFrom"} | {"act": "PositioningExtended", "fact": "extendedFrom"} | RESTRICTION_WITHOUT_END | ACTIVE
          positioning | {"act": "PositioningExpired"}, | {"act": "PositioningReviewed"}, | RESTRICTION_WITHOUT_END | ACTIVE
          """)
  void a_careless_change_is_caught(
      String procedure, String from, String to, String flaw, String place) throws IOException {
    String json = changed(procedure, from, to);

    List<Flaw> flaws = check(Definition.parse(procedure, json));
    assertTrue(
        flaws.contains(new Flaw(procedure, Flaw.Kind.valueOf(flaw), place)), flaws.toString());
  }

  @Test
  void a_refusal_without_remedy_or_reason_is_caught() throws IOException {
    String json =
        changed(
            "measure",
            "\"refuses\": true,\n      \"remedy\": \"remedy.complain\"",
            "\"refuses\": true");
    assertTrue(
        check(Definition.parse("measure", json))
            .contains(new Flaw("measure", Flaw.Kind.REFUSAL_WITHOUT_REMEDY, "ObjectionRejected")));

    String unreasoned =
        changed("leave", "\"facts\": {\"reason\": {\"type\": \"TEXT\"}, ", "\"facts\": {");
    assertTrue(
        check(Definition.parse("leave", unreasoned))
            .contains(new Flaw("leave", Flaw.Kind.REFUSAL_WITHOUT_REASON, "LeaveRefused")));
  }

  @Test
  void a_typo_in_a_name_of_the_format_names_line_and_reason() throws IOException {
    String json = changed("leave", "\"documents\": [\"proof\"]", "\"document\": [\"proof\"]");

    var unreadable =
        assertThrows(LawFileUnreadable.class, () -> Definition.parse("leave.json", json));

    String message = Objects.requireNonNull(unreadable.getMessage());
    assertTrue(message.startsWith("leave.json, line 3"), message);
    assertTrue(message.contains("document"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          leave       | "owner": "SUBJECT",
          leave       | "initial": "NONE",
          """)
  void a_deadline_without_owner_or_a_procedure_without_beginning_is_unreadable(
      String procedure, String left) throws IOException {
    String json = changed(procedure, left, "");

    assertThrows(LawFileUnreadable.class, () -> Definition.parse(procedure, json));
  }

  @Test
  void a_restriction_outside_the_closed_list_is_unreadable() throws IOException {
    String json =
        changed("positioning", "\"restricts\": \"POSITIONING\"", "\"restricts\": \"CURFEW\"");

    assertThrows(LawFileUnreadable.class, () -> Definition.parse("positioning", json));
  }

  private static List<Flaw> check(Definition changed) {
    var all = new ArrayList<Definition>();
    for (Definition definition : Definitions.published().all()) {
      all.add(definition.id().equals(changed.id()) ? changed : definition);
    }
    return Definitions.of(all).check(Rules.published());
  }

  private static String changed(String procedure, String from, String to) throws IOException {
    String json =
        Files.readString(
            Path.of(
                "src/main/resources/org/smartcorrection/procedure/procedures",
                procedure + ".json"));
    String changed = json.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
    assertNotEquals(json, changed, "the definition no longer contains " + from);
    return changed;
  }
}
