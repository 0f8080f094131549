package org.smartcorrection.platform.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.committee.Item;
import org.smartcorrection.platform.documents.Document;

/** Electronic positioning as it was proposed to the head of the bureau, with its evidence. */
record Proposal(
    Who who,
    Running run,
    String ground,
    List<Document> evidence,
    CommitteeSays.@Nullable Said counsel) {

  public String statement() {
    return run.facts().said("statement");
  }

  public int months() {
    return run.facts().count("months").orElse(0);
  }

  public String approve() {
    return act("PositioningApproved");
  }

  public String refuse() {
    return act("PositioningRefused");
  }

  /** To the form that puts it before the committee. */
  public String deliberate() {
    return who.href()
        + "/acts/committee/ItemPutOnAgenda?matter="
        + Item.choice("PositioningApproved", run.id());
  }

  private String act(String type) {
    return who.href() + "/acts/positioning/" + type + "?instance=" + run.id();
  }
}
