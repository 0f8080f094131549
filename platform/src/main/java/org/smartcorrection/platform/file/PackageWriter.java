package org.smartcorrection.platform.file;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.smartcorrection.ledger.proof.Manifest;
import org.smartcorrection.ledger.proof.PackageSignature;
import org.smartcorrection.ledger.tree.Hash;

/**
 * Writes an archive file by file into a stream and remembers the hash of each; nothing but the file
 * at hand is held. The same files give the same bytes: every entry has the time of the archive.
 */
final class PackageWriter implements AutoCloseable {
  private final ZipOutputStream zip;
  private final LocalDateTime at;
  private final List<Manifest.Item> items = new ArrayList<>();

  PackageWriter(OutputStream out, Instant madeAt) {
    this.zip = new ZipOutputStream(out);
    this.at = LocalDateTime.ofInstant(madeAt, ZoneOffset.UTC).withNano(0);
  }

  /**
   * Adds a file.
   *
   * @param kind as {@link Manifest.Item} has it
   * @param act number of its act; 0 for none
   */
  void add(String path, String kind, String document, int act, String date, byte[] content)
      throws IOException {
    // refuses a path that would lead out of the archive before anything of it is written
    var item =
        new Manifest.Item(path, kind, document, act, date, content.length, Hash.sha256(content));
    put(path, content);
    items.add(item);
  }

  /** What writes a large file into a stream. */
  interface Part {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Adds a large file, of which nothing is held; its bytes and hash are known before. */
  void add(Manifest.Item item, Part content) throws IOException {
    // what was compressed once does not get smaller: the time is better spent
    zip.setLevel(Deflater.NO_COMPRESSION);
    zip.putNextEntry(entry(item.path()));
    content.writeTo(zip);
    zip.closeEntry();
    zip.setLevel(Deflater.DEFAULT_COMPRESSION);
    items.add(item);
  }

  List<Manifest.Item> items() {
    return List.copyOf(items);
  }

  void seal(byte[] manifest, PackageSignature signature) throws IOException {
    put(Manifest.PATH, manifest);
    put(PackageSignature.PATH, signature.bytes());
  }

  private void put(String path, byte[] content) throws IOException {
    zip.putNextEntry(entry(path));
    zip.write(content);
    zip.closeEntry();
  }

  private ZipEntry entry(String path) {
    var entry = new ZipEntry(path);
    entry.setTimeLocal(at);
    return entry;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
