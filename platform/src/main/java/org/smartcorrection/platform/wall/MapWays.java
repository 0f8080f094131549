package org.smartcorrection.platform.wall;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways about the map, as links: they need no script, and have a key each where there is one.
 */
final class MapWays {
  private static final double STEP = 0.4;

  private MapWays() {}

  /**
   * One way.
   *
   * @param name its message is {@code wall.way.NAME}
   * @param key of the keyboard, as browsers name it
   */
  record Way(String name, String key, String sign, String href) {}

  static List<Way> of(MapFilter filter) {
    MapView view = filter.view() == null ? MapView.COUNTRY : filter.view();
    var ways = new ArrayList<Way>();
    if (view.zoom() < MapView.NEAREST) ways.add(way("in", "+", "+", filter, view.zoomed(1)));
    if (view.zoom() > MapView.FARTHEST) ways.add(way("out", "-", "−", filter, view.zoomed(-1)));
    ways.add(way("north", "ArrowUp", "↑", filter, view.moved(0, -STEP)));
    ways.add(way("south", "ArrowDown", "↓", filter, view.moved(0, STEP)));
    ways.add(way("west", "ArrowLeft", "←", filter, view.moved(-STEP, 0)));
    ways.add(way("east", "ArrowRight", "→", filter, view.moved(STEP, 0)));
    ways.add(new Way("whole", "0", "◻", filter.at(null).href("/wall")));
    return ways;
  }

  private static Way way(String name, String key, String sign, MapFilter filter, MapView view) {
    return new Way(name, key, sign, filter.at(view).href("/wall"));
  }
}
