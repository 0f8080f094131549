package org.smartcorrection.platform.exchange.table;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The four categories (CCL 2) as registers write them. */
public final class Categories {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("管制", "PUBLIC_SURVEILLANCE"),
          Map.entry("缓刑", "SUSPENDED_SENTENCE"),
          Map.entry("宣告缓刑", "SUSPENDED_SENTENCE"),
          Map.entry("假释", "PAROLE"),
          Map.entry("暂予监外执行", "TEMPORARY_EXECUTION"),
          Map.entry("监外执行", "TEMPORARY_EXECUTION"),
          Map.entry("暂外", "TEMPORARY_EXECUTION"),
          Map.entry("保外就医", "TEMPORARY_EXECUTION"),
          Map.entry("public surveillance", "PUBLIC_SURVEILLANCE"),
          Map.entry("suspended sentence", "SUSPENDED_SENTENCE"),
          Map.entry("parole", "PAROLE"),
          Map.entry("temporary execution outside prison", "TEMPORARY_EXECUTION"));

  private Categories() {}

  /** The category; empty when these words are none. */
  public static Optional<String> read(String typed) {
    return Optional.ofNullable(NAMES.get(typed.strip().toLowerCase(Locale.ROOT)));
  }
}
