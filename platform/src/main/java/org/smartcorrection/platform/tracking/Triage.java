package org.smartcorrection.platform.tracking;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Role;

/**
 * Where an alarm stands in the order of the law: look, hear or search, find, and what follows. What
 * may be done now is read from the definitions; the interpreter decides the same again.
 *
 * @param forms of what the visitor may do now, by act
 * @param measure the admonition that rests on it, if there is one
 */
record Triage(
    String state, Map<String, StepForm> forms, @Nullable Measure measure, boolean mayAct) {
  private static final Set<String> FOUND =
      Set.of(
          "FOUND_ERROR",
          "FOUND_GOOD_REASON",
          "FOUND_NO_GOOD_REASON",
          "CLOSED",
          "CLOSED_NO_GOOD_REASON");

  /** An admonition that rests on the alarm, with its papers. */
  record Measure(UUID instance, String state, List<Document> papers) {
    Measure {
      papers = List.copyOf(papers);
    }
  }

  Triage {
    forms = Map.copyOf(forms);
  }

  /** The forms of what this role may do in this state. */
  static Map<String, StepForm> forms(Definition definition, String state, Role role) {
    return definition.actsFrom(state).stream()
        .filter(act -> act.who().contains(role))
        .filter(act -> !act.type().equals("AlarmRaised"))
        .collect(Collectors.toMap(Act::type, act -> StepForm.of(definition.id(), act)));
  }

  public boolean can(String type) {
    return forms.containsKey(type);
  }

  /** The form of an act that {@link #can} be done. */
  public StepForm form(String type) {
    StepForm form = forms.get(type);
    if (form == null) throw new IllegalArgumentException("not now: " + type);
    return form;
  }

  public boolean looked() {
    return !state.equals("RAISED");
  }

  public boolean heardOrSearched() {
    return state.equals("HEARD") || state.equals("SEARCHED") || found();
  }

  public boolean found() {
    return FOUND.contains(state);
  }

  public boolean closed() {
    return state.equals("CLOSED") || state.equals("CLOSED_NO_GOOD_REASON") || dropped();
  }

  /** Whether it ended without a finding, so that no step of the law is left to be taken. */
  public boolean dropped() {
    return state.equals("WITHDRAWN") || state.equals("CLOSED_WITHOUT_OBJECT");
  }

  public boolean adverse() {
    return state.equals("FOUND_NO_GOOD_REASON") || state.equals("CLOSED_NO_GOOD_REASON");
  }

  /** The state of each step as the look draws it. */
  public String look() {
    return looked() ? "done" : "now";
  }

  public String hear() {
    return heardOrSearched() ? "done" : looked() ? "now" : "shut";
  }

  public String find() {
    return found() ? "done" : heardOrSearched() ? "now" : "shut";
  }

  public String follow() {
    return found() ? "now" : "shut";
  }

  /** The findings that can be made now, in the order in which they are offered. */
  public List<String> findings() {
    return List.of("FoundError", "FoundGoodReason", "FoundNoGoodReason");
  }
}
