package org.smartcorrection.platform.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where words are found in Chinese texts, and where not. */
class WordSearchTests {
  private static final String TEXT = "申请外出：前往成都市武侯区照顾住院的母亲\n（２０２６）青矫假字第3号\nZhang San 表示将按时报告";

  private static String found(String asked) {
    return found(asked, TEXT);
  }

  private static String found(String asked, String text) {
    return WordSearch.of(asked)
        .in(text)
        .map(
            match ->
                match.spans().stream()
                    .map(span -> text.substring(span.from(), span.to()))
                    .collect(Collectors.joining("|")))
        .orElse("-");
  }

  @Test
  void what_stands_there_as_it_was_written_is_found() {
    assertEquals("武侯区", found("武侯区"));
    assertEquals("母", found("母"), "a single character counts as it is written");
    assertEquals("-", found("父亲"));
  }

  @Test
  void the_words_of_a_phrase_are_found_in_another_order() {
    assertEquals("申请|外出", found("外出申请").replace("申请外出", "申请|外出"));
    assertEquals("-", found("外出审批"), "all words of a phrase are needed");
  }

  @Test
  void all_words_between_spaces_are_needed() {
    assertEquals("住院|母亲", found("母亲　住院"));
    assertEquals("-", found("母亲 出院"));
    assertTrue(WordSearch.of(" 　 ").isEmpty());
    assertEquals("-", found(""));
  }

  @Test
  void a_name_is_never_found_by_its_single_characters() {
    assertEquals("-", found("李小明", "小李说明天来"));
    assertEquals("李小明", found("李小明", "本人李小明到案"));
  }

  @Test
  void width_and_capitals_make_no_difference_and_keep_their_places() {
    assertEquals("（２０２６）青矫假字第3号", found("(2026)青矫假字第３号"));
    assertEquals("Zhang|San", found("zhang SAN"));
    assertEquals("𠮷野", found("𠮷野", "㎡𠮷野家"));
  }

  @Test
  void a_long_question_is_cut_and_touching_finds_are_one() {
    assertFalse(WordSearch.of("社区矫正".repeat(1000)).in("社区").isPresent());
    assertEquals("社区矫正", found("社区 矫正", "社区矫正"));
  }

  @Test
  void snippets_show_the_line_around_and_split_no_character() {
    String text = "𠮷".repeat(60) + "保证金" + "尾".repeat(200) + "\n无关\n保证金";
    List<Snippet> snippets =
        Snippet.of(text, WordSearch.of("保证金").in(text).orElseThrow().spans(), 3);
    assertEquals(2, snippets.size());
    List<Snippet.Piece> pieces = snippets.getFirst().pieces();
    assertEquals("…", pieces.getFirst().text());
    assertEquals(
        "保证金", pieces.stream().filter(Snippet.Piece::found).findFirst().orElseThrow().text());
    assertEquals("…", pieces.getLast().text());
    String shown = pieces.stream().map(Snippet.Piece::text).collect(Collectors.joining());
    assertTrue(shown.length() < 200);
    assertFalse(Character.isLowSurrogate(shown.charAt(1)));
  }
}
