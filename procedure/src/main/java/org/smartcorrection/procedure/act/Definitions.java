package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.procedure.LawFiles;
import org.smartcorrection.procedure.Rules;

/** The procedures that are known, in every version. */
public final class Definitions {

  private static final List<String> PUBLISHED =
      List.of(
          "reception",
          "positioning",
          "alarm",
          "measure",
          "leave",
          "checkin",
          "change",
          "opinion",
          "complaint",
          "release",
          "area",
          "forbidden",
          "protection",
          "presence",
          "deadzone",
          "assessment",
          "lostcontact",
          "regulartravel",
          "relocation",
          "contact",
          "place",
          "praise",
          "warning",
          "police",
          "revocation",
          "recall",
          "commutation",
          "detention",
          "emergency",
          "health",
          "visit",
          "verification",
          "level",
          "entrustment",
          "groupchange",
          "minor",
          "sealing",
          "delivery",
          "takeover",
          "support",
          "responsibility",
          "committee",
          "duplicate",
          "restriction",
          "welfare");

  private final List<Definition> all;

  private Definitions(List<Definition> all) {
    this.all = all;
  }

  /** The procedures that come with this library. */
  public static Definitions published() {
    return of(
        PUBLISHED.stream()
            .map(id -> LawFiles.read("procedures/" + id + ".json", Definition.class))
            .toList());
  }

  /**
   * Procedures of one's own choice.
   *
   * @throws IllegalArgumentException when one comes twice in the same version
   */
  public static Definitions of(Collection<Definition> definitions) {
    var seen = new HashSet<String>();
    for (Definition definition : definitions) {
      if (!seen.add(definition.id() + " " + definition.version())) {
        throw new IllegalArgumentException(
            "two definitions of " + definition.id() + " " + definition.version());
      }
    }
    return new Definitions(List.copyOf(definitions));
  }

  public List<Definition> all() {
    return all;
  }

  /** The definition of that version, when it is known. */
  public Optional<Definition> find(String id, int version) {
    return all.stream()
        .filter(definition -> definition.id().equals(id) && definition.version() == version)
        .findFirst();
  }

  /**
   * The definition that an instance began with.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Definition get(String id, int version) {
    return find(id, version)
        .orElseThrow(() -> new IllegalArgumentException("no procedure " + id + " " + version));
  }

  /** The definition with which an instance begins on that legal day. */
  public Optional<Definition> newest(String id, LocalDate day) {
    return all.stream()
        .filter(definition -> definition.id().equals(id))
        .filter(definition -> !definition.validFrom().isAfter(day))
        .max(Comparator.comparingInt(Definition::version));
  }

  /**
   * The instance before its first act.
   *
   * @throws IllegalArgumentException when no version is in force on that day
   */
  public Instance begin(String id, LocalDate day) {
    return newest(id, day)
        .orElseThrow(() -> new IllegalArgumentException("no procedure " + id + " on " + day))
        .begin();
  }

  /** What is wrong with one of them, among these. */
  public List<Flaw> check(Definition one, Rules rules) {
    return new Linter(one, this, rules).flaws();
  }

  /** What is wrong with them; none may be published while this is not empty. */
  public List<Flaw> check(Rules rules) {
    return all.stream().flatMap(definition -> check(definition, rules).stream()).toList();
  }
}
