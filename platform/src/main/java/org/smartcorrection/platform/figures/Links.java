package org.smartcorrection.platform.figures;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Timeliness;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a report and what stands behind its figures are found. */
record Links(String path, Scope scope, Period period) {
  /** The report itself. */
  public String page() {
    return asked(path).encode().build().toString();
  }

  /** The tables as a file. */
  public String file(String kind) {
    return asked(path + "/tables." + kind).encode().build().toString();
  }

  /** The tables as CSV in GB 18030. */
  public String chineseCsv() {
    return asked(path + "/tables.csv").queryParam("coding", "GB18030").encode().build().toString();
  }

  /** The cases behind a figure. */
  String of(Behind behind) {
    return switch (behind) {
      case Behind.People(var column, var of) -> people(column, of);
      case Behind.Acts(var kind, var category) -> acts(kind, category);
      case Behind.Deadlines(var rule, var owner, var kept) -> deadlines(rule, owner, kept);
    };
  }

  /** The page that goes on from a key. */
  static String after(String address, String key) {
    return UriComponentsBuilder.fromUriString(address)
        .queryParam("after", "{after}")
        .encode()
        .buildAndExpand(key)
        .toUriString();
  }

  String people(Column column, Map<Dimension, String> of) {
    UriComponentsBuilder address = behind("people").queryParam("column", column);
    of.forEach((dimension, value) -> address.queryParam(Behind.name(dimension), value));
    return address.encode().build().toString();
  }

  String acts(EventKind kind, @Nullable String category) {
    UriComponentsBuilder address = behind("acts").queryParam("kind", kind);
    if (category != null) address.queryParam(Behind.name(Dimension.CATEGORY), category);
    return address.encode().build().toString();
  }

  String deadlines(String rule, String owner, Timeliness.@Nullable Kept kept) {
    UriComponentsBuilder address =
        behind("deadlines").queryParam("rule", rule).queryParam("owner", owner);
    if (kept != null) address.queryParam("kept", kept);
    return address.encode().build().toString();
  }

  private UriComponentsBuilder behind(String what) {
    return asked(path + "/cases").queryParam("what", what);
  }

  private UriComponentsBuilder asked(String to) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath(to)
            .queryParam("of", scope.name())
            .queryParam("period", period.name());
    if (period.name().equals(Period.DAYS))
      address.queryParam("from", period.first()).queryParam("until", period.last());
    return address;
  }
}
