package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Set;
import org.smartcorrection.platform.access.Matrix;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.Actor;

/**
 * Everything of the platform that answers a reader with a page or a file, read from the matrix of
 * rights: a new page is in it by itself, so that no test has to remember it.
 */
final class Outlets {
  /** The stream of what is new never ends, and carries topics alone. */
  private static final Set<String> ENDLESS = Set.of("/live");

  private Outlets() {}

  /** All that an actor may open without naming a case. */
  static List<String> of(Actor actor) {
    return paths(actor).stream()
        .filter(path -> !path.contains("{") && !ENDLESS.contains(path) && !path.contains("/api/"))
        .toList();
  }

  /** All that an actor may open of one case. */
  static List<String> of(Actor actor, CaseId id) {
    return paths(actor).stream()
        .filter(path -> path.matches("/(console|oversight)/cases/\\{id\\}[a-z/-]*"))
        .map(path -> path.replace("{id}", id.toString()))
        .toList();
  }

  private static List<String> paths(Actor actor) {
    return Matrix.load().lines().stream()
        .filter(line -> line.method().equals("GET") && !line.anybody() && line.allows(actor))
        .map(line -> line.path().getPatternString())
        .toList();
  }
}
