package org.smartcorrection.platform.shell;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The main navigation of one visitor. */
public record Navigation(List<Item> items) {
  public Navigation {
    items = List.copyOf(items);
  }

  /**
   * One way to go.
   *
   * @param section the name by which a page says that it lies here (layout parameter {@code
   *     section})
   * @param icon the icon above the label where navigation is drawn as tabs
   * @param rank the place in the row, small first
   * @param count things waiting there; 0 shows no number
   * @param pressing whether the number is drawn in red
   */
  public record Item(
      String section, String href, Text label, String icon, int rank, int count, boolean pressing) {
    /** From here on nobody needs to know how many: whoever counts may stop. */
    public static final int MOST = 1000;

    /** An item without a number. */
    public Item(String section, String href, Text label, String icon, int rank) {
      this(section, href, label, icon, rank, 0, false);
    }
  }

  /** Nothing to choose from. */
  public static Navigation none() {
    return new Navigation(List.of());
  }

  Navigation and(Stream<Navigation> others) {
    return new Navigation(
        Stream.concat(Stream.of(this), others)
            .flatMap(navigation -> navigation.items().stream())
            .sorted(Comparator.comparingInt(Item::rank))
            .toList());
  }
}
