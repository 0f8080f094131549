package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The demonstration with 1,000 cases. Telling their history takes a while: it is told for the first
 * row that wants it, and later rows of the same run go on with its data. A folder in which it was
 * told before can be named with {@code -Dsmartcorrection.bench.thousand}; it stays.
 */
final class Thousand implements AutoCloseable {
  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final Map<String, String> CASES = Map.of("SMARTCORRECTION_DEMO_CASES", "1000");

  private final @Nullable String told = System.getProperty("smartcorrection.bench.thousand");
  private @Nullable Scratch scratch;

  /** Starts it. Whoever starts it closes it. */
  Launch start() throws IOException {
    if (told == null && scratch == null) {
      scratch = Scratch.make();
      Launch.of(HERE, scratch.folder().resolve("built")).close();
      try (Launch first = Launch.of(HERE, data(), CASES)) {
        System.out.printf("         1,000 cases: Ready after %.0f s%n", first.seconds());
      }
    }
    return Launch.of(HERE, data(), CASES);
  }

  Path data() {
    if (told != null) return Path.of(told);
    if (scratch == null) throw new IllegalStateException("not started yet");
    return scratch.folder().resolve("data");
  }

  @Override
  public void close() throws IOException {
    if (scratch != null) scratch.close();
    scratch = null;
  }
}
