package org.smartcorrection.platform.wall;

import java.util.List;
import org.smartcorrection.location.BoundingBox;
import org.smartcorrection.location.Wgs84Point;

/**
 * What of the ground is seen: a piece of the Mercator map of the world, as web maps draw it. Pixels
 * are those of the drawing, {@value #WIDTH} by {@value #HEIGHT}, from its north-western corner.
 *
 * @param latitude of the middle, WGS-84
 * @param zoom by how many doublings it is nearer than the whole world on 256 pixels
 */
record MapView(double latitude, double longitude, int zoom) {
  static final int WIDTH = 960;
  static final int HEIGHT = 600;

  /** Nearer than this, a place rounded to a kilometre would look like an address. */
  static final int NEAREST = 13;

  static final int FARTHEST = 4;
  private static final double TILE = 256;
  private static final double MOST_LATITUDE = 80;
  private static final double MARGIN = 60;

  /** Where nothing else says where to look. */
  static final MapView COUNTRY = new MapView(35, 104, FARTHEST);

  MapView {
    latitude = Math.clamp(latitude, -MOST_LATITUDE, MOST_LATITUDE);
    longitude = Math.clamp(longitude, -180, 180);
    zoom = Math.clamp(zoom, FARTHEST, NEAREST);
  }

  /** The nearest view that shows all of these, or of the country when there are none. */
  static MapView around(List<Wgs84Point> places) {
    if (places.isEmpty()) return COUNTRY;
    double south = places.stream().mapToDouble(Wgs84Point::latitude).min().orElseThrow();
    double north = places.stream().mapToDouble(Wgs84Point::latitude).max().orElseThrow();
    double west = places.stream().mapToDouble(Wgs84Point::longitude).min().orElseThrow();
    double east = places.stream().mapToDouble(Wgs84Point::longitude).max().orElseThrow();
    var view = new MapView((south + north) / 2, (west + east) / 2, NEAREST);
    while (view.zoom > FARTHEST
        && !(view.holds(new Wgs84Point(south, west)) && view.holds(new Wgs84Point(north, east))))
      view = view.zoomed(-1);
    return view;
  }

  private boolean holds(Wgs84Point place) {
    double x = x(place);
    double y = y(place);
    return x >= MARGIN && x <= WIDTH - MARGIN && y >= MARGIN && y <= HEIGHT - MARGIN;
  }

  /** Pixels of the whole world, from the west. */
  double worldX(double degrees) {
    return (degrees + 180) / 360 * Math.scalb(TILE, zoom);
  }

  /** Pixels of the whole world, from the north. */
  double worldY(double degrees) {
    double bent = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(degrees) / 2));
    return (1 - bent / Math.PI) / 2 * Math.scalb(TILE, zoom);
  }

  double x(Wgs84Point place) {
    return worldX(place.longitude()) - worldX(longitude) + WIDTH / 2.0;
  }

  double y(Wgs84Point place) {
    return worldY(place.latitude()) - worldY(latitude) + HEIGHT / 2.0;
  }

  /** The ground that is seen. */
  BoundingBox box() {
    double halfWide = WIDTH / 2.0 / Math.scalb(TILE, zoom) * 360;
    double top = worldY(latitude) - HEIGHT / 2.0;
    return new BoundingBox(
        latitudeAt(top + HEIGHT),
        Math.max(-180, longitude - halfWide),
        latitudeAt(top),
        Math.min(180, longitude + halfWide));
  }

  private double latitudeAt(double worldY) {
    double bent = Math.PI * (1 - 2 * worldY / Math.scalb(TILE, zoom));
    return Math.toDegrees(Math.atan(Math.sinh(bent)));
  }

  MapView zoomed(int steps) {
    return new MapView(latitude, longitude, zoom + steps);
  }

  /** Moved by parts of what is seen: {@code right} of the width, {@code down} of the height. */
  MapView moved(double right, double down) {
    return new MapView(
        latitudeAt(worldY(latitude) + down * HEIGHT),
        longitude + right * WIDTH / Math.scalb(TILE, zoom) * 360,
        zoom);
  }

  /** The same nearer, around a place. */
  MapView nearer(Wgs84Point place, int steps) {
    return new MapView(place.latitude(), place.longitude(), zoom + steps);
  }
}
