package org.smartcorrection.node.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;

/**
 * Who cosigns the log of an origin. A line of a text: {@code origin <origin> <needed> <member>...}.
 *
 * @param needed how many of the members make a head final
 */
record Group(String origin, int needed, List<String> members) {
  Group {
    members = List.copyOf(members);
  }

  static List<Group> parse(String text) throws MalformedException {
    var groups = new ArrayList<Group>();
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) continue;
      List<String> parts = List.of(line.strip().split(" +", -1));
      if (parts.size() < 4 || !parts.getFirst().equals("origin")) {
        throw new MalformedException("a line is: origin <origin> <needed> <member>...");
      }
      List<String> members = parts.subList(3, parts.size());
      long needed = Strict.decimal(parts.get(2));
      if (needed < 1 || needed > members.size()) {
        throw new MalformedException(parts.get(1) + " needs 1 to all of its members");
      }
      if (new HashSet<>(members).size() != members.size()) {
        throw new MalformedException(parts.get(1) + " has a member twice");
      }
      groups.add(new Group(parts.get(1), (int) needed, members));
    }
    if (groups.isEmpty()) throw new MalformedException("it names no origin");
    return groups;
  }

  /** With this many members who sign two stories, the log can still not be forked. */
  int safeAgainst() {
    return Math.max(0, 2 * needed - members.size() - 1);
  }

  /** With this many members away, heads still become final. */
  int liveWithout() {
    return members.size() - needed;
  }
}
