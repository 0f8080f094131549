package org.smartcorrection.procedure.act;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smartcorrection.procedure.LegalCalendar;

/**
 * What somebody wants to do.
 *
 * @param occurredAt when it happened or happens; recording may come later, never before
 * @param documents names of the attached documents
 * @param override the written reason to go against a warning
 * @param restsOn the instance of another procedure that carries it
 */
public record ActProposal(
    String type,
    Role role,
    Instant occurredAt,
    Map<String, Fact> facts,
    Set<String> documents,
    Optional<String> override,
    Optional<Instance> restsOn) {

  public ActProposal {
    facts = Map.copyOf(facts);
    documents = Set.copyOf(documents);
    override = override.filter(reason -> !reason.isBlank());
  }

  /** A proposal with nothing attached. */
  public static ActProposal of(String type, Role role, Instant occurredAt) {
    return new ActProposal(
        type, role, occurredAt, Map.of(), Set.of(), Optional.empty(), Optional.empty());
  }

  public ActProposal with(String fact, Fact value) {
    var more = new HashMap<>(facts);
    more.put(fact, value);
    return new ActProposal(type, role, occurredAt, more, documents, override, restsOn);
  }

  public ActProposal with(Map<String, Fact> values) {
    var more = new HashMap<>(facts);
    more.putAll(values);
    return new ActProposal(type, role, occurredAt, more, documents, override, restsOn);
  }

  public ActProposal withDocuments(Set<String> names) {
    return new ActProposal(type, role, occurredAt, facts, names, override, restsOn);
  }

  /** With the written reason that overrides a warning. */
  public ActProposal because(String reason) {
    return new ActProposal(type, role, occurredAt, facts, documents, Optional.of(reason), restsOn);
  }

  public ActProposal restingOn(Instance other) {
    return new ActProposal(type, role, occurredAt, facts, documents, override, Optional.of(other));
  }

  /** The legal day on which it happens. */
  public LocalDate day() {
    return LegalCalendar.legalDay(occurredAt);
  }
}
