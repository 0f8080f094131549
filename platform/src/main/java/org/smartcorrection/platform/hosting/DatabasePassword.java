package org.smartcorrection.platform.hosting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.smartcorrection.platform.kernel.DataFolder;

/**
 * The password of the embedded database: other accounts of the machine reach its port, too.
 *
 * @param file where it is kept
 * @param text hexadecimal digits
 */
record DatabasePassword(Path file, String text) {
  private static final int BYTES = 32;

  /** Reads the folder's password, or makes it. */
  static DatabasePassword of(DataFolder folder) throws IOException {
    Path file = folder.keys().resolve("database.password");
    if (!Files.exists(file)) {
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      OwnerOnly.write(file, HexFormat.of().formatHex(random));
    }
    return new DatabasePassword(file, Files.readString(file));
  }

  @Override
  public String toString() {
    return "DatabasePassword[" + file + "]";
  }
}
