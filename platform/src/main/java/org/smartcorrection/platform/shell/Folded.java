package org.smartcorrection.platform.shell;

import java.util.List;

/**
 * A list of one case that can grow long: its first rows, and the others behind one press. All of it
 * is on the page, so that a browser finds words in it and links into it work.
 */
public record Folded<T>(List<T> first, List<T> rest) {
  public Folded {
    first = List.copyOf(first);
    rest = List.copyOf(rest);
  }

  /**
   * Folds what is beyond so many rows; a list that is hardly longer stays as it is, since nobody
   * presses for two rows.
   */
  public static <T> Folded<T> of(List<T> rows, int most) {
    boolean folds = rows.size() > most + 2;
    return folds
        ? new Folded<>(rows.subList(0, most), rows.subList(most, rows.size()))
        : new Folded<>(rows, List.of());
  }

  public boolean isEmpty() {
    return first.isEmpty();
  }

  public boolean folds() {
    return !rest.isEmpty();
  }
}
