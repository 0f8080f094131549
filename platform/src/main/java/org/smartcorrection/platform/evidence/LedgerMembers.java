package org.smartcorrection.platform.evidence;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.platform.shell.Text;
import org.springframework.stereotype.Component;

/** Who keeps the ledger, and how far each of them has come. */
@Component
public class LedgerMembers {
  private final Ledger ledger;

  LedgerMembers(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * A log as its members stand.
   *
   * @param log its name, such as {@code justice}
   * @param heard whether this installation's node answered since the start
   * @param alone whether this installation orders alone
   * @param ordered number of entries in the common order
   * @param sealed how many of them are final
   * @param needed how many of the members make a head final
   * @param oversight where the procuratorate's own node is
   */
  public record State(
      String log,
      boolean heard,
      boolean alone,
      long ordered,
      long sealed,
      int needed,
      List<Row> rows,
      @Nullable URI oversight) {
    public State {
      rows = List.copyOf(rows);
    }

    /** How many of them signed what is final. */
    public long signed() {
      return rows.stream().filter(row -> row.signed() >= sealed).count();
    }

    /** So many can lie, and nobody can be shown two stories all the same. */
    public int safeAgainst() {
      return Math.max(0, 2 * needed - rows.size() - 1);
    }

    /** So many can be away, and acts become final all the same. */
    public int liveWithout() {
      return rows.size() - needed;
    }
  }

  /**
   * A member.
   *
   * @param signed size of the largest head it signed; -1 while it signed none
   * @param behind how many ordered entries it has not signed yet
   */
  public record Row(Text name, long signed, long behind) {}

  /** How things stand in each log, as far as is known here. */
  public List<State> states() {
    return Origins.ALL.stream().map(this::state).toList();
  }

  private State state(String origin) {
    Ledger.State now = ledger.state(origin);
    List<Row> rows =
        now.signers().stream()
            .map(
                one ->
                    new Row(
                        name(one.name()),
                        one.signed(),
                        Math.max(0, now.ordered() - Math.max(0, one.signed()))))
            .toList();
    return new State(
        TileLog.name(origin),
        now.heard(),
        rows.isEmpty() && now.heard(),
        now.ordered(),
        now.sealed(),
        now.needed(),
        rows,
        ledger.oversightNode().orElse(null));
  }

  /** The five of the demonstration by their offices, others as they call themselves. */
  private static Text name(String name) {
    return FiveNodes.NAMES.contains(name) ? Text.of("evidence.member." + name) : Text.literal(name);
  }
}
