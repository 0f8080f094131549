package org.smartcorrection.platform.my;

import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.shell.Text;

/**
 * One step on the way of an application.
 *
 * @param state {@code done}, {@code now}, {@code shut} or nothing, as the look draws it
 */
record Step(String state, Text title, @Nullable Text sub) {
  static Step done(Text title, @Nullable Text sub) {
    return new Step("done", title, sub);
  }

  static Step now(Text title, @Nullable Text sub) {
    return new Step("now", title, sub);
  }

  static Step ahead(Text title, @Nullable Text sub) {
    return new Step("", title, sub);
  }
}
