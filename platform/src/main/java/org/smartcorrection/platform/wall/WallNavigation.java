package org.smartcorrection.platform.wall;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.shell.Navigation;
import org.smartcorrection.platform.shell.NavigationSource;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.shell.Visitor;
import org.springframework.stereotype.Component;

/** The way to the screen, for those who supervise. */
@Component
class WallNavigation implements NavigationSource {
  @Override
  public Navigation navigation(HttpServletRequest request, Visitor visitor) {
    boolean supervises = Present.find().filter(actor -> actor.role().supervises()).isPresent();
    return supervises
        ? new Navigation(
            List.of(new Navigation.Item("wall", "/wall", Text.of("wall.title"), "map", 90)))
        : Navigation.none();
  }
}
