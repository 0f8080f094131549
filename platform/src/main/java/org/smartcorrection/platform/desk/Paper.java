package org.smartcorrection.platform.desk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of a paper that the platform wrote: head, number and signature stand around it. */
final class Paper {
  private static final Pattern ARTICLE =
      Pattern.compile("<article class=\"paper\">(.*)</article>", Pattern.DOTALL);
  private static final Pattern AROUND =
      Pattern.compile("<h1>.*?</h1>|<p class=\"(?:agency|number|signed)\">.*?</p>", Pattern.DOTALL);

  private Paper() {}

  /**
   * What stands between number and signature. The page was written by the platform itself, every
   * value escaped, and its hash was compared before.
   */
  static String of(String page) {
    Matcher article = ARTICLE.matcher(page);
    if (!article.find()) throw new IllegalStateException("a paper without its article");
    return AROUND.matcher(article.group(1)).replaceAll("");
  }
}
