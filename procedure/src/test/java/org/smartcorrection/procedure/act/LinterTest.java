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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          measure | "restsOn": {"procedure": "alarm", "states": ["FOUND_NO_GOOD_REASON", "CLOSED_NO_GOOD_REASON"]} | "refuses": false | MEASURE_WITHOUT_FINDING | AdmonitionProposed
          measure | {"procedure": "alarm", "states": ["FOUND_NO_GOOD_REASON", "CLOSED_NO_GOOD_REASON"]} | {"procedure": "measure", "states": ["SERVED"]} | MEASURE_WITHOUT_FINDING | AdmonitionProposed
          alarm   | "guards": ["heard-or-searched"],            | ''                       | FINDING_UNHEARD | FoundNoGoodReason
          alarm   | "from": ["FOUND_NO_GOOD_REASON"],           | "from": ["FOUND_NO_GOOD_REASON", "EVIDENCE_SEEN"], | FINDING_UNHEARD | CLOSED_NO_GOOD_REASON
          alarm   | "guards": ["account-complete"],             | ''                       | ACCOUNT_INCOMPLETE | AccountTaken
          alarm   | "guards": ["contact-failed"],               | ''                       | SEARCH_WITHOUT_CONTACT | SearchRecorded
          alarm   | "sets": ["searched"],                       | ''                       | HIDING_BLOCKS | SEARCHED
          alarm   | "to": "SEARCHING",⏎"who": ["AGENCY_OFFICER", "JUDICIAL_OFFICE"], | "to": "SEARCHING",⏎"who": ["SUBJECT"], | HIDING_BLOCKS | RAISED
          alarm   | "stillUnreachable": {                       | "heard": {"type": "FLAG"}, "stillUnreachable": { | HEARING_CLAIMED | FoundNoGoodReason
          """)
  void nobody_can_be_judged_unheard_nor_block_by_hiding(
      String procedure, String from, String to, String flaw, String place) throws IOException {
    a_careless_change_is_caught(procedure, from, to, flaw, place);
  }

  @Test
  void a_measure_that_rests_on_a_mere_alarm_is_caught_where_the_finding_is_missing()
      throws IOException {
    String json =
        changed(
            "measure",
            "[\"FOUND_NO_GOOD_REASON\", \"CLOSED_NO_GOOD_REASON\"]",
            "[\"EVIDENCE_SEEN\"]");

    List<Flaw> flaws = check(Definition.parse("measure", json));
    assertTrue(
        flaws.contains(new Flaw("alarm", Flaw.Kind.FINDING_UNHEARD, "EVIDENCE_SEEN")),
        flaws.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          positioning | "who": ["BUREAU_HEAD"],     | "who": ["BUREAU_HEAD", "AGENCY_OFFICER"], | RESTRICTION_WITHOUT_APPROVAL | ACTIVE
          positioning | "from": ["APPROVED"],       | "from": ["PROPOSED", "APPROVED"], | RESTRICTION_WITHOUT_APPROVAL | ACTIVE
          positioning | "type": "PositioningExtended",⏎"from": ["ACTIVE"],⏎"who": ["BUREAU_HEAD"] | "type": "PositioningExtended",⏎"from": ["ACTIVE"],⏎"who": ["AGENCY_OFFICER"] | RESTRICTION_PROLONGED_BY_OTHERS | PositioningExtended
          positioning | "starts": [{"act": "SubjectInformed"}, | "starts": [{"act": "SubjectInformed"}, {"act": "PositioningReviewed"}, | RESTRICTION_PROLONGED_BY_OTHERS | PositioningReviewed
          positioning | ["positioning-term", "extension-follows", | ["extension-follows", | RESTRICTION_WITHOUT_LIMIT | PositioningExtended
          positioning | ["positioning-term", "extension-follows", | ["positioning-term", | RESTRICTION_WITHOUT_LIMIT | PositioningExtended
          positioning | "cap": "termEndsOn",        | ''                             | RESTRICTION_WITHOUT_LIMIT | end
          positioning | "firstDay": "COUNTED",⏎"lastDay": "STAYS" | "firstDay": "COUNTED",⏎"lastDay": "MOVES_TO_WORKING_DAY" | RESTRICTION_WITHOUT_LIMIT | end
          positioning | "after": "end",             | "after": "end", "documents": ["approval"], | ACT_OF_TIME_HELD_UP | PositioningExpired
          leave       | "after": "return",          | "after": "decide",             | ACT_OF_TIME_HELD_UP | LeaveOverdue
          leave       | "starts": [{"act": "LeaveApplied"}] | "starts": [{"act": "LeaveApplied", "when": {"fact": "cause", "in": ["MEDICAL", "STUDY", "LITIGATION", "FAMILY", "WORK"]}}] | NOBODY_OWES | APPLIED
          reception   | "metBy": [{"act": "GroupFormed"}, | "metBy": [ | OWED_FOR_EVER | group
          alarm       | "metBy": [{"act": "AlarmClosed"}, {"act": "AdverseAlarmClosed"}, | "metBy": [{"act": "AlarmClosed"}, | OWED_FOR_EVER | close
          """)
  void no_restriction_goes_on_and_no_duty_is_lost(
      String procedure, String from, String to, String flaw, String place) throws IOException {
    a_careless_change_is_caught(procedure, from, to, flaw, place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          leave     | ["APPLIED", "GRANTED", "OVERDUE"]         | ["APPLIED", "OVERDUE"] | GOES_ON_AFTER_END | GRANTED
          leave     | "to": "ENDED",⏎"who": ["SYSTEM"],         | "to": "ENDED",⏎"who": ["AGENCY_OFFICER"], | GOES_ON_AFTER_END | CorrectionEnded
          leave     | "to": "ENDED",                            | "to": "OVERDUE",       | GOES_ON_AFTER_END | CorrectionEnded
          area      | "to": "ENDED",⏎"who": ["SYSTEM"],         | "to": "ENDED",⏎"who": ["SYSTEM"], "documents": ["decision"], | GOES_ON_AFTER_END | CorrectionEnded
          area      | "from": ["SET"],⏎"to": "ENDED",⏎"who": ["SYSTEM"] | "from": [],⏎"to": "ENDED",⏎"who": ["SYSTEM"] | GOES_ON_AFTER_END | SET
          complaint | "WITH_AGENCY", "survives": "L29"          | "WITH_AGENCY"          | GOES_ON_AFTER_END | WITH_AGENCY
          complaint | "survives": "L29"                         | "survives": "L99"      | UNKNOWN_RULE | L99
          measure   | {"act": "AdmonitionDropped"}, {"act": "CorrectionEnded"} | {"act": "AdmonitionDropped"} | OWED_AFTER_END | decide
          release   | "rules": ["L33"],                         | "rules": ["M44"],      | END_WITHOUT_ARTICLE | Terminated
          """)
  void nothing_of_a_person_goes_on_after_the_correction(
      String procedure, String from, String to, String flaw, String place) throws IOException {
    a_careless_change_is_caught(procedure, from, to, flaw, place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          revocation  | "act": "TerminatedByRevocation" | "act": "TerminatedByRevoking" | UNKNOWN_ACT | TerminatedByRevoking
          revocation  | "procedure": "release", "act"   | "procedure": "releases", "act" | UNKNOWN_PROCEDURE | releases
          revocation  | "act": "TerminatedByRevocation" | "act": "Terminated"           | CONSEQUENCE_HELD_UP | Terminated
          revocation  | "act": "TerminatedByRevocation" | "act": "TermEntered"          | CONSEQUENCE_HELD_UP | TermEntered
          revocation  | "act": "TerminatedByRevocation" | "act": "TermEnded"            | CONSEQUENCE_IN_CHAIN | TermEnded
          revocation  | "act": "TerminatedByRevocation" | "act": "TerminatedByRecall"   | CONSEQUENCE_WITHOUT_CAUSE | TerminatedByRecall
          revocation  | {"id": "REVOKED", "survives": "L36"} | {"id": "REVOKED"}        | GOES_ON_AFTER_END | REVOKED
          commutation | "facts": {"termEndsOn": "newTermEndsOn"} | "facts": {}          | CONSEQUENCE_HELD_UP | TermCommuted
          commutation | "facts": {"termEndsOn": "newTermEndsOn"} | "facts": {"termEndsOn": "termEndsOn"} | CONSEQUENCE_HELD_UP | TermCommuted
          commutation | "facts": {"termEndsOn": "newTermEndsOn"} | "facts": {"termEndsOn": "court"} | UNKNOWN_FACT | court
          commutation | "facts": {"termEndsOn": "newTermEndsOn"} | "facts": {"endsOn": "newTermEndsOn"} | UNKNOWN_FACT | endsOn
          commutation | {"act": "NewTermEntered"}⏎] | {"act": "CommutationDenied"}⏎] | CONSEQUENCE_HELD_UP | CommutationDenied
          emergency   | "deathKind": "deathKind", | ''                                  | CONSEQUENCE_HELD_UP | TerminatedByCertifiedDeath
          emergency   | "reportedBy": {"type": "TEXT"} | "reportedBy": {"type": "TEXT", "optional": true} | CONSEQUENCE_HELD_UP | TerminatedByCertifiedDeath
          release     | "act": "PositioningTermOver" | "act": "PositioningExpired"      | CONSEQUENCE_HELD_UP | PositioningExpired
          """)
  void nothing_holds_up_what_a_ruling_brings_by_itself(
      String procedure, String from, String to, String flaw, String place) throws IOException {
    a_careless_change_is_caught(procedure, from, to, flaw, place);
  }

  @Test
  void a_lasting_restriction_never_survives_whatever_it_names() throws IOException {
    String surviving =
        changed(
                "positioning",
                "\"restricts\": \"POSITIONING\"",
                "\"restricts\": \"POSITIONING\", \"survives\": \"L22\"")
            .replace(
                lines("\"ACTIVE\"],⏎\"to\": \"LIFTED\",⏎\"who\": [\"SYSTEM\"]"),
                lines("],⏎\"to\": \"LIFTED\",⏎\"who\": [\"SYSTEM\"]"))
            .replace("\"APPROVED\", ]", "\"APPROVED\"]");

    assertTrue(
        check(Definition.parse("positioning", surviving))
            .contains(new Flaw("positioning", Flaw.Kind.GOES_ON_AFTER_END, "ACTIVE")));
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
    String changed =
        json.replaceFirst(Pattern.quote(lines(from)), Matcher.quoteReplacement(lines(to)));
    assertNotEquals(json, changed, "the definition no longer contains " + from);
    return changed;
  }

  /** The sign stands for the next line of an act or a deadline. */
  private static String lines(String text) {
    return text.replace("⏎", "\n      ");
  }
}
