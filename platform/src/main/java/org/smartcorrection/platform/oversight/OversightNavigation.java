package org.smartcorrection.platform.oversight;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Navigation;
import org.smartcorrection.platform.shell.Navigation.Item;
import org.smartcorrection.platform.shell.NavigationSource;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.shell.Visitor;
import org.springframework.stereotype.Component;

/** The prosecutor's ways, and the agency's one way to the opinions it has to answer. */
@Component
class OversightNavigation implements NavigationSource {
  private static final String WAITING_FOR_REPLY = "OPEN";
  private static final String WAITING_FOR_US = "WITH_PROCURATORATE";

  private final Questions questions;
  private final Matters matters;
  private final Jurisdiction jurisdiction;

  OversightNavigation(Questions questions, Matters matters, Jurisdiction jurisdiction) {
    this.questions = questions;
    this.matters = matters;
    this.jurisdiction = jurisdiction;
  }

  @Override
  public Navigation navigation(HttpServletRequest request, Visitor visitor) {
    return Present.find().map(this::of).orElseGet(Navigation::none);
  }

  private Navigation of(Actor actor) {
    return switch (actor.role()) {
      case PROSECUTOR -> prosecutor(actor);
      case AGENCY_OFFICER, BUREAU_HEAD -> agency(actor);
      case JUDICIAL_OFFICE,
          CITY_AGENCY,
          COURT,
          HOST_AGENCY,
          SUBJECT,
          AUDITOR,
          ADMINISTRATOR,
          SYSTEM ->
          Navigation.none();
    };
  }

  private Navigation prosecutor(Actor actor) {
    int asked = questions.count(actor);
    int complaints = matters.open(Matters.COMPLAINT, actor.agency().id(), WAITING_FOR_US);
    return new Navigation(
        List.of(
            item("questions", "/oversight", "eye", 10, asked, asked > 0),
            item("cases", "/oversight/cases", "people", 20, 0, false),
            item("opinions", "/oversight/opinions", "doc", 30, 0, false),
            item("complaints", "/oversight/complaints", "inbox", 40, complaints, false),
            item("numbers", "/oversight/numbers", "book", 50, 0, false)));
  }

  private Navigation agency(Actor actor) {
    AgencyId custody = jurisdiction.custody(actor);
    int owed = matters.open(Matters.OPINION, custody, WAITING_FOR_REPLY);
    return new Navigation(List.of(item("replies", "/console/opinions", "doc", 80, owed, false)));
  }

  private static Item item(
      String section, String href, String icon, int rank, int count, boolean pressing) {
    return new Item(
        section, href, Text.of("oversight.nav." + section), icon, rank, count, pressing);
  }
}
