package org.smartcorrection.platform.my;

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

/** The tabs of the person's own pages. */
@Component
class MyNavigation implements NavigationSource {
  private static final Navigation TABS =
      new Navigation(
          List.of(
              new Item("today", "/my", Text.of("my.tab.today"), "home", 1),
              new Item("apply", "/my/leave", Text.of("my.tab.apply"), "send", 2),
              new Item("data", "/my/data", Text.of("my.tab.data"), "eye", 3),
              new Item("help", "/my/help", Text.of("my.tab.help"), "ear", 4)));

  @Override
  public Navigation navigation(HttpServletRequest request, Visitor visitor) {
    boolean own = Present.find().filter(actor -> actor.role() == Role.SUBJECT).isPresent();
    return own ? TABS : Navigation.none();
  }
}
