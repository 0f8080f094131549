package org.smartcorrection.platform.desk;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.committee.Advice;
import org.smartcorrection.platform.committee.Item;
import org.smartcorrection.platform.committee.Tally;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.shell.Text;
import org.springframework.stereotype.Component;

/** What the committee said, beside the form of the act that it was asked about (rule H11). */
@Component
class CommitteeSays {
  private final Advice advice;
  private final Acts acts;

  CommitteeSays(Advice advice, Acts acts) {
    this.advice = advice;
    this.acts = acts;
  }

  /**
   * Its result.
   *
   * @param href the page of the meeting
   */
  record Said(Text text, String href) {}

  /** Empty when it was not asked, has not closed, or the act followed already. */
  Optional<Said> of(CaseId in, String type, @Nullable Running run) {
    return advice.given(in, type, run == null ? null : run.id()).map(this::said);
  }

  private Said said(Item item) {
    Tally tally = Tally.of(acts.ofInstance(item.run()));
    boolean carried = Objects.requireNonNullElse(item.carried(), false);
    return new Said(
        Text.of(
            "desk.committee.says",
            Text.of(carried ? "choice.CARRIED" : "choice.NOT_CARRIED"),
            tally.count("FOR"),
            tally.count("AGAINST"),
            tally.count("ABSTAIN")),
        CommitteePages.PATH + "/meetings/" + item.meeting() + "#item-" + item.run());
  }
}
