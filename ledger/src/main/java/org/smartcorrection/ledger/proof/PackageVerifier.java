package org.smartcorrection.ledger.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.proof.PackageVerdict.Finding;
import org.smartcorrection.ledger.proof.PackageVerdict.Reason;
import org.smartcorrection.ledger.proof.PackageVerdict.Whole;
import org.smartcorrection.ledger.tree.Hash;

/**
 * Checks the archive of a file against a policy, offline and without unpacking it: the signature
 * over the manifest, every file against its hash, that there is no other, and every proof against
 * the originals of its act. No more of a file is read than the manifest says it has.
 */
public final class PackageVerifier {
  private static final int LARGEST_PART = 64 << 20;
  private static final int MOST_FILES = 200_000;

  private final ZipFile archive;
  private final Policy policy;
  private final List<Finding> wrong = new ArrayList<>();

  private PackageVerifier(ZipFile archive, Policy policy) {
    this.archive = archive;
    this.policy = policy;
  }

  /** Never throws, whatever the file is. */
  public static PackageVerdict verify(Path file, Policy policy) {
    try (var archive = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      return new PackageVerifier(archive, policy).verdict();
    } catch (IOException | RuntimeException e) {
      return invalid(Reason.NOT_A_PACKAGE, String.valueOf(file.getFileName()));
    }
  }

  private static PackageVerdict.Invalid invalid(Reason reason, String path) {
    return new PackageVerdict.Invalid(List.of(new Finding(reason, path)));
  }

  private PackageVerdict verdict() throws IOException {
    if (archive.size() > MOST_FILES) return invalid(Reason.NOT_A_PACKAGE, "");
    byte[] bytes = whole(Manifest.PATH).orElse(new byte[0]);
    Manifest manifest;
    PackageSignature signature;
    try {
      manifest = Manifest.parse(bytes);
    } catch (MalformedException e) {
      return invalid(Reason.MALFORMED_MANIFEST, Manifest.PATH);
    }
    try {
      signature = PackageSignature.parse(whole(PackageSignature.PATH).orElse(new byte[0]));
    } catch (MalformedException e) {
      return invalid(Reason.MALFORMED_SIGNATURE, PackageSignature.PATH);
    }
    Optional<VerifierKey> key =
        policy.agencies().keys().getOrDefault(signature.agency(), List.of()).stream()
            .filter(known -> known.reference().equals(signature.key()))
            .findFirst();
    if (key.isEmpty()) return invalid(Reason.UNKNOWN_AGENCY_KEY, PackageSignature.PATH);
    if (!signature.agency().equals(manifest.agency()) || !signature.isOver(bytes, key.get()))
      return invalid(Reason.WRONG_SIGNATURE, Manifest.PATH);
    // an archive has no place in a log: the proofs in it still say what they prove
    if (policy.revocations().names(key.get()))
      wrong.add(new Finding(Reason.REVOKED_KEY, PackageSignature.PATH));
    unlisted(manifest);
    manifest.items().forEach(this::unchanged);
    Map<Long, Verdict.Valid> proofs = proofs(manifest);
    int originals = originals(manifest, proofs);
    List<Whole> whole = whole(manifest, proofs.values());
    return wrong.isEmpty()
        ? new PackageVerdict.Valid(manifest, signature.key(), proofs.size(), originals, whole)
        : new PackageVerdict.Invalid(wrong);
  }

  private void unlisted(Manifest manifest) {
    Set<String> listed =
        manifest.items().stream().map(Manifest.Item::path).collect(Collectors.toSet());
    listed.add(Manifest.PATH);
    listed.add(PackageSignature.PATH);
    var seen = new HashSet<String>();
    archive.stream()
        .map(ZipEntry::getName)
        .filter(name -> !listed.contains(name) || !seen.add(name))
        .forEach(name -> wrong.add(new Finding(Reason.UNLISTED, name)));
  }

  private void unchanged(Manifest.Item item) {
    @Nullable ZipEntry entry = archive.getEntry(item.path());
    if (entry == null) {
      wrong.add(new Finding(Reason.MISSING, item.path()));
      return;
    }
    try (InputStream in = archive.getInputStream(entry)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      long left = item.bytes();
      int read;
      while (left >= 0 && (read = in.read(buffer)) >= 0) {
        digest.update(buffer, 0, read);
        left -= read;
      }
      boolean same = left == 0 && Hash.of(digest.digest()).equals(item.sha256());
      if (!same) wrong.add(new Finding(Reason.CHANGED, item.path()));
    } catch (IOException e) {
      // what was compressed no longer comes out
      wrong.add(new Finding(Reason.CHANGED, item.path()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  /** What the proofs of acts tell, for each that holds. */
  private Map<Long, Verdict.Valid> proofs(Manifest manifest) throws IOException {
    var proven = new HashMap<Long, Verdict.Valid>();
    for (Manifest.Item item : manifest.items()) {
      if (!item.kind().equals(Manifest.PROOF) || isWrong(item)) continue;
      byte[] proof = whole(item.path()).orElse(new byte[0]);
      if (Verifier.verify(proof, policy) instanceof Verdict.Valid valid)
        proven.put(item.act(), valid);
      else wrong.add(new Finding(Reason.WRONG_PROOF, item.path()));
    }
    return proven;
  }

  private int originals(Manifest manifest, Map<Long, Verdict.Valid> proven) {
    int count = 0;
    for (Manifest.Item item : manifest.items()) {
      Verdict.@Nullable Valid told = proven.get(item.act());
      if (!item.kind().equals(Manifest.ORIGINAL) || told == null || isWrong(item)) continue;
      if (tells(told, item.sha256())) count++;
      else wrong.add(new Finding(Reason.UNPROVEN, item.path()));
    }
    return count;
  }

  private static boolean tells(Verdict.Valid proof, Hash document) {
    return proof.disclosed().stream()
        .filter(told -> told.name().startsWith(Disclosure.DOCUMENT))
        .anyMatch(told -> told.value().equals("sha256:" + document.hex()));
  }

  private List<Whole> whole(Manifest manifest, Collection<Verdict.Valid> proofs)
      throws IOException {
    var whole = new ArrayList<Whole>();
    for (Manifest.Item item : manifest.items()) {
      if (!item.kind().equals(Manifest.CASE_PROOF) || isWrong(item)) continue;
      byte[] proof = whole(item.path()).orElse(new byte[0]);
      Optional<Whole> one = Whole.of(Verifier.verify(proof, policy), proofs);
      one.ifPresent(whole::add);
      if (one.isEmpty()) wrong.add(new Finding(Reason.WRONG_PROOF, item.path()));
    }
    return whole;
  }

  private boolean isWrong(Manifest.Item item) {
    return wrong.stream().anyMatch(finding -> finding.path().equals(item.path()));
  }

  /** A small part as a whole; empty when it is not there, or too large. */
  private Optional<byte[]> whole(String path) throws IOException {
    @Nullable ZipEntry entry = archive.getEntry(path);
    if (entry == null) return Optional.empty();
    try (InputStream in = archive.getInputStream(entry)) {
      var out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 16];
      int read;
      while ((read = in.read(buffer)) >= 0) {
        out.write(buffer, 0, read);
        if (out.size() > LARGEST_PART) return Optional.empty();
      }
      return Optional.of(out.toByteArray());
    }
  }
}
