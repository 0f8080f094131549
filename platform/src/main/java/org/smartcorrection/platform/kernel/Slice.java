package org.smartcorrection.platform.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a long list, paged by key: {@code next} is the key to go on from, absent at the end.
 *
 * @param rows in the list's order
 */
public record Slice<T>(List<T> rows, @Nullable String next) {
  public Slice {
    rows = List.copyOf(rows);
  }

  /** Cuts a query's answer that asked for one row more than the page holds. */
  public static <T> Slice<T> of(List<T> fetched, int size, Function<T, String> key) {
    if (fetched.size() <= size) return new Slice<>(fetched, null);
    List<T> page = fetched.subList(0, size);
    return new Slice<>(page, key.apply(page.getLast()));
  }

  public <R> Slice<R> map(Function<T, R> row) {
    return new Slice<>(rows.stream().map(row).toList(), next);
  }
}
