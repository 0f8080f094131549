package org.smartcorrection.procedure.chart;

import java.util.ArrayDeque;

/** Writes XML with one element a line, so that two versions of a chart can be compared. */
final class Markup {

  private final StringBuilder out = new StringBuilder();
  private final ArrayDeque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn; an empty value leaves its attribute out
   */
  Markup open(String name, String... attributes) {
    start(name, attributes);
    out.append(">\n");
    open.push(name);
    return this;
  }

  Markup close() {
    String name = open.pop();
    indent();
    out.append("</").append(name).append(">\n");
    return this;
  }

  Markup empty(String name, String... attributes) {
    start(name, attributes);
    out.append("/>\n");
    return this;
  }

  Markup text(String name, String content, String... attributes) {
    start(name, attributes);
    out.append('>').append(escaped(content)).append("</").append(name).append(">\n");
    return this;
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) throw new IllegalStateException(open.peek() + " is not closed");
    return out.toString();
  }

  private void start(String name, String... attributes) {
    indent();
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1].isEmpty()) continue;
      out.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1]));
      out.append('"');
    }
  }

  private void indent() {
    out.append("  ".repeat(open.size()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
