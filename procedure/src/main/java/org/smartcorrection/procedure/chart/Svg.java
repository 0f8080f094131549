package org.smartcorrection.procedure.chart;

import java.util.Locale;

/**
 * Draws with classes. The few attributes beside them keep a picture legible without a stylesheet;
 * any stylesheet goes before them.
 */
final class Svg {

  private final Markup markup;

  Svg(Markup markup) {
    this.markup = markup;
  }

  Markup markup() {
    return markup;
  }

  void line(String look, String path) {
    markup.empty("path", "class", look, "fill", "none", "stroke", "currentColor", "d", path);
  }

  void area(String look, String path) {
    markup.empty("path", "class", look, "d", path);
  }

  void dot(String look, double x, double y, double radius) {
    markup.empty("circle", "class", look, "cx", number(x), "cy", number(y), "r", number(radius));
  }

  void box(String look, double x, double y, double width, double height, int round) {
    markup.empty(
        "rect",
        "class",
        look,
        "fill",
        "none",
        "stroke",
        "currentColor",
        "x",
        number(x),
        "y",
        number(y),
        "width",
        number(width),
        "height",
        number(height),
        "rx",
        Integer.toString(round));
  }

  void words(Block block) {
    for (Block.Words words : block.words()) {
      markup.text(
          "text",
          words.text(),
          "class",
          words.look().css(),
          "text-anchor",
          "middle",
          "font-size",
          number(words.look().size),
          "x",
          number(block.node().x),
          "y",
          number(block.node().top + words.baseline()));
    }
  }

  /** A path; every {@code %s} is a number. */
  static String path(String form, double... numbers) {
    Object[] written = new Object[numbers.length];
    for (int i = 0; i < numbers.length; i++) written[i] = number(numbers[i]);
    return String.format(Locale.ROOT, form, written);
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
