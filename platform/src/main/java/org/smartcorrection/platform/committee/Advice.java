package org.smartcorrection.platform.committee;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Counsel;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.act.Act;
import org.springframework.stereotype.Component;

/**
 * What the committee said of an act. Whoever acts without having heard it, or otherwise than it
 * voted, writes down why (rule H11): the decision stays with whom the law gives it to.
 */
@Component
public class Advice implements Counsel {
  private static final String RULE = "H11";

  private final Committees committees;
  private final Items items;
  private final Matters matters;
  private final Acts acts;
  private final Law law;
  private final Clock clock;

  Advice(Committees committees, Items items, Matters matters, Acts acts, Law law, Clock clock) {
    this.committees = committees;
    this.items = items;
    this.matters = matters;
    this.acts = acts;
    this.law = law;
    this.clock = clock;
  }

  @Override
  public List<Reason> against(Case in, @Nullable Running run, PerformAct command) {
    Optional<Committee> committee = committees.of(in.agency());
    if (committee.isEmpty()) return List.of();
    Optional<Act> asked =
        law.definition(in.agency(), command.procedure(), run, clock.instant()).act(command.type());
    @Nullable UUID id = run == null ? null : run.id();
    for (Matters.Matter matter : matters.of(committee.get())) {
      if (!matter.procedure().equals(command.procedure())) continue;
      if (matter.type().equals(command.type())) return before(in.id(), matter.type(), id);
      boolean declines = id != null && asked.filter(matter::declinedBy).isPresent();
      boolean carried =
          declines && given(in.id(), matter.type(), id).filter(Advice::carried).isPresent();
      if (carried) return List.of(otherwise("CARRIED"));
    }
    return List.of();
  }

  private List<Reason> before(CaseId in, String type, @Nullable UUID run) {
    Optional<Item> given = given(in, type, run);
    if (given.isEmpty())
      return List.of(Reason.of("reason.committee.not-heard", RULE, new Arg.Named("act." + type)));
    return carried(given.get()) ? List.of() : List.of(otherwise("NOT_CARRIED"));
  }

  /**
   * The latest closed deliberation of an act in a case that has not been followed by the act since:
   * advice is used once.
   */
  public Optional<Item> given(CaseId in, String type, @Nullable UUID run) {
    return items.closed(in, type, run).filter(item -> acts.lastNumber(in, type) < closed(item));
  }

  private static int closed(Item item) {
    return item.closedBy() == null ? 0 : item.closedBy();
  }

  private static boolean carried(Item item) {
    return Boolean.TRUE.equals(item.carried());
  }

  private static Reason otherwise(String result) {
    return Reason.of("reason.committee.otherwise", RULE, new Arg.Named("choice." + result));
  }
}
