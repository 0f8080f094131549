package org.smartcorrection.ledger.proof;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.smartcorrection.ledger.tree.Hash;

/** What checking an archive found. */
public sealed interface PackageVerdict {
  /**
   * The agency signed this archive, and every file in it is the one that it signed.
   *
   * @param key of the agency, under the manifest
   * @param proofs how many proofs were checked and hold
   * @param proven how many originals those proofs are about
   * @param whole which entries the case has, for each log of which the archive holds the proof
   */
  record Valid(Manifest manifest, String key, int proofs, int proven, List<Whole> whole)
      implements PackageVerdict {
    public Valid {
      whole = List.copyOf(whole);
    }
  }

  /**
   * The archive beside all that the case has in one log.
   *
   * @param proof which entries the case has, up to which entry of the log
   * @param absent numbers of those of which the archive holds no proof
   */
  record Whole(Verdict.Complete proof, List<Long> absent) {
    public Whole {
      absent = List.copyOf(absent);
    }

    /** Holds the acts that an archive proves against a case; empty if it is not theirs. */
    static Optional<Whole> of(Verdict verdict, Collection<Verdict.Valid> everything) {
      if (!(verdict instanceof Verdict.Complete complete)) return Optional.empty();
      String origin = complete.checkpoint().origin();
      List<Verdict.Valid> acts =
          everything.stream().filter(act -> act.entry().entry().origin().equals(origin)).toList();
      Set<Hash> there =
          acts.stream().map(act -> act.entry().leafHash()).collect(Collectors.toSet());
      boolean own =
          acts.stream()
              .map(act -> act.entry().entry().link().casePseudonym())
              .allMatch(complete.casePseudonym()::equals);
      List<Long> absent =
          IntStream.range(0, complete.entries().size())
              .filter(at -> !there.contains(complete.entries().get(at).leaf()))
              .mapToObj(complete::number)
              .toList();
      return own ? Optional.of(new Whole(complete, absent)) : Optional.empty();
    }
  }

  /** It is not to be relied on; every file that is wrong is named. */
  record Invalid(List<Finding> findings) implements PackageVerdict {
    public Invalid {
      findings = List.copyOf(findings);
    }
  }

  /**
   * One thing that is wrong.
   *
   * @param path the file, or the archive's part, that it is about
   */
  record Finding(Reason reason, String path) {}

  /** What can be wrong. */
  enum Reason {
    /** Not an archive, or damaged so that it cannot be opened. */
    NOT_A_PACKAGE,
    /** There is no manifest, or not one in the right form. */
    MALFORMED_MANIFEST,
    /** There is no signature, or not one in the right form. */
    MALFORMED_SIGNATURE,
    /** The policy does not know the key of the agency that is said to have signed. */
    UNKNOWN_AGENCY_KEY,
    /** The agency did not sign this manifest. */
    WRONG_SIGNATURE,
    /** The key was revoked, and nothing tells whether this archive was signed before. */
    REVOKED_KEY,
    /** A file that the manifest names is not there. */
    MISSING,
    /** A file is not the one that was signed. */
    CHANGED,
    /** A file lies in the archive that the manifest does not name, or a name comes twice. */
    UNLISTED,
    /** A proof does not hold. */
    WRONG_PROOF,
    /** The proof of the act does not say that this original belongs to it. */
    UNPROVEN
  }
}
