package org.smartcorrection.platform.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which items of the navigation stand in its bar and which fold into its menu, for each width of
 * window: reckoned here, so that it works without a script, by keyboard and enlarged. A style sheet
 * shows each item in one of the two places.
 */
public record NavigationBar(List<Placed> items, String whole) {
  /** Width of a menu's button, which is there unless everything fits. */
  private static final double MENU = 5.5;

  private static final double PADDING = 1.75;
  private static final double COUNT = 2;
  private static final double LATIN = 0.54;
  private static final double WIDE = 1.02;

  /**
   * A width of window, as the style sheet knows it by the same name, with what is left for the bar,
   * in rem: below {@code xl} it has a row of its own. What stands beside it is widest in English on
   * pages with large type, where brand and tools take 43 rem.
   */
  private enum Window {
    S(18),
    M(37),
    L(58),
    XL(37),
    XXL(47),
    XXXL(67);

    private final double room;

    Window(double room) {
      this.room = room;
    }
  }

  /**
   * An item.
   *
   * @param in the windows in whose bar it stands, separated by spaces
   */
  public record Placed(Navigation.Item item, String in) {}

  public NavigationBar {
    items = List.copyOf(items);
  }

  /**
   * Places the items in their order.
   *
   * @param labels in the reader's language, one an item
   */
  static NavigationBar of(List<Navigation.Item> items, List<String> labels) {
    double[] widths = new double[items.size()];
    for (int at = 0; at < widths.length; at++)
      widths[at] = width(labels.get(at), items.get(at).count());
    List<List<String>> in =
        items.stream().map(_ -> (List<String>) new ArrayList<String>()).toList();
    var whole = new ArrayList<String>();
    for (Window window : Window.values()) {
      String name = window.name().toLowerCase(Locale.ROOT);
      boolean all = Arrays.stream(widths).sum() <= window.room;
      if (all) whole.add(name);
      double room = all ? window.room : window.room - MENU;
      for (int at = 0; at < widths.length && widths[at] <= room; at++) {
        in.get(at).add(name);
        room -= widths[at];
      }
    }
    var placed = new ArrayList<Placed>();
    for (int at = 0; at < widths.length; at++)
      placed.add(new Placed(items.get(at), String.join(" ", in.get(at))));
    return new NavigationBar(placed, String.join(" ", whole));
  }

  /** About how wide a label is drawn, in rem. */
  private static double width(String label, int count) {
    double letters = label.codePoints().mapToDouble(one -> one < 0x2E80 ? LATIN : WIDE).sum();
    if (count == 0) return PADDING + letters;
    // one and two digits fit into the round of a number
    int digits = Math.clamp(Integer.toString(count).length(), 2, 4);
    return PADDING + letters + COUNT + (digits - 2) * LATIN;
  }
}
