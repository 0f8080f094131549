package org.smartcorrection.platform.evidence;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.smartcorrection.platform.casework.AgencyAct;
import org.smartcorrection.platform.casework.AgencyRegister;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.HouseAct;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Replayed;
import org.smartcorrection.platform.vault.Shred;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Destroys all keys of a person (PIPL 47) by an official act of the agency that had the case. Its
 * entry tells the case's pseudonym, how many keys, and the hash of the list of destroyed keys:
 * nothing of the person, and enough to notice a list that was cut.
 */
@Component
public class Shredding {
  private static final String CASE = "case";
  private static final String KEYS = "keys";

  private final Vault vault;
  private final KeyActs acts;
  private final AgencyRegister register;
  private final Entries entries;
  private final LostEntries lost;

  Shredding(Vault vault, KeyActs acts, AgencyRegister register, Entries entries, LostEntries lost) {
    this.vault = vault;
    this.acts = acts;
    this.register = register;
    this.entries = entries;
    this.lost = lost;
  }

  /**
   * What the auditor reads.
   *
   * @param owners whose keys were destroyed: people, and imports that ended
   * @param stretches how many keys of stretches of somebody's track were destroyed in their time
   * @param replayed what a backup had brought back when the platform started
   * @param unknown entries of ours in the log that the database does not know: it is older
   */
  public record State(long owners, long stretches, Replayed replayed, int unknown) {}

  /** The keys first, then the act: whoever asks again destroys nothing twice. */
  @Transactional
  public void destroy(Case in, Actor by) {
    Shred shred = vault.destroy(in.person(), EnumSet.allOf(Purpose.class));
    AgencyAct.Made made = register.next(in.agency(), by);
    var says = new TreeMap<String, String>();
    says.put(CASE, pseudonym(in.id()).orElse(""));
    says.put(KEYS, Integer.toString(shred.purposes().size()));
    says.put("list", shred.number() + " " + shred.hash());
    acts.add(made, KeyActs.DESTROYED, says, by);
  }

  /** The act that destroyed the keys behind a case, if they are. */
  public Optional<HouseAct> of(CaseId caseId) {
    return pseudonym(caseId).flatMap(known -> acts.saying(KeyActs.DESTROYED, CASE, known));
  }

  /** How many keys such an act destroyed. */
  static int keys(HouseAct act) {
    return Integer.parseInt(act.says().getOrDefault(KEYS, "0"));
  }

  public State state() {
    Map<Boolean, Long> shreds =
        vault.shreds().stream()
            .collect(
                Collectors.partitioningBy(
                    shred -> shred.purposes().equals(Set.of(Purpose.POSITIONING)),
                    Collectors.mapping(
                        Shred::owner,
                        Collectors.collectingAndThen(
                            Collectors.toSet(), all -> (long) all.size()))));
    return new State(
        shreds.getOrDefault(false, 0L),
        shreds.getOrDefault(true, 0L),
        vault.replayed(),
        lost.count());
  }

  /**
   * From the entries, of the first log that has any of the case: what it was derived from is gone.
   */
  private Optional<String> pseudonym(CaseId caseId) {
    return Origins.ALL.stream()
        .flatMap(origin -> entries.latest(caseId, origin).stream())
        .findFirst()
        .map(last -> last.entry().entry().link().casePseudonym());
  }
}
