package org.smartcorrection.platform.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NavigationBarTest {
  @Test
  void what_does_not_fit_folds_into_the_menu_from_the_end_and_a_wider_window_shows_more() {
    NavigationBar bar =
        of(
            "Today",
            "My people",
            "Statute clock",
            "Applications",
            "Approvals",
            "Copies",
            "The law",
            "Replies to opinions",
            "My post");
    List<String> in = bar.items().stream().map(NavigationBar.Placed::in).toList();
    assertTrue(in.getFirst().startsWith("s "), "the first is in every bar: " + in);
    for (String window : List.of("s", "m", "l", "xl", "xxl", "xxxl")) {
      List<Boolean> shown =
          in.stream().map(names -> List.of(names.split(" ")).contains(window)).toList();
      int first = shown.indexOf(false);
      if (first >= 0) assertFalse(shown.subList(first, shown.size()).contains(true), window);
    }
    assertFalse(in.getLast().contains("xl "), in.toString());
    assertEquals("xxxl", bar.whole(), "everything fits into a wide window and needs no menu");
  }

  @Test
  void two_short_items_need_no_menu_anywhere() {
    assertEquals("s m l xl xxl xxxl", of("首页", "法律").whole());
  }

  private static NavigationBar of(String... labels) {
    List<Navigation.Item> items =
        IntStream.range(0, labels.length)
            .mapToObj(at -> new Navigation.Item("s" + at, "/", Text.literal(labels[at]), "", at))
            .toList();
    return NavigationBar.of(items, List.of(labels));
  }
}
