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

/** The way to what is kept and what was deleted, for those who answer for it. */
@Component
class RetentionNavigation implements NavigationSource {
  private static final Navigation WAY =
      new Navigation(
          List.of(
              new Navigation.Item(
                  "retention",
                  RetentionPages.PATH,
                  Text.of("tracking.nav.retention"),
                  "lock",
                  93)));

  @Override
  public Navigation navigation(HttpServletRequest request, Visitor visitor) {
    return Present.find()
            .filter(actor -> actor.role().supervises() || actor.role() == Role.ADMINISTRATOR)
            .isPresent()
        ? WAY
        : Navigation.none();
  }
}
