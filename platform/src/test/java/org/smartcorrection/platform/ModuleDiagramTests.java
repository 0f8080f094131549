package org.smartcorrection.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Holds the modules to their borders, and draws them as the compiler knows them, so that the
 * picture in the docs is never older.
 */
class ModuleDiagramTests {
  private static final Path FILE = Path.of("..", "docs", "modules.svg");
  private static final String RENEW =
      "mvn -B -pl platform -am test -Dtest=ModuleDiagramTests"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dmodules.svg=write";

  /** To read them takes as long as everything else here. */
  private static final ApplicationModules MODULES = ApplicationModules.of(Application.class);

  @Test
  void modules_keep_to_their_borders() {
    MODULES.verify();
  }

  @Test
  void the_drawing_in_the_docs_shows_the_modules_as_they_are() throws IOException {
    String drawn = new Drawing(dependencies()).svg();
    if (System.getProperty("modules.svg", "").equals("write")) Files.writeString(FILE, drawn);
    String committed = Files.exists(FILE) ? Files.readString(FILE) : "";
    assertEquals(drawn, committed, "docs/modules.svg is out of date. Renew it with: " + RENEW);
  }

  private static SortedMap<String, SortedSet<String>> dependencies() {
    var found = new TreeMap<String, SortedSet<String>>();
    MODULES.forEach(
        module -> {
          String name = module.getIdentifier().toString();
          SortedSet<String> uses =
              module
                  .getDirectDependencies(MODULES)
                  .uniqueModules()
                  .map(used -> used.getIdentifier().toString())
                  .filter(used -> !used.equals(name))
                  .collect(Collectors.toCollection(TreeSet::new));
          found.put(name, uses);
        });
    return found;
  }

  /**
   * A place in the drawing: a module, or the point at which a long line passes a layer.
   *
   * @param name of the module; of a point, the line it lies on
   */
  private record Node(String name, boolean module) {}

  /** A line from a module down to one that it uses, through every layer between. */
  private record Edge(List<Node> nodes) {}

  /**
   * Modules in layers, each above all that it uses. A dependency that follows from others is not
   * drawn; every box names all of its own in its title.
   */
  private static final class Drawing {
    private static final int BOX = 104;
    private static final int POINT = 14;
    private static final int HEIGHT = 34;
    private static final int GAP = 16;
    private static final int STEP = 84;
    private static final int MARGIN = 20;
    private static final int SWEEPS = 24;

    private final SortedMap<String, SortedSet<String>> uses;
    private final Map<String, Integer> layerOf = new HashMap<>();
    private final List<List<Node>> layers = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Map<Node, Integer> x = new HashMap<>();
    private int width;

    Drawing(SortedMap<String, SortedSet<String>> uses) {
      this.uses = uses;
      layer();
      uses.forEach((from, all) -> all.forEach(to -> connect(from, to)));
      for (int sweep = 0; sweep < SWEEPS; sweep++) order(sweep % 2 == 0);
      place();
    }

    /** A module lies one layer above the highest that it uses; the lowest layer is 0. */
    private void layer() {
      while (layerOf.size() < uses.size()) {
        List<String> next =
            uses.keySet().stream()
                .filter(name -> !layerOf.containsKey(name))
                .filter(name -> layerOf.keySet().containsAll(at(uses, name)))
                .toList();
        if (next.isEmpty()) throw new IllegalStateException("modules use each other in a circle");
        int layer = layers.size();
        next.forEach(name -> layerOf.put(name, layer));
        layers.add(
            next.stream()
                .map(name -> new Node(name, true))
                .collect(Collectors.toCollection(ArrayList::new)));
      }
    }

    private void connect(String from, String to) {
      boolean follows =
          at(uses, from).stream().anyMatch(other -> !other.equals(to) && reaches(other, to));
      if (follows) return;
      var nodes = new ArrayList<Node>();
      nodes.add(new Node(from, true));
      for (int layer = at(layerOf, from) - 1; layer > at(layerOf, to); layer--) {
        var point = new Node(from + " " + to + " " + layer, false);
        layers.get(layer).add(point);
        nodes.add(point);
      }
      nodes.add(new Node(to, true));
      edges.add(new Edge(List.copyOf(nodes)));
    }

    private boolean reaches(String from, String to) {
      Set<String> direct = at(uses, from);
      return direct.contains(to) || direct.stream().anyMatch(next -> reaches(next, to));
    }

