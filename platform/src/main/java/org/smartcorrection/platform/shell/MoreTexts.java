package org.smartcorrection.platform.shell;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts beside those of the bundles, such as the names of what agencies add to procedures. */
public interface MoreTexts {

  /** The text; {@code null} when there is none with that key. */
  @Nullable String text(String key, Locale language);
}
