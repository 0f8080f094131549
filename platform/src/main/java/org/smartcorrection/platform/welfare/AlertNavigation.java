package org.smartcorrection.platform.welfare;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.shell.Navigation;
import org.smartcorrection.platform.shell.NavigationSource;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.shell.Visitor;
import org.springframework.stereotype.Component;

/** The way to the welfare alerts, with how many are open that the actor may see. */
@Component
class AlertNavigation implements NavigationSource {
  private static final int MOST = 100;

  private final AlertAccess access;

  AlertNavigation(AlertAccess access) {
    this.access = access;
  }

  @Override
  public Navigation navigation(HttpServletRequest request, Visitor visitor) {
    return Present.find()
        .filter(
            actor -> actor.role() == Role.AGENCY_OFFICER || actor.role() == Role.JUDICIAL_OFFICE)
        .map(actor -> new Navigation(List.of(item(actor))))
        .orElseGet(Navigation::none);
  }

  private Navigation.Item item(Actor actor) {
    int open = access.page(actor, true, null, MOST).rows().size();
    return new Navigation.Item(
        "welfare", "/console/welfare", Text.of("welfare.title"), "ear", 4, open, open > 0);
  }
}
