package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which rules of casework have no test named after them that tries to break them. */
final class RulesTried implements Row {
  /** The rows of the rules digest that are casework. */
  private static final List<String> CASEWORK =
      List.of(
          "D1", "D2", "D3", "D4", "D5", "D6", "L01", "L04", "L05", "L07", "L09", "L11", "L12",
          "L13", "L14", "L15", "L16", "L16A", "T1", "L17", "M17", "M18", "M19", "M20", "M21", "M22",
          "M23", "M24", "M25", "M16", "M34", "M13", "M14", "M27", "M28", "M29", "M30", "M31", "M37",
          "M38", "M41", "L35", "L20", "L21", "L22", "L23", "M32", "L24", "L28", "L29", "M35", "M43",
          "L30", "L31", "L39", "M44", "L32", "L33", "L27", "L44", "O1", "D14");

  private static final Pattern NAMED = Pattern.compile("void ([A-Za-z]\\d+[aA]?)_");

  @Override
  public String id() {
    return "casework.1";
  }

  @Override
  public List<Figure> measure() throws IOException {
    var untried = new TreeSet<>(CASEWORK);
    for (String module : List.of("procedure", "location", "platform", "acceptance"))
      try (Stream<Path> files = Files.walk(Path.of(module, "src", "test"))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .forEach(file -> strike(file, untried));
      }
    System.out.println("         untried: " + String.join(" ", untried));
    return List.of(
        new Figure(
            id(),
            "rules of casework, of " + CASEWORK.size() + ", without a test of their name",
            untried.size(),
            "",
            0,
            0));
  }

  private static void strike(Path file, Set<String> untried) {
    try {
      Matcher named = NAMED.matcher(Files.readString(file));
      while (named.find()) untried.remove(named.group(1).toUpperCase(Locale.ROOT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
