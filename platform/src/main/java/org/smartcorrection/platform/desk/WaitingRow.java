package org.smartcorrection.platform.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.HeadsMatters;
import org.smartcorrection.platform.committee.Item;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.shell.Text;

/**
 * What waits for the head of the bureau, with what it rests on.
 *
 * @param days how long it has waited, in whole days
 * @param said what was stated when it was proposed
 * @param counsel what the committee said of it
 * @param wanted the act about which the committee is to be heard and has not been; {@code null}
 *     where it has, where it is on an agenda, or where the committee is not asked
 */
record WaitingRow(
    Who who,
    HeadsMatters.Waiting waiting,
    Left left,
    Basis basis,
    int days,
    List<Text> said,
    List<Document> evidence,
    List<Step> steps,
    CommitteeSays.@Nullable Said counsel,
    @Nullable String wanted) {

  /** What the head can do, and where. */
  record Step(Text label, String href) {}

  /** How the matter is chosen where an agenda is made. */
  public String choice() {
    return wanted == null ? "" : Item.choice(wanted, waiting.due().instance());
  }

  /** To the form that puts it before the committee. */
  public String deliberate() {
    return who.href() + "/acts/committee/ItemPutOnAgenda?matter=" + choice();
  }
}
