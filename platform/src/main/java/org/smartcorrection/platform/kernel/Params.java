package org.smartcorrection.platform.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters of a statement, some of which may be absent. */
public final class Params {
  private Params() {}

  public static List<@Nullable Object> of(@Nullable Object... values) {
    var list = new ArrayList<@Nullable Object>(values.length);
    Collections.addAll(list, values);
    return list;
  }
}
