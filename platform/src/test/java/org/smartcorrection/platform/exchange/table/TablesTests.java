package org.smartcorrection.platform.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.kernel.Refused;

class TablesTests {
  private static final Limits SMALL = new Limits(5, 6, 20, 1 << 20);
  private static final Charset GB18030 = Charset.forName("GB18030");

  @Test
  void a_csv_file_is_read_in_the_encodings_that_offices_use() {
    String text = "姓名,身份证号\r\n\"王, 强\",1\r\n";
    List<List<String>> read = List.of(List.of("姓名", "身份证号"), List.of("王, 强", "1"));
    assertEquals(read, cells("a.csv", text.getBytes(UTF_8)));
    assertEquals(read, cells("a.csv", ("\uFEFF" + text).getBytes(UTF_8)));
    assertEquals(read, cells("a.csv", text.getBytes(GB18030)));
    assertEquals(read, cells("a.TXT", ("\uFEFF" + text).getBytes(UTF_16LE)));
    assertEquals(
        read, cells("a.csv", text.replace("\",", "\"\t").replace("名,", "名\t").getBytes(UTF_8)));
  }

  @Test
  void a_text_in_no_known_encoding_is_refused() {
    assertRefused("exchange.file.encoding", "a.csv", new byte[] {'a', ',', (byte) 0xFF, '\n'});
    assertRefused("exchange.file.no-text", "a.csv", new byte[] {'a', 0, 1, 2});
    assertRefused("exchange.file.empty", "a.csv", new byte[0]);
  }

  @Test
  void a_file_that_lies_about_its_type_is_refused() {
    byte[] workbook = workbook(sheet -> sheet.value(0, 0, "姓名"));
    assertRefused("exchange.file.lies", "a.csv", workbook);
    assertRefused("exchange.file.lies", "a.xlsx", "a,b".getBytes(UTF_8));
    assertRefused("exchange.file.kind", "a.pdf", "%PDF-1.7".getBytes(UTF_8));
    assertRefused("exchange.file.no-workbook", "a.xlsx", zip("word/document.xml", "<a/>"));
    assertRefused(
        "exchange.file.old-workbook",
        "a.xlsx",
        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
  }

  @Test
  void a_workbook_gives_words_numbers_and_days_with_their_places() {
    byte[] content =
        workbook(
            sheet -> {
              sheet.value(0, 0, "姓名");
              sheet.value(2, 1, 20260305);
              sheet.value(2, 2, LocalDate.of(2026, 3, 5));
              sheet.style(2, 2).format("yyyy年m月d日").set();
              sheet.value(2, 3, 1.5);
              sheet.value(2, 4, true);
            });
    List<TableRow> rows = rows("a.xlsx", content, Limits.USUAL);
    assertEquals(List.of(1, 3), rows.stream().map(TableRow::number).toList());
    assertEquals(List.of("", "20260305", "2026-03-05", "1.5", "1"), rows.get(1).cells());
  }

  @Test
  void merged_cells_among_the_rows_are_refused_with_their_address_and_a_merged_title_is_not() {
    Consumer<Worksheet> people =
        sheet -> {
          sheet.value(0, 0, "花名册");
          sheet.range(0, 0, 0, 2).merge();
          sheet.value(1, 0, "姓名");
          sheet.value(1, 1, "罪名");
          sheet.value(2, 0, "甲");
          sheet.value(3, 0, "乙");
        };
    assertEquals(4, rows("a.xlsx", workbook(people), Limits.USUAL).size());
    Refused refused =
        assertThrows(
            Refused.class,
            () ->
                cells(
                    "a.xlsx", workbook(people.andThen(sheet -> sheet.range(2, 1, 3, 1).merge()))));
    assertEquals("exchange.file.merged", refused.key());
    assertEquals(List.of("B3:B4"), refused.arguments());
  }

  @Test
  void what_is_too_much_is_refused_and_never_cut_off() {
    String rows = String.join("\n", IntStream.range(0, 6).mapToObj(Integer::toString).toList());
    assertRefused("exchange.file.rows", "a.csv", rows.getBytes(UTF_8));
    assertRefused("exchange.file.columns", "a.csv", "1,2,3,4,5,6,7".getBytes(UTF_8));
    assertRefused("exchange.file.cell", "a.csv", ("a," + "b".repeat(21)).getBytes(UTF_8));
    assertRefused("exchange.file.cell", "a.xlsx", workbook(s -> s.value(0, 0, "b".repeat(21))));
    assertRefused("exchange.file.columns", "a.xlsx", workbook(s -> s.value(0, 6, "b")));
    assertRefused("exchange.file.quotes", "a.csv", "a,b\n\"c,d".getBytes(UTF_8));
  }

  @Test
  void an_archive_that_unpacks_without_end_is_stopped() {
    String much = " ".repeat(2 << 20);
    assertRefused("exchange.file.unpacks", "a.xlsx", zip("xl/media/a.bin", much));
    assertRefused(
        "exchange.file.unpacks",
        "a.xlsx",
        zip("xl/workbook.xml", "<workbook>" + much + "</workbook>"));
  }

  @Test
  void a_workbook_calls_nothing_in_from_elsewhere() {
    String entity =
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><workbook>&x;</workbook>";
    Refused refused =
        assertThrows(Refused.class, () -> cells("a.xlsx", zip("xl/workbook.xml", entity)));
    assertEquals(
        true, List.of("exchange.file.broken", "exchange.file.no-workbook").contains(refused.key()));
  }

  @Test
  void whatever_bytes_come_in_a_table_comes_out_or_a_reason() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    byte[] workbook =
        workbook(
            sheet -> {
              for (int row = 0; row < 4; row++)
                for (int column = 0; column < 4; column++)
                  sheet.value(row, column, "值" + row + column);
              sheet.range(0, 0, 0, 2).merge();
            });
    byte[] csv = "姓名,罪名\n\"甲\",\"乙\"\n丙,丁\n".getBytes(GB18030);
    for (int round = 0; round < 3000; round++) {
      boolean book = round % 2 == 0;
      byte[] content = (book ? workbook : csv).clone();
      for (int hits = 1 + random.nextInt(4); hits > 0; hits--)
        content[random.nextInt(content.length)] = (byte) random.nextInt(256);
      try {
        cells(book ? "a.xlsx" : "a.csv", content);
      } catch (Refused expected) {
        assertEquals(true, expected.key().startsWith("exchange.file."));
      } catch (RuntimeException e) {
        fail("seed " + seed + ", round " + round, e);
      }
    }
  }

