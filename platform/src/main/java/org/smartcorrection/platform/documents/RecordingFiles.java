package org.smartcorrection.platform.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.platform.kernel.DataFolder;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.SealedFile;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Where the bytes of recordings lie: one sealed file each in the data folder, under a key that only
 * the person's key yields. When that is destroyed, no copy of the file opens any more.
 */
@Component
class RecordingFiles {
  /** What must stay free on the disk: the database needs room to say that there is none. */
  private static final long RESERVE = 512L << 20;

  private final Path root;
  private final Vault vault;

  RecordingFiles(DataFolder folder, Vault vault) {
    this.root = folder.files().resolve("recordings");
    this.vault = vault;
  }

  /** Whether so many bytes more find room. */
  boolean room(long bytes) throws IOException {
    DataFolder.create(root);
    return Files.getFileStore(root).getUsableSpace() - RESERVE > bytes;
  }

  /** A recording that is there or will be; empty when the key was destroyed. */
  Optional<SealedFile> of(PersonId person, Purpose purpose, UUID id) {
    return vault
        .derive(person, purpose, place(id))
        .map(key -> new SealedFile(path(id), key, place(id)));
  }

  /** Makes the folder of a recording that is about to be written. */
  void prepare(UUID id) throws IOException {
    DataFolder.create(Objects.requireNonNull(path(id).getParent()));
  }

  /** Whether it lies on the disk. */
  boolean has(UUID id) {
    return Files.exists(path(id));
  }

  /** Deletes one; there may be none. */
  void delete(UUID id) {
    try {
      Files.deleteIfExists(path(id));
    } catch (IOException e) {
      throw new UncheckedIOException("a recording cannot be deleted", e);
    }
  }

  static String place(UUID id) {
    return "documents.recordings/" + id;
  }

  private Path path(UUID id) {
    String name = id.toString();
    return root.resolve(name.substring(name.length() - 2)).resolve(name);
  }
}
