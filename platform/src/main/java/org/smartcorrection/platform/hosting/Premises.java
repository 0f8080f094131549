package org.smartcorrection.platform.hosting;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.smartcorrection.platform.hosting.FolderState.Use;
import org.smartcorrection.platform.kernel.DataFolder;
import org.springframework.util.FileSystemUtils;

/**
 * A data folder that this process alone uses, checked before anything is started on it.
 *
 * @param folder the folder, with all its parts
 * @param lock held until the process ends
 */
record Premises(DataFolder folder, InstanceLock lock) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final long MEGABYTE = 1024 * 1024;

  /** What the first start of a database and its log need, with room to stop cleanly. */
  static final long NEEDED_MEGABYTES = 500;

  /**
   * What is asked of a folder.
   *
   * @param root where it is
   * @param address where the instance is going to answer
   * @param use what for
   * @param fresh whether a demo is to begin anew
   * @param ownDatabase whether the database lives elsewhere; then a folder that was never ready may
   *     hold keys of that database and stays where it is
   */
  record Claim(Path root, String address, Use use, boolean fresh, boolean ownDatabase) {
    Claim {
      root = root.toAbsolutePath().normalize();
    }
  }

  /**
   * Takes a folder over.
   *
   * @param out told when something was set aside or removed
   * @throws CannotStart when the folder cannot be used
   */
  static Premises take(Claim claim, Clock clock, PrintStream out) {
    Path folder = claim.root();
    try {
      DataFolder.create(folder);
      if (FolderState.of(folder) == FolderState.FOREIGN)
        throw new CannotStart(Obstacle.FOREIGN_FOLDER, folder);
      var lock = InstanceLock.take(folder, claim.address());
      try {
        prepare(claim, clock, out);
        return new Premises(DataFolder.open(folder), lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw CannotStart.on(folder, e);
    }
  }

  private static void prepare(Claim claim, Clock clock, PrintStream out) throws IOException {
    Path folder = claim.root();
    refuseOtherUse(claim);
    LeftoverDatabase.stop(new DataFolder(folder).database().resolve(EmbeddedDatabase.CLUSTER));
    if (claim.fresh() && FolderState.of(folder) != FolderState.NEW) {
      for (Path child : FolderState.children(folder)) FileSystemUtils.deleteRecursively(child);
      out.println(Texts.bilingual("hosting.fresh", folder));
    }
    refuseFullDisk(folder, Files.getFileStore(folder).getUsableSpace() / MEGABYTE);
    if (FolderState.of(folder) == FolderState.UNFINISHED && !claim.ownDatabase())
      out.println(Texts.bilingual("hosting.set-aside", folder, setAside(folder, clock)));
    if (FolderState.of(folder) == FolderState.NEW) FolderState.markOwned(folder, claim.use());
  }

  private static void refuseOtherUse(Claim claim) throws IOException {
    Path folder = claim.root();
    if (claim.fresh() && claim.use() == Use.REAL)
      throw new CannotStart(Obstacle.FRESH_IS_FOR_DEMOS, folder);
    if (FolderState.of(folder) != FolderState.NEW && FolderState.use(folder) != claim.use())
      throw new CannotStart(Obstacle.OTHER_USE, folder);
  }

  static void refuseFullDisk(Path folder, long free) {
    if (free < NEEDED_MEGABYTES)
      throw new CannotStart(Obstacle.DISK_FULL, folder, free, NEEDED_MEGABYTES);
  }

  // the lock stays where it is: nobody can come between
  private static Path setAside(Path folder, Clock clock) throws IOException {
    Path aside =
        folder.resolveSibling(
            folder.getFileName() + "-incomplete-" + STAMP.format(clock.instant()));
    Files.createDirectory(aside);
    for (Path child : FolderState.children(folder)) move(child, aside.resolve(child.getFileName()));
    return aside;
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(from, to);
    }
  }
}
