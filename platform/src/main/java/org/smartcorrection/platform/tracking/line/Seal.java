package org.smartcorrection.platform.tracking.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate and key that are shown to whoever calls, read again for the next line once a file
 * has changed. Lines that are open keep what they agreed. While the files do not fit, as between
 * the writing of the one and of the other, the former pair is shown on.
 */
final class Seal {
  private static final Logger LOG = LoggerFactory.getLogger(Seal.class);

  private final TlsFiles files;
  private Identity shown;
  private List<String> stamps;
  private @Nullable Unfit unfit;

  /**
   * Reads the files for the first time.
   *
   * @throws Unfit if nothing can be shown
   */
  Seal(TlsFiles files) {
    this.files = files;
    stamps = stamps(files);
    shown = Identity.read(files.certificate(), files.key());
  }

  /** What is shown to the line that opens now. */
  synchronized Identity identity() {
    List<String> now = stamps(files);
    if (now.equals(stamps)) return shown;
    stamps = now;
    try {
      shown = Identity.read(files.certificate(), files.key());
      unfit = null;
      LOG.info("the certificate of the lines was read again");
    } catch (Unfit e) {
      unfit = e;
      LOG.warn("the new certificate of the lines does not fit ({}); the former holds", e.fault());
    }
    return shown;
  }

  /** Why what lies in the files now is not what is shown; none if it is. */
  synchronized Optional<Unfit> unfit() {
    return Optional.ofNullable(unfit);
  }

  private static List<String> stamps(TlsFiles files) {
    return Stream.of(files.certificate(), files.key()).map(Seal::stamp).toList();
  }

  /** A link to the files of the day, as ACME clients lay it, changes with what it leads to. */
  private static String stamp(Path file) {
    try {
      var found = Files.readAttributes(file, BasicFileAttributes.class);
      return found.lastModifiedTime() + " " + found.size() + " " + found.fileKey();
    } catch (IOException e) {
      return e.getClass().getName();
    }
  }
}
