package org.smartcorrection.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every message key that code writes has its text. */
class KeysInCodeTest {

  private static final Pattern REASON = Pattern.compile("\"((?:reason|remedy|event)\\.[a-z.-]+)\"");
  private static final Pattern STEP = Pattern.compile("\"((?:count|term|leave|act)\\.[a-z.-]+)\"");

  @Test
  void every_key_used_in_code_has_a_text() throws IOException {
    var texts = new Texts(Locale.ROOT, MoreWords.NONE);
    var missing = new TreeSet<String>();
    var found = new TreeSet<String>();
    for (Path file : sources()) {
      String source = Files.readString(file);
      REASON
          .matcher(source)
          .results()
          .map(key -> key.group(1))
          .peek(found::add)
          .filter(key -> !texts.has(key))
          .forEach(missing::add);
      STEP.matcher(source)
          .results()
          .map(key -> key.group(1))
          .peek(found::add)
          .filter(key -> !texts.has(key + ".label") || !texts.has(key + ".value"))
          .forEach(missing::add);
    }

    assertEquals(new TreeSet<String>(), missing);
    assertTrue(found.size() > 60, "found only " + found);
  }

  private static Iterable<Path> sources() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
