package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.nio.file.Path;

/** A clone of what is committed here. */
final class Clone {
  private Clone() {}

  static Path into(Path folder) throws IOException, InterruptedException {
    Path clone = folder.resolve("clone");
    Process git =
        new ProcessBuilder("git", "clone", "-q", "--no-hardlinks", ".", clone.toString())
            .inheritIO()
            .start();
    if (git.waitFor() != 0) throw new IllegalStateException("git clone failed");
    return clone;
  }
}
