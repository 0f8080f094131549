package org.smartcorrection.platform.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.proof.PaperProof;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.evidence.PaperProofs;
import org.smartcorrection.platform.evidence.SealPapers;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.paper.Paper;
import org.smartcorrection.platform.paper.Print;
import org.smartcorrection.platform.paper.Stamp;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Prints of papers: the original with the seal and the proof that it has at this moment. */
@Component
public class Prints {
  /** The language of official papers, whoever reads them. */
  private static final Locale OFFICIAL = Locale.SIMPLIFIED_CHINESE;

  private final Cases cases;
  private final Agencies agencies;
  private final PaperProofs proofs;
  private final SealPapers seals;
  private final MessageSource messages;
  private final boolean demo;

  Prints(
      Cases cases,
      Agencies agencies,
      PaperProofs proofs,
      SealPapers seals,
      MessageSource messages,
      Environment environment) {
    this.cases = cases;
    this.agencies = agencies;
    this.proofs = proofs;
    this.seals = seals;
    this.messages = messages;
    this.demo = environment.acceptsProfiles(Profiles.of("demo"));
  }

  /**
   * A print of this moment.
   *
   * @param original the document's bytes, whose hash was compared
   * @param verifier the address of the page that checks proofs
   */
  public Print of(Document document, Act act, byte[] original, String verifier) {
    Agency agency = agencies.get(act.agency());
    PaperProofs.State state = proofs.of(cases.get(act.caseId()), act, document, original);
    Optional<String> key = seals.sealedBy(document, agency.code());
    var lines = new ArrayList<String>();
    @Nullable String code =
        switch (state) {
          case PaperProofs.Proven(var proof) -> {
            String with = code(verifier, proof);
            boolean whole = Print.fits(with);
            lines.add(say("proven", proof.file().index() + 1));
            lines.add(say(whole ? "scan" : "scan.hash"));
            yield whole ? with : code(verifier, proof.withoutText());
          }
          case PaperProofs.Pending() -> {
            lines.add(say("pending"));
            yield null;
          }
          case PaperProofs.Broken() -> {
            lines.add(say("broken"));
            yield null;
          }
        };
    lines.add(say("hash", document.sha256()));
    lines.add(key.map(name -> say("sealed", agency.nameZh(), name)).orElse(say("unsealed")));
    if (demo) lines.add(say("demo"));
    boolean holds = key.isPresent() && !(state instanceof PaperProofs.Broken);
    var stamp =
        new Stamp(
            code, holds ? agency.nameZh() : null, demo ? say("demo.seal") : "", List.copyOf(lines));
    return new Print(Paper.parse(original), stamp, act.recordedAt());
  }

  /** Whether the original is what the record says. */
  public static boolean whole(Document document, byte[] original) {
    return Documents.sha256(original).equals(document.sha256());
  }

  private static String code(String verifier, PaperProof proof) {
    try {
      return verifier + "#" + proof.digits();
    } catch (MalformedException e) {
      throw new IllegalStateException("a proof that was just verified", e);
    }
  }

  private String say(String key, Object... places) {
    return messages.getMessage("desk.stamp." + key, places, OFFICIAL);
  }
}
