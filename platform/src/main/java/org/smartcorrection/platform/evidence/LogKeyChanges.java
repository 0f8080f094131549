package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.AgencyAct;
import org.smartcorrection.platform.casework.AgencyRegister;
import org.smartcorrection.platform.evidence.KeyChanges.KeyRow;
import org.smartcorrection.platform.evidence.LogGenerations.Generation;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the keys with which an installation on its own signs the heads of its logs, and revokes
 * those that somebody else may have. Both are official acts of the agency whose administrator does
 * it. Old proofs keep their worth: the old keys stay in the policy, revoked ones with the sizes of
 * the logs above which they count no more. Members of a consortium change theirs at their nodes.
 */
@Component
public class LogKeyChanges {
  private static final String GENERATION = "generation";
  private static final String LOST = "revoked-generation";
  private static final String NEXT = "next-";

  private final AgencyKeys keys;
  private final KeyActs acts;
  private final AgencyRegister register;
  private final Relay relay;
  private final Ledger log;

  LogKeyChanges(AgencyKeys keys, KeyActs acts, AgencyRegister register, Relay relay, Ledger log) {
    this.keys = keys;
    this.acts = acts;
    this.register = register;
    this.relay = relay;
    this.log = log;
  }

  /** Whether the keys of the logs are held here. */
  public boolean areHere() {
    return log.isAlone();
  }

  /**
   * All generations, the newest first.
   *
   * @throws NotFound where nodes of members hold the keys
   */
  public List<KeyRow> all() {
    List<Generation> all = generations();
    int newest = all.getLast().number();
    return all.reversed().stream().map(one -> row(one, one.number() == newest)).toList();
  }

  private static KeyRow row(Generation one, boolean signs) {
    @Nullable RevokedFrom places = one.revokedAt();
    return new KeyRow(
        one.number(),
        List.copyOf(one.keys().values()),
        signs,
        places == null ? null : places.in(Origins.CORRECTION));
  }

  /**
   * The heads of the logs are signed with new keys from now on.
   *
   * @throws NotFound where nodes of members hold the keys
   */
  @Transactional
  public void change(String why, Actor by) {
    Generation now = generations().getLast();
    AgencyAct.Made made = register.next(by.agency().id(), by);
    // a change whose act was not committed is told now, instead of changing once more
    Generation next = isUntold(now) ? now : keys.beginLogs();
    acts.add(made, KeyActs.LOGS_CHANGED, says(next, why), by);
  }

  /**
   * Above the present sizes of the logs no head counts any more that these keys sign; where they
   * are those of today, new ones take over.
   *
   * @throws NotFound when there is no such generation, or nodes of members hold the keys
   * @throws Refused when they were revoked before
   */
  @Transactional
  public void revoke(int generation, String why, Actor by) {
    List<Generation> all = generations();
    if (generation < 1 || generation > all.size()) throw new NotFound();
    if (acts.saying(KeyActs.LOGS_REVOKED, LOST, Integer.toString(generation)).isPresent())
      throw new Refused("evidence.key.revoked-before");
    AgencyAct.Made made = register.next(by.agency().id(), by);
    RevokedFrom places = revoke(all.get(generation - 1));
    Generation newest = keys.ofLogs().newest();
    SortedMap<String, String> says = says(isUntold(newest) ? newest : null, why);
    says.put(LOST, Integer.toString(generation));
    for (String origin : Origins.ALL)
      says.put(RevokedFrom.name(origin), Long.toString(places.in(origin)));
    acts.add(made, KeyActs.LOGS_REVOKED, says, by);
  }

  private RevokedFrom revoke(Generation lost) {
    @Nullable RevokedFrom before = lost.revokedAt();
    if (before != null) return before;
    try {
      return relay.revokeLogs(lost.number());
    } catch (IOException e) {
      throw new UncheckedIOException("the log cannot be read", e);
    }
  }

  private List<Generation> generations() {
    if (!log.isAlone()) throw new NotFound();
    return keys.ofLogs().all();
  }

  private boolean isUntold(Generation newest) {
    String key = newest.cosigner().verifierKey().toString();
    return newest.number() > 1
        && acts.saying(KeyActs.LOGS_CHANGED, NEXT + "cosigner", key).isEmpty()
        && acts.saying(KeyActs.LOGS_REVOKED, NEXT + "cosigner", key).isEmpty();
  }

  /** Whole keys, as they stand in the policy, where there are new ones. */
  private static SortedMap<String, String> says(@Nullable Generation next, String why) {
    var says = new TreeMap<String, String>();
    says.put("why", why);
    if (next == null) return says;
    says.put(GENERATION, Integer.toString(next.number()));
    next.keys().forEach((use, key) -> says.put(NEXT + use, key.toString()));
    return says;
  }
}
