package org.smartcorrection.procedure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a statute from Markdown: the first heading names it, an article begins with 第…条 and goes on
 * to the next one or to a heading, a line a paragraph. Nothing is changed and nothing is guessed.
 */
final class StatuteReader {

  private static final Pattern BEGIN = Pattern.compile("(第([一二三四五六七八九十百零]+)条) (.+)");
  private static final String DIGITS = "零一二三四五六七八九";

  private final String file;
  private final String law;
  private final List<ArticleText> articles = new ArrayList<>();
  private final HashSet<String> numbers = new HashSet<>();
  private final List<String> paragraphs = new ArrayList<>();
  private String source = "";
  private String heading = "";
  private String number = "";

  private StatuteReader(String file, String law) {
    this.file = file;
    this.law = law;
  }

  /**
   * The articles in their order.
   *
   * @throws LawFileUnreadable when the name is missing or an article is there twice
   */
  static List<ArticleText> read(String file, String law, String markdown) {
    var reader = new StatuteReader(file, law);
    int at = 0;
    for (String line : markdown.lines().toList()) reader.line(++at, line);
    reader.finish();
    if (reader.articles.isEmpty()) throw new LawFileUnreadable(file, at, "has no article");
    return reader.articles;
  }

  private void line(int at, String line) {
    if (line.startsWith("# ")) source = line.substring(2).replaceFirst(" - .*", "");
    if (line.startsWith("#")) finish();
    if (line.isBlank() || line.startsWith("#") || line.startsWith("<!--")) return;
    Matcher begin = BEGIN.matcher(line);
    if (begin.matches()) {
      finish();
      heading = begin.group(1);
      number = Integer.toString(value(begin.group(2)));
      if (source.isEmpty()) throw new LawFileUnreadable(file, at, "does not name its law");
      if (!numbers.add(number)) throw new LawFileUnreadable(file, at, heading + " is here twice");
      paragraphs.add(begin.group(3));
    } else if (!number.isEmpty()) {
      paragraphs.add(line);
    }
  }

  private void finish() {
    if (!number.isEmpty())
      articles.add(new ArticleText(new Article(law, number), source, heading, paragraphs));
    number = "";
    paragraphs.clear();
  }

  /** 五百一十四 is 514, 十 is 10. */
  static int value(String numeral) {
    int sum = 0;
    int digit = 0;
    for (int at = 0; at < numeral.length(); at++) {
      char sign = numeral.charAt(at);
      int tens = sign == '百' ? 100 : sign == '十' ? 10 : 0;
      if (tens == 0) {
        digit = DIGITS.indexOf(sign);
      } else {
        sum += Math.max(digit, 1) * tens;
        digit = 0;
      }
    }
    return sum + digit;
  }
}
