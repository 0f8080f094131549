package org.smartcorrection.platform.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * Into which chapter of the Criminal Law an offence falls, by the name that a decision gives it.
 * The first name in the text counts: decisions put the gravest first.
 */
final class Offences {
  private static final String FILE = "figures/offences.txt";

  private final List<Named> known = read();

  private record Named(String name, Offence group) {}

  private record Found(int at, Named named) {}

  Offence of(String text) {
    return known.stream()
        .map(named -> new Found(text.indexOf(named.name()), named))
        .filter(found -> found.at() >= 0)
        // of two that begin at one place the longer is meant: 走私毒品 is no 走私
        .min(
            Comparator.comparingInt(Found::at)
                .thenComparingInt(found -> -found.named().name().length()))
        .map(found -> found.named().group())
        .orElse(Offence.NOT_GROUPED);
  }

  private static List<Named> read() {
    try {
      return new ClassPathResource(FILE)
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .flatMap(Offences::names)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  private static Stream<Named> names(String line) {
    List<String> words = List.of(line.split(" "));
    Offence group = Offence.valueOf(words.getFirst());
    return words.stream().skip(1).map(name -> new Named(name, group));
  }
}
