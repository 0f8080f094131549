package org.smartcorrection.platform.hosting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a data folder is, told by two markers: the first is written before anything else, the second
 * when the platform was ready for the first time. A folder between the two holds nothing that
 * anybody relied on.
 */
enum FolderState {
  /** Nothing there yet. */
  NEW,
  /** Ours, but its first start never came to an end. */
  UNFINISHED,
  /** Ours, and in use since its first start. */
  COMPLETE,
  /** Somebody else's folder. */
  FOREIGN;

  /** Invented people and real ones never meet in one folder. */
  enum Use {
    DEMO,
    REAL
  }

  static final String OWNED = "smart-correction.folder";
  static final String READY_ONCE = "smart-correction.complete";

  static FolderState of(Path folder) throws IOException {
    if (Files.exists(folder.resolve(READY_ONCE))) return COMPLETE;
    if (Files.exists(folder.resolve(OWNED))) return UNFINISHED;
    return children(folder).isEmpty() ? NEW : FOREIGN;
  }

  static void markOwned(Path folder, Use use) throws IOException {
    Files.writeString(folder.resolve(OWNED), use.name() + "\n");
  }

  /** What a folder of ours was begun for. */
  static Use use(Path folder) throws IOException {
    String text = Files.readString(folder.resolve(OWNED)).strip();
    return text.equals(Use.DEMO.name()) ? Use.DEMO : Use.REAL;
  }

  static void markComplete(Path folder) throws IOException {
    Path marker = folder.resolve(READY_ONCE);
    if (!Files.exists(marker)) Files.createFile(marker);
  }

  /** Everything in the folder but the lock, which says nothing about its state. */
  static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> !file.endsWith(InstanceLock.FILE)).sorted().toList();
    }
  }
}
