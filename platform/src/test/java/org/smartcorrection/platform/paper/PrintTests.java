package org.smartcorrection.platform.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;

class PrintTests {
  private static final long SEED = 20_261_125;
  private static final Instant ISSUED = Instant.parse("2026-03-02T01:23:45Z");
  // rare characters, one beyond U+FFFF that the font lacks, one that it has, look-alikes, English
  private static final String HARD =
      "㐀䶮龘𣗋𠮷〔2026〕（一）「人」《法》— A tag's id: QS-2026-1, 5 & <b>；·•…①Ⅰ㎡Ａa\u00a0b é 一丨丶";

  private static Paper paper(String name) {
    return new Paper(
        "admonition",
        "zh-CN",
        List.of(
            Part.of(Part.Kind.AGENCY, "青山区社区矫正机构"),
            Part.of(Part.Kind.TITLE, "训诫决定书"),
            Part.of(Part.Kind.NUMBER, "（2026）青矫训字第12号"),
            Part.of(Part.Kind.TO, name + "："),
            Part.of(
                Part.Kind.TEXT,
                "经查，您在社区矫正期间未按规定报告（missed check-in on 2 March），现决定给予训诫。请您遵守法律、行政法规和监督管理规定，"
                    + "按时报告，接受教育帮扶。"),
            Part.of(Part.Kind.FIELD, "案号", "QS-2026-1"),
            Part.of(Part.Kind.FIELD, "社区矫正对象", name),
            Part.of(Part.Kind.FIELD, "陈述申辩", HARD + "\n第二行：您说当时手机没有电。"),
            Part.of(Part.Kind.ITEM, "一、按时报告"),
            Part.of(Part.Kind.BASIS, "依据：《中华人民共和国社区矫正法》第二十八条。"),
            Part.of(Part.Kind.REMEDY, "如有异议，可以向本机构提出，也可以向人民检察院申诉、控告、检举。"),
            Part.of(Part.Kind.ANNEX, "附件：谈话记录"),
            Part.of(Part.Kind.SIGNED, "青山区社区矫正机构", "工作人员", "2026年3月2日")));
  }

  private static Print print(Paper paper, int digits) {
    var random = new Random(SEED);
    var code = new StringBuilder("https://correction.example:8443/open/verify#");
    for (int i = 0; i < digits; i++) code.append(random.nextInt(10));
    var stamp =
        new Stamp(
            digits == 0 ? null : code.toString(),
            "青山区社区矫正机构",
            "演示专用",
            List.of("证明：第 12 条。", "SHA-256 " + "0123456789abcdef".repeat(4)));
    return new Print(paper, stamp, ISSUED);
  }

  private static String expected(Print print, String lacking) {
    var all = new ArrayList<>(print.paper().lines());
    all.add(lacking);
    all.addAll(print.stamp().lines());
    return Readers.letters(String.join("", all));
  }

  @Test
  void the_text_of_a_pdf_is_the_text_of_its_paper() throws Exception {
    Print print = print(paper("张㐀𠮷"), 4000);
    assertEquals(expected(print, "〓 U+20BB7"), Readers.letters(Readers.pdf(print.pdf())));
  }

  @Test
  void the_text_of_an_ofd_read_by_another_program_is_the_text_of_its_paper() throws Exception {
    Print print = print(paper("张㐀𠮷"), 4000);
    assertEquals(expected(print, "〓 U+20BB7"), Readers.letters(Readers.ofd(print.ofd())));
  }

  @Test
  void random_characters_come_out_as_they_went_in() throws Exception {
    var random = new Random(SEED);
    for (int run = 0; run < 20; run++) {
      var text = new StringBuilder();
      while (text.length() < 400) {
        int point =
            random.nextBoolean() ? random.nextInt(0x10000) : 0x3400 + random.nextInt(0x6c00);
        if (PaperFont.get().has(point)) text.appendCodePoint(point);
      }
      Paper paper = paper(text.toString());
      Print print = print(paper, 0);
      String seed = "seed " + SEED + ", run " + run;
      // Arabic and Hebrew would be turned round by the reader; the font has neither
      assertEquals(expected(print, "〓 U+20BB7"), Readers.letters(Readers.pdf(print.pdf())), seed);
    }
  }

  @Test
  void no_radical_stands_for_a_character() throws Exception {
    Print print = print(paper("⼀⼈⽂"), 0);
    assertTrue(print.paper().lines().contains("一人文"));
    String text = Readers.pdf(print.pdf());
    assertTrue(text.contains("一人文"));
    assertFalse(text.codePoints().anyMatch(point -> point >= 0x2f00 && point <= 0x2fdf));
  }

