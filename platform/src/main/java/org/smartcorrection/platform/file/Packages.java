package org.smartcorrection.platform.file;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.proof.CaseProof;
import org.smartcorrection.ledger.proof.Manifest;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.desk.OpenedCase;
import org.smartcorrection.platform.desk.Prints;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Recordings;
import org.smartcorrection.platform.evidence.CaseProofs;
import org.smartcorrection.platform.evidence.PackageKeys;
import org.smartcorrection.platform.evidence.Receipts;
import org.smartcorrection.platform.evidence.RecordChanged;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.paper.Print;
import org.smartcorrection.platform.vault.SealedFile;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The archive of a whole file, for the agency that takes a case over: originals, prints, records of
 * the acts, proofs, tables of contents, and the agency's signature over the list of them all.
 */
@Component
class Packages {
  private final CaseFiles files;
  private final Recordings recordings;
  private final Prints prints;
  private final ContentsPaper contents;
  private final Receipts receipts;
  private final CaseProofs cases;
  private final PackageKeys keys;
  private final Agencies agencies;
  private final MessageSource messages;
  private final Clock clock;

  Packages(
      CaseFiles files,
      Recordings recordings,
      Prints prints,
      ContentsPaper contents,
      Receipts receipts,
      CaseProofs cases,
      PackageKeys keys,
      Agencies agencies,
      MessageSource messages,
      Clock clock) {
    this.files = files;
    this.recordings = recordings;
    this.prints = prints;
    this.contents = contents;
    this.receipts = receipts;
    this.cases = cases;
    this.keys = keys;
    this.agencies = agencies;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * Writes the archive.
   *
   * @param purpose what it is made for, as it is recorded
   * @param verifier the address of the page that checks proofs
   */
  void write(OpenedCase opened, ReadPurpose purpose, String verifier, OutputStream out)
      throws IOException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Case in = opened.in();
    List<Filed> everything = files.everything(in, opened.actor());
    var incomplete = new TreeMap<String, String>();
    // before the proofs of the acts, so that all are under one head of the log
    SequencedMap<String, byte[]> whole = whole(in, everything);
    try (var archive = new PackageWriter(out, now)) {
      for (Volume volume : files.volumes(everything)) {
        Print print = contents.of(volume, opened, verifier);
        String name = say("file.package.contents") + "/" + say("file.volume." + volume.id());
        String day = LegalCalendar.legalDay(now).toString();
        archive.add(name + ".pdf", "contents", "", 0, day, print.pdf());
        archive.add(name + ".ofd", "contents", "", 0, day, print.ofd());
        for (Volume.Row row : volume.rows())
          if (row.document() != null)
            add(archive, volume, row, row.document(), verifier, incomplete);
      }
      for (Filed filed : everything) {
        record(archive, filed.act());
        proof(archive, in, filed.act(), incomplete);
      }
      for (var one : whole.entrySet()) {
        String path = say("file.package.proofs") + "/" + say("file.package.whole");
        String name = path + " " + one.getKey() + CaseProof.EXTENSION;
        String day = LegalCalendar.legalDay(now).toString();
        archive.add(name, Manifest.CASE_PROOF, "", 0, day, one.getValue());
      }
      String agency = agencies.get(in.agency()).code();
      String by =
          opened.actor().agency().code() + " " + opened.actor().role() + " " + purpose.name();
      byte[] manifest =
          new Manifest(agency, in.number(), now.toString(), by, incomplete, archive.items())
              .bytes();
      archive.seal(manifest, keys.sign(agency, manifest));
    }
  }

  private void add(
      PackageWriter archive,
      Volume volume,
      Volume.Row row,
      Document document,
      String verifier,
      Map<String, String> incomplete)
      throws IOException {
    if (document.recorded()) {
      recording(archive, volume, row, document, incomplete);
      return;
    }
    byte[] original = files.original(document).orElse(null);
    // a destroyed key has made it unreadable for good, or it was changed; its line remains
    if (original == null) {
      incomplete.put(Integer.toString(row.act().number()), "a document cannot be read");
      return;
    }
    Act act = row.act();
    String day = LegalCalendar.legalDay(act.occurredAt()).toString();
    String path = path(volume, row, document);
    archive.add(
        path + PackagePaths.ending(document),
        Manifest.ORIGINAL,
        document.kind(),
        act.number(),
        day,
        original);
    if (document.written())
      archive.add(
          path + ".pdf",
          "print",
          document.kind(),
          act.number(),
          day,
          prints.of(document, act, original, verifier).pdf());
  }

