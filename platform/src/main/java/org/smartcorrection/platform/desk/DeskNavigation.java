package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Copies;
import org.smartcorrection.platform.casework.StatuteClock;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Navigation;
import org.smartcorrection.platform.shell.NavigationSource;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.shell.Visitor;
import org.springframework.stereotype.Component;

/** Where those who supervise, and the court, find their work. */
@Component
class DeskNavigation implements NavigationSource {
  private final StatuteClock statute;
  private final Copies copies;
  private final Jurisdiction jurisdiction;
  private final Clock clock;

  DeskNavigation(StatuteClock statute, Copies copies, Jurisdiction jurisdiction, Clock clock) {
    this.statute = statute;
    this.copies = copies;
    this.jurisdiction = jurisdiction;
    this.clock = clock;
  }

  @Override
  public Navigation navigation(HttpServletRequest request, Visitor visitor) {
    return new Navigation(Present.find().map(this::items).orElse(List.of()));
  }

  private List<Navigation.Item> items(Actor actor) {
    return switch (actor.role()) {
      case JUDICIAL_OFFICE, CITY_AGENCY -> common(actor);
      case AGENCY_OFFICER ->
          Stream.concat(common(actor).stream(), Stream.of(copies(actor))).toList();
      case BUREAU_HEAD ->
          Stream.concat(
                  common(actor).stream(),
                  Stream.of(item("approvals", ApprovalsPage.PATH, "tick", 2), copies(actor)))
              .toList();
      case COURT ->
          List.of(
              item("referrals", "/court", "doc", 1),
              item("refer", "/court/referrals/new", "send", 2),
              item("commission", "/court/assessments/new", "find", 3),
              law(),
              post());
      case PROSECUTOR -> List.of(law(), post());
      case HOST_AGENCY, SUBJECT, AUDITOR, ADMINISTRATOR, SYSTEM -> List.of();
    };
  }

  private List<Navigation.Item> common(Actor actor) {
    return List.of(
        item("today", "/console", "home", 1),
        item("people", "/console/people", "people", 2),
        statuteClock(actor),
        item("applications", "/console/applications", "send", 4),
        law(),
        post());
  }

  /** What the post may and must. */
  private static Navigation.Item post() {
    return item("post", "/posts", "key", 95);
  }

  private static Navigation.Item law() {
    return item("law", "/law", "book", 9);
  }

  /** With what is overdue: what officers fear is a missed date. */
  private Navigation.Item statuteClock(Actor actor) {
    var asked = StatuteClock.Asked.all(jurisdiction.custody(actor), Jurisdiction.office(actor));
    int overdue = statute.overdue(asked, clock.instant(), Navigation.Item.MOST);
    return new Navigation.Item(
        "clock", ClockFilter.PATH, Text.of("desk.nav.clock"), "clock", 3, overdue, overdue > 0);
  }

  /** With what waits to be sent; red when some of it is overdue. */
  private Navigation.Item copies(Actor actor) {
    Copies.Tally tally = copies.tally(jurisdiction.custody(actor), clock.instant());
    return new Navigation.Item(
        "copies",
        CopiesPage.PATH,
        Text.of("desk.nav.copies"),
        "doc",
        6,
        tally.toSend(),
        tally.overdue() > 0);
  }

  private static Navigation.Item item(String section, String href, String icon, int rank) {
    return new Navigation.Item(section, href, Text.of("desk.nav." + section), icon, rank);
  }
}
