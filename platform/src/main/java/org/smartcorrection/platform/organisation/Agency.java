package org.smartcorrection.platform.organisation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;

/**
 * One agency.
 *
 * @param code short and stable, for document numbers and the ledger, such as {@code qinghe-sfj}
 * @param parent the agency above it; for a judicial office the county agency that entrusts it
 */
public record Agency(
    AgencyId id,
    String code,
    AgencyKind kind,
    String nameZh,
    String nameEn,
    @Nullable AgencyId parent) {
  /** The part of the code before the first hyphen, in capitals: case numbers begin with it. */
  public String shortCode() {
    int hyphen = code.indexOf('-');
    return (hyphen < 0 ? code : code.substring(0, hyphen)).toUpperCase(Locale.ROOT);
  }

  public String name(Locale locale) {
    return locale.getLanguage().equals("zh") ? nameZh : nameEn;
  }
}
