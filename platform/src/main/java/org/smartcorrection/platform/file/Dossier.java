package org.smartcorrection.platform.file;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.smartcorrection.platform.casework.Copy;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.kernel.DocumentId;
import org.smartcorrection.procedure.act.Definition;

/**
 * Everything about a case that {@link Completeness} looks at.
 *
 * @param runs the runs of procedures, each with the version that it began with
 * @param acts all acts with their documents, the oldest first
 * @param unsealed documents whose seal has no signature that holds
 * @param changed numbers of acts that do not agree with the ledger
 */
record Dossier(
    List<Run> runs,
    List<Filed> acts,
    List<Due> dues,
    List<Copy> copies,
    Set<DocumentId> unsealed,
    Set<Integer> changed) {
  Dossier {
    runs = List.copyOf(runs);
    acts = List.copyOf(acts);
    dues = List.copyOf(dues);
    copies = List.copyOf(copies);
    unsealed = Set.copyOf(unsealed);
    changed = Set.copyOf(changed);
  }

  /** One of the runs. */
  Optional<Run> run(UUID id) {
    return runs.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** A run of a procedure, as far as it has come. */
  record Run(UUID id, Definition definition, String state) {}
}
