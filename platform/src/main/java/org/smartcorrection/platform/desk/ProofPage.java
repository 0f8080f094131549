package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.smartcorrection.ledger.proof.CaseProof;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.committee.Secrecy;
import org.smartcorrection.platform.evidence.CaseProofs;
import org.smartcorrection.platform.evidence.Receipts;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The proof of one act, and of which acts a case has, to be checked anywhere, offline. */
@Controller
class ProofPage {
  static final String ENDING = ".tlog-proof";

  private static final String FIRST = "correction";

  private final CaseAccess access;
  private final Acts acts;
  private final Secrecy secrecy;
  private final Receipts receipts;
  private final CaseProofs cases;

  ProofPage(CaseAccess access, Acts acts, Secrecy secrecy, Receipts receipts, CaseProofs cases) {
    this.secrecy = secrecy;
    this.access = access;
    this.acts = acts;
    this.receipts = receipts;
    this.cases = cases;
  }

  /**
   * The proof file. A proof of chosen fields discloses these and no others.
   *
   * @param fields names such as {@code fact/category}; none discloses all
   */
  @GetMapping("/console/acts/{id}/proof")
  ResponseEntity<byte[]> proof(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") List<String> fields,
      HttpServletRequest request) {
    Act act =
        Optional.of(acts.get(new ActId(id)))
            .filter(Discretion::shows)
            .flatMap(found -> secrecy.shown(found, Present.actor()))
            .orElseThrow(NotFound::new);
    OpenedCase opened = access.openToAct(act.caseId(), request, "case");
    boolean elsewhere = opened.answering() != null && !opened.answering().equals(act.instance());
    if (elsewhere) throw new NotFound();
    byte[] proof = receipts.proof(opened.in(), act, Set.copyOf(fields));
    return download(opened.in().number() + "-act-" + act.number() + ENDING, proof);
  }

  /**
   * The proof of which acts a case has up to now. Of acts that no page shows to this reader it
   * tells that they are there, as the numbers of acts do.
   *
   * @param log which of the case's logs it is about, such as {@code justice}
   */
  @GetMapping("/console/cases/{id}/proof")
  ResponseEntity<byte[]> whole(
      @PathVariable String id, @RequestParam Optional<String> log, HttpServletRequest request) {
    OpenedCase opened = access.open(CaseId.of(id), request, "case");
    Set<ActId> shown =
        secrecy
            .shown(
                acts.history(opened.in().id()).stream().filter(Discretion::shows).toList(),
                opened.actor())
            .stream()
            .map(Act::id)
            .collect(Collectors.toSet());
    // without a name the first that has acts of the case
    String of = log.orElseGet(() -> cases.logs(opened.in()).stream().findFirst().orElse(FIRST));
    byte[] proof = cases.of(opened.in(), of, shown);
    return download(opened.in().number() + "-" + of + CaseProof.EXTENSION, proof);
  }

  static ResponseEntity<byte[]> download(String name, byte[] proof) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(proof);
  }
}
