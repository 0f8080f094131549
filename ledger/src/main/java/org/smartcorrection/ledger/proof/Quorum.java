package org.smartcorrection.ledger.proof;

import java.util.List;
import java.util.Set;

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
