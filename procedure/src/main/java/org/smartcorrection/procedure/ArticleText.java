package org.smartcorrection.procedure;

import java.util.List;

/**
 * An article in the words of the law, which are Chinese: no source here has a translation.
 *
 * @param source the law's own name
 * @param heading such as 第二十七条
 * @param paragraphs exactly as in the source; an item such as （一） is one of its own
 */
public record ArticleText(Article article, String source, String heading, List<String> paragraphs) {

  public ArticleText {
    paragraphs = List.copyOf(paragraphs);
  }
}
