package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which of the open alarms are asked for, as the page's address says it. What it says wrongly is
 * not asked for at all: a bookmark of another day still opens.
 *
 * @param mine only of cases for which the reader is responsible
 * @param unseen only what nobody has acknowledged
 */
record AlarmFilter(boolean mine, boolean unseen, @Nullable AlarmKind kind) {
  static final String PATH = "/console/alarms";
  static final AlarmFilter NONE = new AlarmFilter(false, false, null);

  static AlarmFilter read(HttpServletRequest request) {
    return new AlarmFilter(
        "mine".equals(request.getParameter("whose")),
        "true".equals(request.getParameter("unseen")),
        Arrays.stream(AlarmKind.values())
            .filter(kind -> kind.name().equals(request.getParameter("kind")))
            .findFirst()
            .orElse(null));
  }

  public boolean narrows() {
    return !equals(NONE);
  }

  /** The address of the page with this filter. */
  public String href() {
    return address(PATH).encode().build().toString();
  }

  /** The address of the list alone, which keeps itself up to date. */
  public String list() {
    return address(PATH + "/list").encode().build().toString();
  }

  /** The address of the page that goes on from a key. */
  String after(String key) {
    return address(PATH).queryParam("after", key).encode().build().toString();
  }

  private UriComponentsBuilder address(String path) {
    var address = UriComponentsBuilder.fromPath(path);
    if (mine) address.queryParam("whose", "mine");
    if (unseen) address.queryParam("unseen", "true");
    if (kind != null) address.queryParam("kind", kind);
    return address;
  }
}
