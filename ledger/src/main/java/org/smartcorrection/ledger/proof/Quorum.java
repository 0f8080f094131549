package org.smartcorrection.ledger.proof;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which cosigners together make a checkpoint count (C2SP tlog-policy). */
public sealed interface Quorum {
  /** No cosignature is needed. */
  record None() implements Quorum {}

  /** This cosigner, by its name in the policy. */
  record Witness(String name) implements Quorum {}

  /** At least {@code needed} of the members. */
  record Group(int needed, List<Quorum> members) implements Quorum {
    public Group {
      members = List.copyOf(members);
      if (needed < 1 || needed > members.size()) {
        throw new IllegalArgumentException("a group needs 1 to all of its members");
      }
    }
  }

  /** Who is asked, by their names in the policy. */
  default Set<String> names() {
    return switch (this) {
      case None() -> Set.of();
      case Witness(var name) -> Set.of(name);
      case Group(_, var members) ->
          members.stream()
              .flatMap(member -> member.names().stream())
              .collect(Collectors.toUnmodifiableSet());
    };
  }

  /**
   * Who is counted, each with the names of its keys: of several names of one cosigner, as there are
   * where it changed its key, any is enough.
   */
  default List<Set<String>> seats() {
    return switch (this) {
      case None() -> List.of();
      case Witness(var name) -> List.of(Set.of(name));
      case Group(_, var members) -> members.stream().map(Quorum::names).toList();
    };
  }

  /** Whether these cosigners are enough. */
  default boolean isMetBy(Set<String> cosigners) {
    return switch (this) {
      case None() -> true;
      case Witness(var name) -> cosigners.contains(name);
      case Group(var needed, var members) ->
          members.stream().filter(member -> member.isMetBy(cosigners)).count() >= needed;
    };
  }
}
