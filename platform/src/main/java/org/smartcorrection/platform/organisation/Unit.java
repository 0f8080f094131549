package org.smartcorrection.platform.organisation;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.UnitId;

/**
 * A unit of a correction agency as it stands from one day on.
 *
 * @param agency the correction agency it is part of
 * @param office the judicial office that stands here; for the kind {@code OFFICE} alone
 * @param parent the unit above it; {@code null} directly under the agency
 * @param ended from that day on it is no more
 */
public record Unit(
    UnitId id,
    AgencyId agency,
    UnitKind kind,
    @Nullable AgencyId office,
    String nameZh,
    String nameEn,
    @Nullable UnitId parent,
    LocalDate from,
    boolean ended) {
  public String name(Locale locale) {
    return locale.getLanguage().equals("zh") ? nameZh : nameEn;
  }
}
