package org.smartcorrection.platform.wall;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Severity;

/**
 * A mark of the map, where it is drawn and where it leads: nearer, or, where that shows no more, to
 * the list of who is there.
 *
 * @param r its radius in pixels
 * @param severity as the look writes it; {@code null} where nothing is asked
 * @param there the list of who is in its square
 * @param nearer the same map nearer; {@code null} where it cannot be
 */
record MapMark(
    Clusters.Cluster cluster,
    double x,
    double y,
    double r,
    @Nullable String severity,
    String there,
    @Nullable String nearer) {
  private static final double LEAST = 9;
  private static final double FOR_EACH_TENFOLD = 7;
  private static final double MOST = Clusters.SQUARE / 2 - 2;
  private static final int STEPS = 2;

  static MapMark of(Clusters.Cluster cluster, MapFilter filter) {
    MapView view = filter.view() == null ? MapView.COUNTRY : filter.view();
    boolean near = view.zoom() < MapView.NEAREST && cluster.people() > 1;
    double r = Math.min(MOST, LEAST + FOR_EACH_TENFOLD * Math.log10(cluster.people()));
    double left = cluster.square().column() * Clusters.SQUARE - view.worldX(view.longitude());
    double top = cluster.square().row() * Clusters.SQUARE - view.worldY(view.latitude());
    return new MapMark(
        cluster,
        tenths(inside(view.x(cluster.place()), left + MapView.WIDTH / 2.0, r)),
        tenths(inside(view.y(cluster.place()), top + MapView.HEIGHT / 2.0, r)),
        tenths(r),
        css(cluster.gravest()),
        there(cluster.square(), filter),
        near ? filter.at(view.nearer(cluster.place(), STEPS)).href("/wall") : null);
  }

  /** So that no mark lies on another, each stays in its square. */
  private static double inside(double at, double begin, double r) {
    return Math.clamp(at, begin + r, begin + Clusters.SQUARE - r);
  }

  /** The shape of the severity, for who cannot tell colours apart. */
  public String shape() {
    return switch (cluster.gravest()) {
      case RED -> "◆";
      case AMBER -> "▲";
      case BLUE -> "●";
      case null -> "";
    };
  }

  /** Where a press leads. */
  public String leads() {
    return nearer == null ? there : nearer;
  }

  static String there(Clusters.Square square, MapFilter filter) {
    String path = filter.href("/wall/there");
    return "%s&zoom=%d&column=%d&row=%d"
        .formatted(path, square.zoom(), square.column(), square.row());
  }

  static @Nullable String css(@Nullable Severity severity) {
    return severity == null ? null : severity.name().toLowerCase(Locale.ROOT);
  }

  private static double tenths(double pixels) {
    return Math.round(pixels * 10) / 10.0;
  }
}
