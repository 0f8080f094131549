package org.smartcorrection.procedure;

import java.util.Locale;
import java.util.Optional;

/** Names beside those of this library: of what agencies have added to procedures. */
public interface MoreWords {

  /** Where nobody has added anything. */
  MoreWords NONE = (_, _) -> Optional.empty();

  /**
   * The word, when there is one.
   *
   * @param language {@link Locale#SIMPLIFIED_CHINESE}, or any other for English
   */
  Optional<String> word(String key, Locale language);
}
