package org.smartcorrection.location;

import java.util.regex.Pattern;

/**
 * A city, county or town by its administrative border.
 *
 * @param code of GB/T 2260 (6 digits) or, for towns, the statistics' 9 or 12
 * @param ground its border, imported with declared datum and licence
 */
public record AdministrativeArea(String code, PolygonArea ground) implements Area {
  private static final Pattern CODE = Pattern.compile("\\d{6}(\\d{3}){0,2}");

  /**
   * @throws IllegalArgumentException if the code is none
   */
  public AdministrativeArea {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("an administrative code has 6, 9 or 12 digits");
    }
  }

  @Override
  public double signedDistanceMetres(Wgs84Point point) {
    return ground.signedDistanceMetres(point);
  }

  @Override
  public BoundingBox bounds() {
    return ground.bounds();
  }
}
