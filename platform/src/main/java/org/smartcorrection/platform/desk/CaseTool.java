package org.smartcorrection.platform.desk;

import java.util.List;
import org.smartcorrection.platform.access.Matrix;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.Actor;

/**
 * A page about one person that lies beside the acts, and to which the case page leads.
 *
 * @param name names its words in the bundle, {@code desk.case.tool.…}
 * @param path below the case's own
 */
record CaseTool(String name, String icon, String path) {
  private static final List<CaseTool> TOOLS =
      List.of(
          new CaseTool("file", "doc", "file"),
          new CaseTool("person", "people", "person"),
          new CaseTool("responsible", "people", "responsible"),
          new CaseTool("restriction", "lock", "restriction"),
          new CaseTool("area", "map", "area"),
          new CaseTool("track", "clock", "track"),
          new CaseTool("devices", "pin", "devices"),
          new CaseTool("points", "pin", "points"),
          new CaseTool("health", "ear", "health"),
          new CaseTool("check-in", "tick", "check-in"),
          new CaseTool("leave", "send", "leave/new"),
          new CaseTool("applications", "inbox", "applications"),
          new CaseTool("pin", "key", "pin"));

  /** Those that somebody may open, as the matrix of rights says. */
  static List<CaseTool> of(CaseId id, Actor actor, Matrix matrix) {
    return TOOLS.stream()
        .filter(
            tool ->
                matrix
                    .line("GET", "/console/cases/" + id + "/" + tool.path())
                    .filter(line -> line.allows(actor))
                    .isPresent())
        .toList();
  }
}
