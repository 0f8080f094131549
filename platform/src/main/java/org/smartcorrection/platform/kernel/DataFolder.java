package org.smartcorrection.platform.kernel;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The one folder where an installation keeps everything of its own. Each part has a folder, so that
 * a backup can take the database and leave the keys out.
 *
 * @param root absolute path of the folder
 */
public record DataFolder(Path root) {
  private static final String OWNER_ONLY = "rwx------";

  /** Takes the path as it is; nothing is created. */
  public DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  /**
   * Creates what is missing of the folder, readable by its owner alone.
   *
   * @throws IOException when the place cannot be written
   */
  public static DataFolder open(Path root) throws IOException {
    var folder = new DataFolder(root);
    create(folder.root);
    create(folder.keys());
    create(folder.database());
    create(folder.ledger());
    create(folder.files());
    create(folder.outbox());
    create(folder.log());
    return folder;
  }

  /** Keys of agencies, people and the database; never part of a database backup. */
  public Path keys() {
    return root.resolve("keys");
  }

  /** The embedded database, when the installation has no database of its own. */
  public Path database() {
    return root.resolve("database");
  }

  /** What the ledger node keeps. */
  public Path ledger() {
    return root.resolve("ledger");
  }

  /** Sealed documents. */
  public Path files() {
    return root.resolve("files");
  }

  /** Messages that have no other way out than a file. */
  public Path outbox() {
    return root.resolve("outbox");
  }

  /** Rotating log files, free of personal data. */
  public Path log() {
    return root.resolve("log");
  }

  /**
   * Creates a folder, and its parents, that only its owner can read.
   *
   * @throws IOException when the place cannot be written
   */
  public static void create(Path folder) throws IOException {
    if (Files.isDirectory(folder)) return;
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
      Files.createDirectories(folder, ownerOnly);
    } else {
      Files.createDirectories(folder);
    }
  }
}
