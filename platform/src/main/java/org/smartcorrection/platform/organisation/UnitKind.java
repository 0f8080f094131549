package org.smartcorrection.platform.organisation;

import org.jspecify.annotations.Nullable;

/** The kinds of units of a correction agency at county level. */
public enum UnitKind {
  /** 大队: guides and approves. */
  BRIGADE,
  /** 中队: the daily work of several townships. */
  SQUADRON,
  /** 司法所: the place of a judicial office among them; it acts on entrustment only (CCL 9). */
  OFFICE;

  /** Whether such a unit may stand under one of that kind; {@code null} is the agency itself. */
  public boolean mayStandUnder(@Nullable UnitKind above) {
    return switch (this) {
      case BRIGADE -> above == null;
      case SQUADRON -> above == BRIGADE;
      case OFFICE -> above != OFFICE;
    };
  }
}
