package org.smartcorrection.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArticleTextsTest {

  /** Of the sources, so that no letter of the law is ever changed by the way. */
  private static final Map<String, String> SHA_256 =
      Map.of(
          "CCL", "7f734d78c1a231be73afc17933f34806755f910616ac0e7cc209cdb41cfc1926",
          "PIPL", "b7d506ba2351568cc1ed1e59b571775e1503000a8dac74f5b521611883abe6a6",
          "SPC", "f3d81934bf884ab86a32cde643068e8f41ad0142ff5c39bd8a897a5c2e5dbb58",
          "SPC2016", "be1f7d0d1ac4a22c267247d789692da65e04e7649b76d9589038059ca0a44588",
          "SPP", "b1925a222aed2fcdb385ac854f1f05fba64226c7e13ae066e0d4f4ab1ee06202");

  private final ArticleTexts texts = ArticleTexts.published();

  @Test
  void every_article_that_a_read_rule_cites_has_its_text() {
    for (Rule rule : Rules.published().all())
      if (rule.confidence() == Confidence.TEXT)
        for (Article article : rule.articles())
          assertEquals(
              texts.has(article.law()), texts.find(article).isPresent(), rule.id() + " " + article);
  }

  @Test
  void of_the_laws_that_are_here_only_what_lies_outside_an_excerpt_is_missing() {
    Set<Article> missing =
        Rules.published().all().stream()
            .flatMap(rule -> rule.articles().stream())
            .filter(article -> texts.has(article.law()) && texts.find(article).isEmpty())
            .collect(Collectors.toSet());

    assertEquals(Set.of(new Article("SPC", "204")), missing);
  }

  @Test
  void whatever_was_read_can_be_read_here() {
    for (Rule rule : Rules.published().all())
      if (rule.confidence() == Confidence.TEXT)
        assertTrue(
            rule.articles().stream().anyMatch(article -> texts.find(article).isPresent()),
            rule.id() + " claims to be read, and no article of it is here");
  }

  @Test
  void laws_that_are_not_here_are_known_by_name() {
    Set<String> missing =
        Rules.published().all().stream()
            .flatMap(rule -> rule.articles().stream())
            .map(Article::law)
            .filter(law -> !texts.has(law))
            .collect(Collectors.toSet());

    assertEquals(Set.of("MEASURES", "CL", "CPL", "CIVPL", "HOUSE"), missing);
  }

  @Test
  void no_letter_of_a_law_is_changed() throws Exception {
    for (var law : SHA_256.entrySet()) {
      byte[] bytes = LawFiles.text(file(law.getKey())).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertEquals(law.getValue(), HexFormat.of().formatHex(digest), law.getKey());
    }
  }

  @Test
  void each_line_of_an_article_comes_out_as_it_is_in_the_source() {
    for (String law : SHA_256.keySet()) {
      List<String> source =
          LawFiles.text(file(law))
              .lines()
              .dropWhile(line -> !line.startsWith("第"))
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList();
      List<String> read =
          texts.all().stream()
              .filter(text -> text.article().law().equals(law))
              .flatMap(
                  text -> (text.heading() + " " + String.join("\n", text.paragraphs())).lines())
              .toList();
      assertEquals(source, read, law);
    }
  }

  @Test
  void whole_laws_have_all_their_articles() {
    assertEquals(63, count("CCL"));
    assertEquals(74, count("PIPL"));
    assertEquals(42, count("SPC2016"));
  }

  private long count(String law) {
    return texts.all().stream().filter(text -> text.article().law().equals(law)).count();
  }

  @Test
  void an_article_names_its_law_and_keeps_its_items_apart() {
    ArticleText text = texts.find(new Article("SPC", "543")).orElseThrow();

    assertEquals("最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释 (2021)", text.source());
    assertEquals("第五百四十三条", text.heading());
    assertEquals("（一）违反禁止令，情节严重的；", text.paragraphs().get(1));
    assertEquals("SPC/543", text.article().path());
  }

  @Test
  void what_is_not_here_is_empty() {
    assertTrue(texts.find(new Article("MEASURES", "27")).isEmpty());
    assertTrue(texts.find(new Article("CCL", "64")).isEmpty());
    assertFalse(texts.has("MEASURES"));
  }

  @Test
  void numerals_are_read() {
    assertEquals(10, StatuteReader.value("十"));
    assertEquals(12, StatuteReader.value("十二"));
    assertEquals(20, StatuteReader.value("二十"));
    assertEquals(202, StatuteReader.value("二百零二"));
    assertEquals(514, StatuteReader.value("五百一十四"));
  }

  @Test
  void a_file_that_is_not_a_statute_says_where() {
    var twice = "# 法\n第一条 甲\n第一条 乙\n";
    assertEquals(3, failing(twice).line());
    assertEquals(1, failing("第一条 甲\n").line());
    assertEquals("x.md, line 1: has no article", failing("# 法\n").getMessage());
  }

  private static LawFileUnreadable failing(String markdown) {
    return assertThrows(LawFileUnreadable.class, () -> StatuteReader.read("x.md", "X", markdown));
  }

  private static String file(String law) {
    return "articles/" + law + ".md";
  }
}
