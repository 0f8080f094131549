package org.smartcorrection.platform.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.shell.Navigation;
import org.smartcorrection.platform.shell.Navigation.Item;
import org.smartcorrection.platform.shell.NavigationSource;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.shell.Visitor;
import org.springframework.stereotype.Component;

/** The administrator's two ways, and the auditor's. */
@Component
class AdminNavigation implements NavigationSource {
  @Override
  public Navigation navigation(HttpServletRequest request, Visitor visitor) {
    return Present.find()
        .map(actor -> new Navigation(items(actor.role())))
        .orElseGet(Navigation::none);
  }

  private static List<Item> items(Role role) {
    return switch (role) {
      case ADMINISTRATOR ->
          List.of(
              new Item("organisation", "/admin", Text.of("admin.organisation"), "people", 10),
              new Item("tree", "/admin/organisation", Text.of("admin.tree"), "pin", 20));
      case AUDITOR ->
          List.of(
              new Item("trail", "/admin/trail", Text.of("admin.trail"), "eye", 10),
              new Item("ledger", "/admin/ledger", Text.of("admin.ledger"), "lock", 20));
      case COURT,
          AGENCY_OFFICER,
          JUDICIAL_OFFICE,
          BUREAU_HEAD,
          CITY_AGENCY,
          PROSECUTOR,
          HOST_AGENCY,
          SUBJECT,
          SYSTEM ->
          List.of();
    };
  }
}
