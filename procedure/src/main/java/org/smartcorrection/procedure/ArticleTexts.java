package org.smartcorrection.procedure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The articles in the words of the law, for whoever asks why. Laws, regulations and judicial
 * interpretations are not protected by copyright (Copyright Law of the PRC, art. 5).
 *
 * <p>Not every law that the rules cite is here: what is missing is empty, and no text is ever made
 * up for it.
 */
public final class ArticleTexts {

  /** By short name; {@code articles/README.md} says where they are from. */
  private static final Set<String> LAWS = Set.of("CCL", "PIPL", "SPC", "SPC2016", "SPP");

  private final Map<Article, ArticleText> all = new LinkedHashMap<>();

  private ArticleTexts() {}

  /**
   * The texts that come with this library.
   *
   * @throws LawFileUnreadable naming file, line and reason
   */
  public static ArticleTexts published() {
    var texts = new ArticleTexts();
    for (String law : LAWS) {
      String file = "articles/" + law + ".md";
      texts.add(StatuteReader.read(file, law, LawFiles.text(file)));
    }
    return texts;
  }

  private void add(List<ArticleText> articles) {
    articles.forEach(text -> all.put(text.article(), text));
  }

  /** Empty when the text is not here. */
  public Optional<ArticleText> find(Article article) {
    return Optional.ofNullable(all.get(article));
  }

  /** Whether that law, or an excerpt of it, is here. */
  public boolean has(String law) {
    return LAWS.contains(law);
  }

  Collection<ArticleText> all() {
    return all.values();
  }
}
