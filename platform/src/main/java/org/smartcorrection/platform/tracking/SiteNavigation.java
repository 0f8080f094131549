package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.shell.Navigation;
import org.smartcorrection.platform.shell.NavigationSource;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.shell.Visitor;
import org.springframework.stereotype.Component;

/** The ways to what the site's administrator sets up for positions: ports, borders, the map. */
@Component
class SiteNavigation implements NavigationSource {
  private static final Navigation WAYS =
      new Navigation(
          List.of(
              item("lines", LinePages.PATH, "device", 94),
              item("boundaries", BoundaryPages.PATH, "map", 95),
              item("map", MapLayerPages.PATH, "map", 96)));

  private static Navigation.Item item(String section, String path, String icon, int rank) {
    return new Navigation.Item(section, path, Text.of("tracking.nav." + section), icon, rank);
  }

  @Override
  public Navigation navigation(HttpServletRequest request, Visitor visitor) {
    return Present.find().filter(actor -> actor.role() == Role.ADMINISTRATOR).isPresent()
        ? WAYS
        : Navigation.none();
  }
}
