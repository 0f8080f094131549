package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.platform.casework.AgencyAct;
import org.smartcorrection.platform.casework.AgencyRegister;
import org.smartcorrection.platform.evidence.KeyGenerations.Generation;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agency;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the keys with which an agency signs its entries, and revokes what somebody else may have.
 * Both are official acts of the agency. What was signed before keeps its worth: old keys stay in
 * the policy, a revoked one with the place in the log from which on it counts no more.
 */
@Component
public class KeyChanges {
  private final AgencyKeys keys;
  private final KeyActs acts;
  private final AgencyRegister register;
  private final Relay relay;
  private final Ledger log;

  KeyChanges(AgencyKeys keys, KeyActs acts, AgencyRegister register, Relay relay, Ledger log) {
    this.log = log;
    this.keys = keys;
    this.acts = acts;
    this.register = register;
    this.relay = relay;
  }

  /**
   * Keys of an agency as its page shows them.
   *
   * @param generation from 1
   * @param keys the public keys, the one with SM2 last
   * @param signs whether the agency signs with them now
   * @param revokedAt from which place in the log of correction agencies on they count no more;
   *     {@code null} if they count
   */
  public record KeyRow(
      int generation, List<VerifierKey> keys, boolean signs, @Nullable Long revokedAt) {}

  /** All keys of an agency, the newest first. */
  public List<KeyRow> of(Agency agency) {
    List<Generation> all = keys.generations(agency.code()).all();
    int newest = all.getLast().number();
    return all.reversed().stream()
        .map(one -> new KeyRow(one.number(), one.keys(), one.number() == newest, revokedAt(one)))
        .toList();
  }

  private static @Nullable Long revokedAt(Generation one) {
    @Nullable RevokedFrom places = one.revokedAt();
    return places == null ? null : places.in(Origins.CORRECTION);
  }

  /**
   * The agency signs with new keys from now on. The act that says so is still signed with the old
   * one where the agency acts itself: it vouches for the new.
   *
   * @throws Refused when other members order together and do not know the next keys yet
   */
  @Transactional
  public void change(Agency agency, String why, Actor by) {
    AgencyAct.Made made = register.next(agency.id(), by);
    KeyGenerations all = keys.generations(agency.code());
    Generation now = all.newest();
    // a change whose act was not committed is told now, instead of changing once more
    boolean untold = untold(agency, now);
    Generation next = untold ? now : taken(agency, all.next());
    var says = says(KeyActs.OLD, all.all().get(next.number() - 2), why);
    next(says, next);
    acts.add(made, KeyActs.CHANGED, says, by);
    if (!untold) keys.begin(agency.code());
  }

  /**
   * These keys count no more from the log's present place on; where they are those of today, new
   * ones take over.
   *
   * @throws NotFound when there is no such generation
   * @throws Refused when they were revoked before, or members do not know the next ones yet
   */
  @Transactional
  public void revoke(Agency agency, int generation, String why, Actor by) {
    AgencyAct.Made made = register.next(agency.id(), by);
    KeyGenerations all = keys.generations(agency.code());
    if (generation < 1 || generation > all.all().size()) throw new NotFound();
    Generation lost = all.all().get(generation - 1);
    if (acts.said(agency.id(), KeyActs.LOST, lost.reference()))
      throw new Refused("evidence.key.revoked-before");
    if (lost.number() == all.newest().number()) {
      taken(agency, all.next());
      keys.begin(agency.code());
    }
    var says = says(KeyActs.LOST, lost, why);
    RevokedFrom places = revoke(agency, lost);
    for (String origin : Origins.ALL)
      says.put(RevokedFrom.name(origin), Long.toString(places.in(origin)));
    if (untold(agency, all.newest())) next(says, all.newest());
    acts.add(made, KeyActs.REVOKED, says, by);
  }

  /**
   * Members take what their policy has: they have to know a key before anything is signed with it.
   */
  private Generation taken(Agency agency, Generation next) {
    try {
      var unknown = new ArrayList<String>();
      for (VerifierKey key : next.keys())
        if (!log.takes(key)) unknown.add("agency " + agency.code() + " " + key);
      if (unknown.isEmpty()) return next;
      throw new Refused("evidence.key.members", String.join(" | ", unknown));
    } catch (IOException e) {
      throw new UncheckedIOException("the policy of the members cannot be read", e);
    }
  }

  private boolean untold(Agency agency, Generation newest) {
    return newest.number() > 1
        && !acts.said(agency.id(), KeyActs.NEXT, newest.entry().verifierKey().toString());
  }

  private RevokedFrom revoke(Agency agency, Generation lost) {
    @Nullable RevokedFrom before = lost.revokedAt();
    if (before != null) return before;
    try {
      return relay.revoke(agency.code(), lost.number());
    } catch (IOException e) {
      throw new UncheckedIOException("the log cannot be read", e);
    }
  }

  private static SortedMap<String, String> says(String name, Generation of, String why) {
    var says = new TreeMap<String, String>();
    says.put(name, of.reference());
    of.secondReference().ifPresent(key -> says.put(name + "-sm2", key));
    says.put("why", why);
    return says;
  }

  /** Whole keys, not their names alone: who trusts the old one can take the new one from here. */
  private static void next(Map<String, String> says, Generation next) {
    says.put(KeyActs.NEXT, next.entry().verifierKey().toString());
    Optional.ofNullable(next.second())
        .ifPresent(key -> says.put(KeyActs.NEXT + "-sm2", key.verifierKey().toString()));
  }
}
