package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Standing;
import org.smartcorrection.platform.casework.StatuteClock;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.DeadlineSpec;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Family;
import org.smartcorrection.procedure.act.Role;
import org.smartcorrection.procedure.chart.Wording;

/**
 * The list of powers and duties of a post (权责清单), read from the procedures: nobody keeps it, so it
 * cannot differ from what the platform really allows and demands.
 *
 * @param may by what the procedures are for
 * @param must what the post owes, the most overdue first
 */
record Duties(Map<Family, List<Power>> may, List<Owed> must) {

  /**
   * One procedure in which the post acts.
   *
   * @param charged whether the agency charged this post with it
   * @param others the titles of the other posts that are charged with it
   */
  record Power(String procedure, List<Allowed> acts, boolean charged, List<String> others) {}

  /**
   * One act.
   *
   * @param alone nobody else may: it is reserved to this kind of post
   * @param also who else may
   */
  record Allowed(String type, boolean alone, List<Role> also, List<Basis> bases) {}

  /**
   * One deadline that is a duty of the post.
   *
   * @param starts the acts that open it
   * @param count how much of it is open in the reader's cases
   */
  record Owed(
      String procedure,
      String id,
      String amount,
      List<String> starts,
      Basis basis,
      StatuteClock.Count count) {
    public String label() {
      return "deadline." + procedure + "." + id;
    }
  }

  /** The duties of which something is open now. */
  public List<Owed> open() {
    return must.stream().filter(owed -> owed.count().open() > 0).toList();
  }

  /** The others. */
  public List<Owed> idle() {
    return must.stream().filter(owed -> owed.count().open() == 0).toList();
  }

  /** How many acts the law allows the post. */
  public int acts() {
    return may.values().stream().flatMap(List::stream).mapToInt(power -> power.acts().size()).sum();
  }

  /**
   * Reads the list.
   *
   * @param deputy without what is reserved to the head
   */
  static Duties of(
      Role role,
      boolean deputy,
      List<Definition> inForce,
      Law law,
      Wording wording,
      Set<String> charged,
      Map<String, List<String>> others,
      Map<String, StatuteClock.Count> counts) {
    Map<Family, List<Power>> may =
        inForce.stream()
            .filter(
                definition -> definition.acts().stream().anyMatch(act -> may(act, role, deputy)))
            .collect(
                Collectors.groupingBy(
                    Definition::family,
                    TreeMap::new,
                    Collectors.mapping(
                        definition ->
                            new Power(
                                definition.id(),
                                allowed(definition, role, deputy, law, wording.locale()),
                                charged.contains(definition.id()),
                                others.getOrDefault(definition.id(), List.of())),
                        Collectors.toList())));
    List<Owed> must =
        inForce.stream()
            .flatMap(
                definition ->
                    definition.deadlines().stream()
                        .filter(due -> must(due, definition, role, deputy))
                        .map(due -> owed(definition, due, law, wording, counts)))
            .sorted(
                (one, other) -> {
                  int late = Integer.compare(other.count().overdue(), one.count().overdue());
                  return late != 0
                      ? late
                      : Integer.compare(other.count().open(), one.count().open());
                })
            .toList();
    return new Duties(may, must);
  }

  private static boolean may(Act act, Role role, boolean deputy) {
    return act.who().contains(role) && !(deputy && Standing.reserved(act));
  }

  /** A deputy does not owe a decision that is the head's. */
  private static boolean must(DeadlineSpec due, Definition definition, Role role, boolean deputy) {
    if (due.owner() != role) return false;
    return !deputy
        || due.metBy().stream()
            .flatMap(meeting -> definition.act(meeting.act()).stream())
            .noneMatch(Standing::reserved);
  }

  private static List<Allowed> allowed(
      Definition definition, Role role, boolean deputy, Law law, Locale locale) {
    return definition.acts().stream()
        .filter(act -> may(act, role, deputy))
        .map(
            act ->
                new Allowed(
                    act.type(),
                    act.who().size() == 1,
                    act.who().stream().filter(other -> other != role).sorted().toList(),
                    ProcedureView.citations(act.rules(), law, locale)))
        .toList();
  }

  private static Owed owed(
      Definition definition,
      DeadlineSpec due,
      Law law,
      Wording wording,
      Map<String, StatuteClock.Count> counts) {
    return new Owed(
        definition.id(),
        due.id(),
        wording.amount(due),
        due.starts().stream().map(DeadlineSpec.Starting::act).distinct().toList(),
        Basis.of(due.rule(), law, wording.locale()),
        counts.getOrDefault(definition.id() + "." + due.id(), StatuteClock.Count.NONE));
  }
}
