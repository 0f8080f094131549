package org.smartcorrection.procedure.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads {@code chart.css}, which lies beside this class. */
final class Stylesheet {

  private Stylesheet() {}

  static String read() {
    try (InputStream in = Stylesheet.class.getResourceAsStream("chart.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
