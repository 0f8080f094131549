package org.smartcorrection.platform.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the browser gets: nothing inline, and of others' code only the files that were declared. */
class StaticFilesTests {
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\|[^|\\n]+\\|[^|\\n]+\\|[^|\\n]+\\| *(\\S+) *\\| *([0-9a-f]{64}) *\\|$");
  private static final Pattern INLINE =
      Pattern.compile(
          "\\sstyle=|th:style|\\son[a-z]+=|th:on[a-z]+=|javascript:|<style|<script(?![^>]*\\b(?:src=|type=\"application/geo\\+json\"))");
  private static final Pattern ELSEWHERE = Pattern.compile("(?:src|href)=\"(?:https?:)?//");
  private static final Pattern FONT = Pattern.compile("url\\(\"?\\.?/?([^)\"]+)\"?\\)");

  private static List<Resource> files(String pattern) throws IOException {
    return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
        .filter(file -> file.isReadable() && file.getFilename() != null)
        .filter(file -> !file.toString().endsWith("/]"))
        .toList();
  }

  private static String text(Resource file) throws IOException {
    return file.getContentAsString(StandardCharsets.UTF_8);
  }

  private static String sum(Resource file) throws IOException, NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256").digest(file.getContentAsByteArray());
    return HexFormat.of().formatHex(digest);
  }

  @Test
  void vendored_files_are_exactly_the_declared_ones() throws Exception {
    for (String folder : List.of("classpath:/static/vendor/", "classpath:/static/verify/vendor/")) {
      List<Resource> there = files(folder.replace("classpath:", "classpath*:") + "**");
      Resource list = new PathMatchingResourcePatternResolver().getResource(folder + "VENDORED.md");
      if (there.isEmpty()) {
        continue;
      }
      var declared = new TreeMap<String, String>();
      ROW.matcher(text(list)).results().forEach(row -> declared.put(row.group(1), row.group(2)));
      assertFalse(declared.isEmpty(), folder + " declares nothing");
      for (var row : declared.entrySet()) {
        Resource file =
            new PathMatchingResourcePatternResolver().getResource(folder + row.getKey());
        assertEquals(row.getValue(), sum(file), row.getKey());
      }
      var undeclared = new TreeSet<String>();
      for (Resource file : there) {
        String path = file.getURL().getPath();
        String name = path.substring(path.lastIndexOf("/vendor/") + "/vendor/".length());
        if (!name.endsWith(".md") && !declared.containsKey(name)) {
          undeclared.add(name);
        }
      }
      assertEquals(new TreeSet<>(), undeclared);
    }
  }

  @Test
  void no_template_holds_style_or_script_of_its_own() throws IOException {
    List<Resource> templates = files("classpath*:/templates/**/*.html");

    assertTrue(templates.size() > 10, "the templates were not found");
    for (Resource template : templates) {
      List<String> found =
          Stream.of(INLINE, ELSEWHERE).flatMap(pattern -> matches(pattern, template)).toList();
      assertEquals(List.of(), found, template.toString());
    }
  }

  private static Stream<String> matches(Pattern pattern, Resource template) {
    try {
      String html = text(template).replaceAll("(?s)<!--/\\*.*?\\*/-->", "");
      return pattern.matcher(html).results().map(match -> match.group());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void every_font_of_the_style_sheet_is_bundled_with_its_licence() throws IOException {
    var resolver = new PathMatchingResourcePatternResolver();
    Resource css = resolver.getResource("classpath:/static/look/fonts/fonts.css");

    var fonts = FONT.matcher(text(css)).results().map(match -> match.group(1)).toList();

    assertTrue(fonts.size() > 90, "the fonts were not found");
    for (String font : fonts) {
      assertTrue(resolver.getResource("classpath:/static/look/fonts/" + font).exists(), font);
    }
    assertTrue(resolver.getResource("classpath:/static/look/fonts/OFL.txt").exists());
    assertTrue(resolver.getResource("classpath:/static/look/fonts/OFL-source-sans-3.txt").exists());
  }

  @Test
  void every_icon_that_a_template_names_is_drawn() throws IOException {
    var resolver = new PathMatchingResourcePatternResolver();
    String drawn = text(resolver.getResource("classpath:/static/look/icons.svg"));
    var named = Pattern.compile("parts :: icon\\('([a-z]+)'\\)");

    for (Resource template : files("classpath*:/templates/**/*.html")) {
      named
          .matcher(text(template))
          .results()
          .forEach(icon -> assertTrue(drawn.contains("id=\"" + icon.group(1) + "\""), icon::group));
    }
  }
}
