package org.smartcorrection.platform.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;
import org.springframework.stereotype.Component;

/** Who has to do with a case, and in which capacity. */
@Component
class Responsible {
  private final Agencies agencies;
  private final OfficerOptions officers;

  Responsible(Agencies agencies, OfficerOptions officers) {
    this.agencies = agencies;
    this.officers = officers;
  }

  List<Line> of(Case in, Summary summary, List<Act> history, Locale locale) {
    Agency custody = agencies.get(in.agency());
    var lines = new ArrayList<Line>();
    lines.add(line(custody.name(locale), Text.of("desk.responsible.agency")));
    if (summary.office() != null)
      lines.add(
          line(agencies.get(summary.office()).name(locale), Text.of("desk.responsible.office")));
    if (summary.officer() != null)
      lines.add(
          new Line(officers.named(summary.officer(), locale), Text.of("desk.responsible.officer")));
    last(history, "GroupFormed")
        .flatMap(act -> act.facts().count("membersInGroup"))
        .ifPresent(
            members ->
                lines.add(
                    new Line(
                        Text.of("desk.responsible.group"),
                        Text.of("desk.responsible.members", members))));
    last(history, "ReferralReceived")
        .map(act -> agencies.get(act.agency()))
        .filter(agency -> agency.kind() == AgencyKind.COURT)
        .ifPresent(court -> lines.add(line(court.name(locale), Text.of("desk.responsible.court"))));
    agencies.ofKind(AgencyKind.PROCURATORATE).stream()
        .filter(agency -> agency.shortCode().equals(custody.shortCode()))
        .forEach(
            agency -> lines.add(line(agency.name(locale), Text.of("desk.responsible.prosecutor"))));
    return lines;
  }

  private static Optional<Act> last(List<Act> history, String type) {
    return history.stream().filter(act -> act.type().equals(type)).reduce((_, later) -> later);
  }

  private static Line line(String name, Text capacity) {
    return new Line(Text.literal(name), capacity);
  }
}
