package org.smartcorrection.platform.desk;

import java.util.List;
import org.smartcorrection.platform.shell.Text;

/** Puts texts together, in whatever language they will be said. */
final class Texts {
  private Texts() {}

  /** Several texts as a list in words. */
  static Text list(List<Text> texts) {
    return texts.stream()
        .reduce((before, next) -> Text.of("desk.list", before, next))
        .orElse(Text.literal(""));
  }
}
