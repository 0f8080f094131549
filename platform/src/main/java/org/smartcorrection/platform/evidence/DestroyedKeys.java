package org.smartcorrection.platform.evidence;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.HouseAct;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;
import org.springframework.stereotype.Component;

/** Tells that keys of people were destroyed, and where that stands on the ledger. */
@Component
public class DestroyedKeys {
  private static final String BROUGHT_BY = "UnverifiedDeleted";
  private final Shredding shredding;
  private final KeyActs acts;
  private final SealAgencyActs sealed;

  DestroyedKeys(Shredding shredding, KeyActs acts, SealAgencyActs sealed) {
    this.shredding = shredding;
    this.acts = acts;
    this.sealed = sealed;
  }

  /**
   * A destruction.
   *
   * @param keys how many, in words
   */
  public record Row(HouseAct act, Text keys, Receipt receipt) {}

  /** The latest of an agency. */
  public List<Row> of(AgencyId agency, int most) {
    List<HouseAct> all = acts.ofPeople(agency, most);
    Map<ActId, Receipt> receipts = sealed.receipts(all);
    return all.stream()
        .map(
            act ->
                new Row(
                    act,
                    Text.of("evidence.destroyed.keys", Shredding.keys(act)),
                    Objects.requireNonNull(receipts.get(act.id()))))
        .toList();
  }

  /** The line for the act that brought it about, when the keys are destroyed. */
  public Optional<Line> of(Act act) {
    if (!act.shredded() || !act.type().equals(BROUGHT_BY)) return Optional.empty();
    return shredding.of(act.caseId()).map(this::line);
  }

  private Line line(HouseAct act) {
    Receipt receipt = sealed.receipts(List.of(act)).getOrDefault(act.id(), Receipt.WAITING);
    Text where =
        receipt.state() == Receipt.State.SEALED
            ? Text.of("evidence.destroyed.sealed", receipt.index())
            : Text.of("evidence.destroyed.waits");
    return new Line(
        Text.of("evidence.destroyed"),
        Text.of(
            "evidence.destroyed.say", Shredding.keys(act), act.publishedAt(), act.number(), where));
  }
}
