package org.smartcorrection.platform.desk.court;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of a referral, and where each stands in the interface for machines. */
final class ReferralFields {
  private static final List<String> PERSON =
      List.of("name", "nameLatin", "gender", "born", "identityNumber", "phone", "address");
  private static final List<String> DECISION =
      List.of(
          "category",
          "penalty",
          "offence",
          "courtNumber",
          "custodyDays",
          "judgedOn",
          "effectiveOn",
          "decisionReceivedOn",
          "termStartsOn",
          "termEndsOn",
          "prohibitions");
  private static final List<String> LENGTHS = List.of("sentence", "term");
  private static final List<String> PARTS = List.of("years", "months", "days");

  /** Every field of the form but the reason, by name. */
  static final List<String> ALL = all();

  /** The field of the form for each JSON pointer. */
  static final Map<String, String> BY_POINTER = byPointer();

  private ReferralFields() {}

  /** The JSON pointer at which a field stands. */
  static String pointer(String field) {
    return BY_POINTER.entrySet().stream()
        .filter(entry -> entry.getValue().equals(field))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> LENGTHS.contains(field) ? "/decision/" + field : "");
  }

  private static List<String> all() {
    var all = new ArrayList<>(PERSON);
    all.addAll(DECISION);
    all.add("agency");
    for (String length : LENGTHS) for (String part : PARTS) all.add(length + "-" + part);
    return List.copyOf(all);
  }

  private static Map<String, String> byPointer() {
    var map = new HashMap<String, String>();
    PERSON.forEach(field -> map.put("/person/" + field, field));
    DECISION.forEach(field -> map.put("/decision/" + field, field));
    for (String length : LENGTHS)
      for (String part : PARTS) map.put("/decision/" + length + "/" + part, length + "-" + part);
    map.put("/agency", "agency");
    map.put("/overrideReason", "overrideReason");
    return Map.copyOf(map);
  }
}