  @Test
  void every_table_that_is_written_is_read_back_as_it_was() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    String letters = "王强a1,;\"\n -年";
    for (int round = 0; round < 300; round++) {
      var table = new ArrayList<List<String>>();
      for (int row = 0; row < 4; row++) {
        var cells = new ArrayList<String>();
        for (int column = 0; column < 5; column++) {
          var cell = new StringBuilder("x");
          for (int i = random.nextInt(6); i > 0; i--)
            cell.append(letters.charAt(random.nextInt(letters.length())));
          cells.add(cell.append('x').toString());
        }
        table.add(cells);
      }
      String header = "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,".repeat(4) + "\n";
      var csv = new StringBuilder(header);
      for (List<String> row : table)
        csv.append(
                String.join(
                    ",", row.stream().map(c -> '"' + c.replace("\"", "\"\"") + '"').toList()))
            .append('\n');
      List<List<String>> read = cells("a.csv", csv.toString().getBytes(GB18030));
      assertEquals(table, read.subList(1, read.size()), "seed " + seed);
      byte[] workbook =
          workbook(
              sheet -> {
                for (int row = 0; row < 4; row++)
                  for (int column = 0; column < 5; column++)
                    sheet.value(row, column, table.get(row).get(column));
              });
      assertEquals(table, cells("a.xlsx", workbook), "seed " + seed);
    }
  }

  @Test
  void words_that_two_encodings_could_mean_are_read_as_their_people_write_them() {
    for (String chinese : List.of("a,强\n", "强强,b\n"))
      assertEquals(chinese.strip(), joined(chinese.getBytes(GB18030)));
    for (String other : List.of("a,José\n", "a,强\n", "a,Łódź\n", "a,Иван\n", "a,ئابدۇللا\n"))
      assertEquals(other.strip(), joined(other.getBytes(UTF_8)));
  }

  private static String joined(byte[] csv) {
    return String.join(",", cells("a.csv", csv).getFirst());
  }

  private static List<List<String>> cells(String name, byte[] content) {
    return rows(name, content, Limits.USUAL).stream().map(TableRow::cells).toList();
  }

  private static List<TableRow> rows(String name, byte[] content, Limits limits) {
    var rows = new ArrayList<TableRow>();
    Tables.read(name, content, limits, rows::add);
    return rows;
  }

  private static void assertRefused(String key, String name, byte[] content) {
    Refused refused = assertThrows(Refused.class, () -> rows(name, content, SMALL));
    assertEquals(key, refused.key());
  }

  static byte[] workbook(Consumer<Worksheet> filling) {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "test", "1.0")) {
      filling.accept(workbook.newWorksheet("1"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String name, String content) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }
}