    /** Moves every node towards the middle of its neighbours in the layer above or below. */
    private void order(boolean byLower) {
      Map<Node, List<Node>> neighbours = new HashMap<>();
      for (Edge edge : edges)
        for (int i = 1; i < edge.nodes().size(); i++) {
          Node upper = edge.nodes().get(i - 1);
          Node lower = edge.nodes().get(i);
          neighbours
              .computeIfAbsent(byLower ? upper : lower, _ -> new ArrayList<>())
              .add(byLower ? lower : upper);
        }
      for (int i = 0; i < layers.size(); i++) {
        List<Node> layer = layers.get(byLower ? i : layers.size() - 1 - i);
        place();
        Map<Node, Double> wished = new HashMap<>();
        for (Node node : layer)
          wished.put(
              node,
              neighbours.getOrDefault(node, List.of(node)).stream()
                  .mapToInt(near -> at(x, near))
                  .average()
                  .orElseThrow());
        layer.sort(
            Comparator.<Node, Double>comparing(node -> at(wished, node)).thenComparing(Node::name));
      }
    }

    /** Gives every node the middle of its place; layers are centred. */
    private void place() {
      width = layers.stream().mapToInt(Drawing::width).max().orElse(0) + 2 * MARGIN;
      for (List<Node> layer : layers) {
        int left = (width - width(layer)) / 2;
        for (Node node : layer) {
          x.put(node, left + width(node) / 2);
          left += width(node) + GAP;
        }
      }
    }

    private static <K, V> V at(Map<K, V> map, K key) {
      return Objects.requireNonNull(map.get(key));
    }

    private static int width(List<Node> layer) {
      return layer.stream().mapToInt(Drawing::width).sum() + GAP * (layer.size() - 1);
    }

    private static int width(Node node) {
      return node.module() ? BOX : POINT;
    }

    private int top(int layer) {
      return MARGIN + (layers.size() - 1 - layer) * STEP;
    }

    String svg() {
      int height = top(0) + HEIGHT + MARGIN;
      var out = new StringBuilder();
      out.append(
          """
          <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
          <title>Modules of the platform</title>
          <desc>Drawn by ModuleDiagramTests. Lines lead down to what a module uses; a dependency that \
          follows from others is not drawn.</desc>
          <style>
          svg { background: #ffffff; }
          rect { fill: #f3f5f4; stroke: #4d5f5a; }
          text { fill: #17211e; font: 14px sans-serif; text-anchor: middle; }
          path { fill: none; stroke: #7d8f89; stroke-width: 1.3; }
          @media (prefers-color-scheme: dark) {
          svg { background: #14191a; }
          rect { fill: #232b2c; stroke: #93a7a1; }
          text { fill: #e8eeec; }
          path { stroke: #71837e; }
          }
          </style>
          """
              .formatted(width, height, width, height));
      for (Edge edge : edges) out.append(line(edge));
      uses.forEach((name, used) -> out.append(box(name, used)));
      return out.append("</svg>\n").toString();
    }

    private String line(Edge edge) {
      var path = new StringBuilder();
      int layer = at(layerOf, edge.nodes().getFirst().name());
      int fromX = at(x, edge.nodes().getFirst());
      path.append("M%d %d".formatted(fromX, top(layer) + HEIGHT));
      for (Node node : edge.nodes().subList(1, edge.nodes().size())) {
        int startY = top(layer) + HEIGHT;
        layer--;
        int toX = at(x, node);
        int endY = top(layer);
        int middle = (startY + endY) / 2;
        path.append(" C%d %d %d %d %d %d".formatted(fromX, middle, toX, middle, toX, endY));
        if (!node.module()) path.append(" V%d".formatted(endY + HEIGHT));
        fromX = toX;
      }
      return "<path d=\"%s\"/>\n".formatted(path);
    }

    private String box(String name, Set<String> used) {
      int middle = at(x, new Node(name, true));
      int top = top(at(layerOf, name));
      String title = used.isEmpty() ? "uses none" : "uses " + String.join(", ", used);
      return String.format(
          Locale.ROOT,
          """
          <g><title>%s %s</title><rect x="%d" y="%d" width="%d" height="%d" rx="5"/>\
          <text x="%d" y="%d">%s</text></g>
          """,
          name,
          title,
          middle - BOX / 2,
          top,
          BOX,
          HEIGHT,
          middle,
          top + 22,
          name);
    }
  }
}
