package org.smartcorrection.platform.organisation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;

/**
 * One agency.
 *
 * @param code short and stable, for case numbers and the ledger, such as {@code qinghe-sfj}
 * @param parent the agency above it; for a judicial office the county agency that entrusts it
 * @param mark 发文机关代字, what its document numbers begin with; {@code null} where none was given, then
 *     its code stands there
 */
public record Agency(
    AgencyId id,
    String code,
    AgencyKind kind,
    String nameZh,
    String nameEn,
    @Nullable AgencyId parent,
    @Nullable String mark) {
  /** What the numbers of its documents begin with. */
  public String marked() {
    return mark == null ? code.toUpperCase(Locale.ROOT) : mark;
  }

  /** The part of the code before the first hyphen, in capitals: case numbers begin with it. */
  public String shortCode() {
    int hyphen = code.indexOf('-');
    return (hyphen < 0 ? code : code.substring(0, hyphen)).toUpperCase(Locale.ROOT);
  }

  public String name(Locale locale) {
    return locale.getLanguage().equals("zh") ? nameZh : nameEn;
  }
}