  private String path(Volume volume, Volume.Row row, Document document) {
    String number = document.number() == null ? "" : " " + document.number();
    return PackagePaths.of(
        say("file.volume." + volume.id()),
        row.serial(),
        say("document." + document.kind()) + number);
  }

  /** A recording goes from its file into the archive, never held as a whole. */
  private void recording(
      PackageWriter archive,
      Volume volume,
      Volume.Row row,
      Document document,
      Map<String, String> incomplete)
      throws IOException {
    // all of it is read twice: what turned out to be changed half way could not be taken back
    SealedFile.@Nullable Reader found =
        recordings.whole(document) ? recordings.open(document).orElse(null) : null;
    if (found == null) {
      incomplete.put(Integer.toString(row.act().number()), "a recording cannot be read");
      return;
    }
    try (SealedFile.Reader reader = found) {
      archive.add(
          new Manifest.Item(
              path(volume, row, document) + PackagePaths.ending(document),
              Manifest.ORIGINAL,
              document.kind(),
              row.act().number(),
              LegalCalendar.legalDay(row.act().occurredAt()).toString(),
              document.bytes(),
              Hash.of(HexFormat.of().parseHex(document.sha256()))),
          out -> reader.copy(0, reader.size(), out));
    }
  }

  /** What an act states, for whoever reads the archive without this program. */
  private void record(PackageWriter archive, Act act) throws IOException {
    var facts = new LinkedHashMap<String, String>();
    act.facts().values().forEach((name, value) -> facts.put(name, Facts.plain(value)));
    var record = new TreeMap<String, Object>();
    record.put("number", act.number());
    record.put("procedure", act.procedure());
    record.put("run", act.instance().toString());
    record.put("type", act.type());
    record.put("title", say("act." + act.type()));
    record.put("agency", agencies.get(act.agency()).code());
    record.put("role", act.role().name());
    record.put("occurredAt", act.occurredAt().toString());
    record.put("effectiveOn", act.effectiveOn().toString());
    record.put("recordedAt", act.recordedAt().toString());
    record.put("corrects", act.corrects() == null ? "" : act.corrects().toString());
    record.put("id", act.id().toString());
    record.put("facts", facts);
    archive.add(
        PackagePaths.of(say("file.package.records"), act.number(), say("act." + act.type()))
            + ".json",
        "record",
        "",
        act.number(),
        LegalCalendar.legalDay(act.occurredAt()).toString(),
        Json.bytes(record));
  }

  private void proof(PackageWriter archive, Case in, Act act, Map<String, String> incomplete)
      throws IOException {
    byte[] proof;
    try {
      proof = receipts.proof(in, act, Set.of());
    } catch (Refused refused) {
      boolean waits = refused.key().equals("evidence.proof.waiting");
      incomplete.put(
          Integer.toString(act.number()), waits ? "no proof yet" : "no proof, key destroyed");
      return;
    } catch (RecordChanged changed) {
      incomplete.put(Integer.toString(act.number()), "no proof, record changed");
      return;
    }
    archive.add(
        PackagePaths.of(say("file.package.proofs"), act.number(), say("act." + act.type()))
            + ".tlog-proof",
        Manifest.PROOF,
        "",
        act.number(),
        LegalCalendar.legalDay(act.occurredAt()).toString(),
        proof);
  }

  /**
   * The proofs of which acts the case has, by the names of the logs; none where they cannot be had,
   * for which the proofs of the acts give the reason.
   */
  private SequencedMap<String, byte[]> whole(Case in, List<Filed> everything) {
    try {
      Set<ActId> shown =
          everything.stream().map(filed -> filed.act().id()).collect(Collectors.toSet());
      var proofs = new LinkedHashMap<String, byte[]>();
      for (String log : cases.logs(in)) proofs.put(log, cases.of(in, log, shown));
      return proofs;
    } catch (Refused | RecordChanged _) {
      return new LinkedHashMap<>();
    }
  }

  private String say(String key) {
    return messages.getMessage(key, null, ContentsPaper.OFFICIAL);
  }
}
