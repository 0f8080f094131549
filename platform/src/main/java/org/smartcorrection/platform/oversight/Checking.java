package org.smartcorrection.platform.oversight;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.Verdict;
import org.smartcorrection.ledger.proof.Verifier;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.evidence.CaseProofs;
import org.smartcorrection.platform.evidence.Mismatches;
import org.smartcorrection.platform.evidence.Receipts;
import org.smartcorrection.platform.evidence.RecordChanged;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Answers "has the record been changed since?" without asking the agency: the proof of every act is
 * made anew from what the database says now, and checked as anybody would check it; where the
 * procuratorate's own node is known, with what that node shows of the ledger.
 */
@Component
class Checking {
  private static final int WHOLE_CASE = 0;

  private final Acts acts;
  private final Receipts receipts;
  private final CaseProofs cases;
  private final Mismatches mismatches;
  private final Clock clock;

  Checking(Acts acts, Receipts receipts, CaseProofs cases, Mismatches mismatches, Clock clock) {
    this.acts = acts;
    this.receipts = receipts;
    this.cases = cases;
    this.mismatches = mismatches;
    this.clock = clock;
  }

  private enum Standing {
    SOUND,
    WAITING,
    BROKEN
  }

  Check of(Case in) {
    long begun = System.nanoTime();
    var broken = new ArrayList<Integer>();
    int sound = 0;
    int waiting = 0;
    List<Act> history = history(in, broken);
    Receipts.Oversight ledger = receipts.oversight();
    Policy policy = policy();
    int expected = 1;
    for (Act act : history) {
      // an act that is gone is a change as well
      for (; expected < act.number(); expected++) broken.add(expected);
      expected = act.number() + 1;
      switch (standing(ledger, in, act, policy)) {
        case SOUND -> sound++;
        case WAITING -> waiting++;
        case BROKEN -> broken.add(act.number());
      }
    }
    // the logs count the acts by themselves: what was taken off the end is missed as well
    if (!broken.contains(WHOLE_CASE))
      for (long latest = cases.latest(in); expected <= latest; expected++) broken.add(expected);
    List<String> places =
        mismatches.ofCase(in.id()).stream().map(Mismatches.Mismatch::place).distinct().toList();
    List<Check.Head> heads = ledger.checkpoints().entrySet().stream().map(Checking::head).toList();
    long micros = (System.nanoTime() - begun) / 1000;
    return new Check(
        in.id(), clock.instant(), history.size(), sound, waiting, broken, places, heads, micros);
  }

  private List<Act> history(Case in, List<Integer> broken) {
    try {
      return acts.history(in.id());
    } catch (Vault.Tampered _) {
      broken.add(WHOLE_CASE);
      return List.of();
    }
  }

  private static Standing standing(Receipts.Oversight ledger, Case in, Act act, Policy policy) {
    byte[] proof;
    try {
      proof = ledger.proof(in, act);
    } catch (Refused _) {
      return Standing.WAITING;
    } catch (RecordChanged _) {
      return Standing.BROKEN;
    }
    return switch (Verifier.verify(proof, policy)) {
      case Verdict.Valid _ -> Standing.SOUND;
      case Verdict.Complete _, Verdict.Invalid _ -> Standing.BROKEN;
    };
  }

  private Policy policy() {
    try {
      return Policy.parse(receipts.policy().getBytes(StandardCharsets.UTF_8));
    } catch (MalformedException e) {
      throw new IllegalStateException("the installation's own policy cannot be read", e);
    }
  }

  private static Check.Head head(Map.Entry<String, String> of) {
    try {
      Checkpoint head = Checkpoint.parse(SignedNote.parse(of.getValue()).text());
      return new Check.Head(of.getKey(), head.size(), head.root().base64());
    } catch (MalformedException e) {
      throw new IllegalStateException("the installation's own checkpoint cannot be read", e);
    }
  }
}
