package org.smartcorrection.platform.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.smartcorrection.platform.casework.FactText;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.committee.Committee;
import org.smartcorrection.platform.committee.Committees;
import org.smartcorrection.platform.committee.Item;
import org.smartcorrection.platform.committee.Matters;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.springframework.stereotype.Component;

/** What can be chosen where a matter is put before the committee (rule H11). */
@Component
class CommitteeOptions {
  private static final int MEETINGS = 20;

  private final Committees committees;
  private final Matters matters;
  private final Instances instances;

  CommitteeOptions(Committees committees, Matters matters, Instances instances) {
    this.committees = committees;
    this.matters = matters;
    this.instances = instances;
  }

  /** The choices by fact: none where there is no committee. */
  Map<String, List<Option>> of(OpenedCase opened, Locale locale) {
    return Map.of("matter", matters(opened), "meeting", meetings(opened.in().agency(), locale));
  }

  private List<Option> matters(OpenedCase opened) {
    Optional<Committee> committee = committees.of(opened.in().agency());
    if (committee.isEmpty()) return List.of();
    List<Running> runs = instances.ofCase(opened.in().id());
    var options = new ArrayList<Option>();
    for (Matters.Matter matter : matters.of(committee.get())) {
      for (Running run : runs)
        if (!run.closed() && matter.fits(run))
          options.add(
              new Option(
                  Item.choice(matter.type(), run.id()),
                  Text.of(
                      "desk.committee.matter",
                      Text.of("act." + matter.type()),
                      Text.of("state." + run.procedure() + "." + run.state()))));
      if (matter.opens())
        options.add(new Option(Item.choice(matter.type(), null), Text.of("act." + matter.type())));
    }
    return options;
  }

  private List<Option> meetings(AgencyId agency, Locale locale) {
    return committees.meetings(agency, MEETINGS).stream()
        .map(
            meeting ->
                new Option(
                    meeting.id().toString(),
                    Text.of(
                        "desk.committee.meeting.at",
                        FactText.moment(meeting.opensAt(), locale),
                        meeting.place())))
        .toList();
  }
}
