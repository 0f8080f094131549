package org.smartcorrection.platform.documents;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reader got out of a file.
 *
 * @param text without what a typesetter put between two characters of one sentence
 */
record PlainText(Reading.State state, @Nullable Integer pages, String text) {
  /** Longer texts are cut. */
  static final int MOST_CHARACTERS = 500_000;

  /** Files of more pages are not read on. */
  static final int MOST_PAGES = 5_000;

  // a line ends where the paper ends, in the middle of a word as well
  private static final Pattern WRAP = Pattern.compile("(?<=\\p{IsHan}) ?\\R(?=\\p{IsHan})");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]+");

  static PlainText of(int pages, CharSequence raw, boolean cut) {
    String lines = CONTROL.matcher(WRAP.matcher(raw).replaceAll("")).replaceAll("\n").strip();
    if (lines.codePoints().noneMatch(Character::isLetterOrDigit))
      return without(Reading.State.NO_TEXT, pages);
    return new PlainText(cut ? Reading.State.BEGINNING : Reading.State.READ, pages, lines);
  }

  static PlainText without(Reading.State state, @Nullable Integer pages) {
    return new PlainText(state, pages, "");
  }
}
