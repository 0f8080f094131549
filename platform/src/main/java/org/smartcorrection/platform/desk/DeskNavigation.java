package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.shell.Navigation;
import org.smartcorrection.platform.shell.NavigationSource;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.shell.Visitor;
import org.springframework.stereotype.Component;

/** Where those who supervise, and the court, find their work. */
@Component
class DeskNavigation implements NavigationSource {
  @Override
  public Navigation navigation(HttpServletRequest request, Visitor visitor) {
    Optional<Role> role = Present.find().map(actor -> actor.role());
    return new Navigation(role.map(DeskNavigation::items).orElse(List.of()));
  }

  private static List<Navigation.Item> items(Role role) {
    return switch (role) {
      case AGENCY_OFFICER, JUDICIAL_OFFICE, CITY_AGENCY -> common();
      case BUREAU_HEAD ->
          Stream.concat(
                  common().stream(), Stream.of(item("approvals", "/console/approvals", "tick", 5)))
              .toList();
      case COURT ->
          List.of(
              item("referrals", "/court", "doc", 1),
              item("refer", "/court/referrals/new", "send", 2),
              law());
      case PROSECUTOR -> List.of(law());
      case SUBJECT, AUDITOR, ADMINISTRATOR, SYSTEM -> List.of();
    };
  }

  private static List<Navigation.Item> common() {
    return List.of(
        item("today", "/console", "home", 1),
        item("people", "/console/people", "people", 2),
        item("applications", "/console/applications", "send", 4),
        law());
  }

  private static Navigation.Item law() {
    return item("law", "/law", "book", 9);
  }

  private static Navigation.Item item(String section, String href, String icon, int rank) {
    return new Navigation.Item(section, href, Text.of("desk.nav." + section), icon, rank);
  }
}
