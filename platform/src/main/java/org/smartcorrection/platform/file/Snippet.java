package org.smartcorrection.platform.file;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text with what was found in it.
 *
 * @param pieces in order, found ones and others
 */
record Snippet(List<Piece> pieces) {
  private static final int AROUND = 30;

  Snippet {
    pieces = List.copyOf(pieces);
  }

  /** Some characters of the text. */
  record Piece(String text, boolean found) {}

  /** The first few lines in which something was found, long ones cut around it. */
  static List<Snippet> of(String text, List<WordSearch.Span> spans, int most) {
    var snippets = new ArrayList<Snippet>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      int from = start;
      int to = start + line.length();
      start = to + 1;
      List<WordSearch.Span> here =
          spans.stream().filter(span -> span.from() < to && span.to() > from).toList();
      if (!here.isEmpty() && snippets.size() < most) snippets.add(line(text, from, to, here));
    }
    return snippets;
  }

  private static Snippet line(String text, int from, int to, List<WordSearch.Span> spans) {
    int first = whole(text, Math.max(from, spans.getFirst().from() - AROUND));
    int last = whole(text, Math.min(to, spans.getFirst().to() + 3 * AROUND));
    var pieces = new ArrayList<Piece>();
    if (first > from) pieces.add(new Piece("…", false));
    int at = first;
    for (WordSearch.Span span : spans) {
      int begin = Math.max(at, span.from());
      int end = Math.min(last, span.to());
      if (begin >= end) continue;
      if (begin > at) pieces.add(new Piece(text.substring(at, begin), false));
      pieces.add(new Piece(text.substring(begin, end), true));
      at = end;
    }
    if (at < last) pieces.add(new Piece(text.substring(at, last), false));
    if (last < to) pieces.add(new Piece("…", false));
    return new Snippet(pieces);
  }

  /** A place that splits no character in two. */
  private static int whole(String text, int at) {
    boolean inside = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    return inside ? at - 1 : at;
  }
}
