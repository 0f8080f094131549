package org.smartcorrection.platform.desk.partner;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Agency;

/**
 * The counties that a token reads, one after another: a city agency's has all that are below it, or
 * the one that it names.
 *
 * @param counties in the order in which they are read, at least one
 */
record Reach(List<Agency> counties) {
  private static final String BEHIND = ":";

  Reach {
    counties = List.copyOf(counties);
  }

  /** A page of one county. */
  interface Query<T> {
    Slice<T> page(AgencyId county, @Nullable String after, int size);
  }

  /**
   * All of them, or the one with this code.
   *
   * @throws NotFound when it is none of them
   */
  static Reach of(List<Agency> counties, @Nullable String code) {
    List<Agency> named =
        counties.stream().filter(county -> code == null || county.code().equals(code)).toList();
    if (named.isEmpty()) throw new NotFound();
    return new Reach(named);
  }

  /** A page across the counties; among several, the key says in which of them it goes on. */
  <T> Slice<T> page(@Nullable String after, int size, Query<T> query) {
    if (counties.size() == 1) return query.page(counties.getFirst().id(), after, size);
    int at = 0;
    @Nullable String key = null;
    if (after != null) {
      String code = after.split(BEHIND, 2)[0];
      at = at(code);
      String rest = after.substring(Math.min(after.length(), code.length() + 1));
      key = rest.isEmpty() ? null : rest;
    }
    var rows = new ArrayList<T>();
    for (; at < counties.size(); at++) {
      Agency county = counties.get(at);
      if (rows.size() == size) return new Slice<>(rows, county.code() + BEHIND);
      Slice<T> page = query.page(county.id(), key, size - rows.size());
      rows.addAll(page.rows());
      if (page.next() != null) return new Slice<>(rows, county.code() + BEHIND + page.next());
      key = null;
    }
    return new Slice<>(rows, null);
  }

  private int at(String code) {
    for (int i = 0; i < counties.size(); i++) if (counties.get(i).code().equals(code)) return i;
    throw new NotFound();
  }
}
