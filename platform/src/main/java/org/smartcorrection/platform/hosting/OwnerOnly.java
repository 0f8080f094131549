package org.smartcorrection.platform.hosting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Files that only the account of the platform can read, and that are never seen half-written. */
final class OwnerOnly {
  private OwnerOnly() {}

  static void write(Path file, String content) throws IOException {
    write(file, content.getBytes(StandardCharsets.UTF_8));
  }

  static void write(Path file, byte[] content) throws IOException {
    // temporary files are their owner's alone
    Path draft = Files.createTempFile(Objects.requireNonNull(file.getParent()), ".new", null);
    Files.write(draft, content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