  @Test
  void the_same_print_has_the_same_bytes() {
    Print print = print(paper("张三"), 4000);
    assertArrayEquals(print.pdf(), print(paper("张三"), 4000).pdf());
    assertArrayEquals(print.ofd(), print(paper("张三"), 4000).ofd());
    assertFalse(Arrays.equals(print.pdf(), print(paper("李四"), 4000).pdf()));
  }

  @Test
  void a_paper_comes_back_from_its_bytes_and_every_change_shows() {
    Paper paper = paper("张㐀𠮷");
    assertEquals(paper, Paper.parse(paper.bytes()));
    assertNotEquals(List.of(paper.bytes()), List.of(paper("张三").bytes()));
  }

  @Test
  void the_code_on_the_page_can_be_read_whatever_its_size() throws Exception {
    var unread = new TreeSet<Integer>();
    for (int digits : new int[] {300, 1500, 3000, 4200, 5000, 5400, 6200, 6900}) {
      Print print = print(paper("张三"), digits);
      try {
        assertEquals(print.stamp().code(), Readers.code(print.pdf()), digits + " digits");
      } catch (AssertionError e) {
        unread.add(digits);
      }
    }
    assertEquals(new TreeSet<Integer>(), unread);
    assertFalse(Print.fits("https://correction.example/open/verify#" + "7".repeat(7100)));
  }

  @Test
  void a_pdf_is_tagged_and_says_language_and_title() throws Exception {
    byte[] pdf = print(paper("张三"), 3000).pdf();
    try (var document = Loader.loadPDF(pdf)) {
      var catalog = document.getDocumentCatalog();
      assertEquals("zh-CN", catalog.getLanguage());
      assertTrue(catalog.getMarkInfo().isMarked());
      assertFalse(catalog.getStructureTreeRoot().getKids().isEmpty());
      assertEquals("训诫决定书 （2026）青矫训字第12号", document.getDocumentInformation().getTitle());
      assertEquals(595, Math.round(document.getPage(0).getMediaBox().getWidth()));
    }
  }

  @Test
  void a_long_paper_goes_on_on_further_pages() throws Exception {
    var parts = new ArrayList<>(paper("张三").parts());
    for (int i = 0; i < 60; i++) parts.add(6, Part.of(Part.Kind.FIELD, "事项" + i, "内容".repeat(40)));
    Print print = print(new Paper("decision", "zh-CN", parts), 3000);
    byte[] pdf = print.pdf();
    assertTrue(Readers.pages(pdf) > 3);
    assertEquals(expected(print, "〓 U+20BB7"), Readers.letters(Readers.pdf(pdf)));
  }

  @Test
  void samples_to_look_at() throws Exception {
    Path folder = Files.createDirectories(Path.of("target/papers"));
    Print print = print(paper("张㐀𠮷"), 5400);
    Files.write(folder.resolve("sealed.pdf"), print.pdf());
    Files.write(folder.resolve("sealed.ofd"), print.ofd());
    Files.write(folder.resolve("pending.pdf"), print(paper("张三"), 0).pdf());
    assertTrue(Files.exists(folder.resolve("pending.pdf")));
  }

  @Test
  void a_long_table_of_contents_names_its_columns_on_every_page() throws Exception {
    var parts =
        new ArrayList<>(
            List.of(
                Part.of(Part.Kind.AGENCY, "青山区社区矫正机构"),
                Part.of(Part.Kind.TITLE, "执行档案卷内目录"),
                Part.of(Part.Kind.COLUMNS, "序号", "文号", "责任者", "题名", "日期", "页数", "备注")));
    for (int i = 1; i <= 120; i++)
      parts.add(
          Part.of(
              Part.Kind.ENTRY,
              "" + i,
              "（2026）青矫训字第" + i + "号",
              "青山区社区矫正机构",
              "训诫决定书",
              "2026-03-02",
              "1",
              "作出训诫决定"));
    parts.add(Part.of(Part.Kind.SIGNED, "青山区社区矫正机构", "", "2026年3月2日"));
    var print =
        new Print(
            new Paper("contents", "zh-CN", parts),
            new Stamp(null, null, "", List.of("computed")),
            ISSUED);
    int pages = Readers.pages(print.pdf());
    assertEquals(print.pages(), pages);
    assertTrue(pages > 3);
    String text = Readers.letters(Readers.pdf(print.pdf()));
    assertEquals(pages, text.split("责任者", -1).length - 1, "on every page");
    for (int i = 1; i <= 120; i++) assertTrue(text.contains("第" + i + "号"), "entry " + i);
  }
}
