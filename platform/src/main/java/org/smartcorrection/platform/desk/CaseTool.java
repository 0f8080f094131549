package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Set;
import org.smartcorrection.platform.organisation.Role;

/**
 * A page about one person that lies beside the acts, and to which the case page leads.
 *
 * @param name names its words in the bundle, {@code desk.case.tool.…}
 * @param path below the case's own
 */
record CaseTool(String name, String icon, String path, Set<Role> who) {
  private static final Set<Role> OFFICER = Set.of(Role.AGENCY_OFFICER);
  private static final Set<Role> CLOSE_BY = Set.of(Role.AGENCY_OFFICER, Role.JUDICIAL_OFFICE);
  private static final Set<Role> ALL =
      Set.of(Role.AGENCY_OFFICER, Role.JUDICIAL_OFFICE, Role.BUREAU_HEAD, Role.CITY_AGENCY);

  private static final List<CaseTool> TOOLS =
      List.of(
          new CaseTool("area", "map", "area", ALL),
          new CaseTool("devices", "pin", "devices", OFFICER),
          new CaseTool("check-in", "tick", "check-in", CLOSE_BY),
          new CaseTool("leave", "send", "leave/new", CLOSE_BY),
          new CaseTool("pin", "key", "pin", CLOSE_BY));

  CaseTool {
    who = Set.copyOf(who);
  }

  /** Those that a role may open. */
  static List<CaseTool> of(Role role) {
    return TOOLS.stream().filter(tool -> tool.who().contains(role)).toList();
  }
}
