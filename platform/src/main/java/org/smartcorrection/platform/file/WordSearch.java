package org.smartcorrection.platform.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * What somebody looks for, and where it stands in a text. Words between spaces must all be found:
 * either as they were written, or by the words that make them up, in any order (外出申请 finds 申请外出). A
 * text is analysed when it is asked, and forgotten; {@link Marks} only say in which files to ask.
 */
final class WordSearch {
  /** Longer questions are cut. */
  static final int LONGEST = 80;

  private static final int MOST_PARTS = 8;
  // safe for many threads: each has its own token stream
  private static final Analyzer ANALYZER = new SmartChineseAnalyzer();

  private final List<Part> parts;

  private WordSearch(List<Part> parts) {
    this.parts = parts;
  }

  /** Characters from one place up to, not with, another. */
  record Span(int from, int to) {}

  /**
   * Where a text has what was asked for.
   *
   * @param literal whether it has all of it as it was written
   */
  record Match(boolean literal, List<Span> spans) {}

  /**
   * One of the words.
   *
   * @param terms the words that make it up; empty where only the whole says anything, as in a name
   */
  private record Part(String literal, Set<String> terms) {}

  private record Token(String term, Span span) {}

  static WordSearch of(String asked) {
    String folded = fold(asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked);
    return new WordSearch(
        Stream.of(folded.strip().split("[\\s\\u3000]+"))
            .filter(word -> !word.isEmpty())
            .limit(MOST_PARTS)
            .map(WordSearch::part)
            .toList());
  }

  private static Part part(String word) {
    var terms = new HashSet<String>();
    for (Token token : tokens(word)) {
      // a single character stands everywhere
      if (token.term().codePointCount(0, token.term().length()) < 2)
        return new Part(word, Set.of());
      terms.add(token.term());
    }
    return new Part(word, terms);
  }

  /** All marks of a text, for {@link #possible}. */
  static LongStream marks(String text) {
    String folded = fold(text);
    return LongStream.concat(
        Marks.ofText(folded), tokens(folded).stream().mapToLong(token -> Marks.ofWord(token.term)));
  }

  /** Whether a file with these marks can have all of it: when not, no text of it has. */
  boolean possible(Marks marks) {
    return parts.stream()
        .allMatch(
            part ->
                marks.have(Marks.ofText(part.literal()).toArray())
                    || (!part.terms().isEmpty()
                        && marks.have(part.terms().stream().mapToLong(Marks::ofWord).toArray())));
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Where this text has all of it; empty when it has not. */
  Optional<Match> in(String text) {
    if (parts.isEmpty()) return Optional.empty();
    String folded = fold(text);
    var spans = new ArrayList<Span>();
    boolean literal = true;
    List<Token> tokens = List.of();
    for (Part part : parts) {
      List<Span> found = literally(folded, part.literal());
      if (found.isEmpty()) {
        literal = false;
        if (part.terms().isEmpty()) return Optional.empty();
        if (tokens.isEmpty()) tokens = tokens(folded);
        found = byWords(tokens, part.terms());
        if (found.isEmpty()) return Optional.empty();
      }
      spans.addAll(found);
    }
    return Optional.of(new Match(literal, merged(spans)));
  }

  private static List<Span> literally(String text, String word) {
    var found = new ArrayList<Span>();
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length()))
      found.add(new Span(at, at + word.length()));
    return found;
  }

  private static List<Span> byWords(List<Token> tokens, Set<String> terms) {
    var missing = new HashSet<>(terms);
    var found = new ArrayList<Span>();
    for (Token token : tokens)
      if (terms.contains(token.term())) {
        missing.remove(token.term());
        found.add(token.span());
      }
    return missing.isEmpty() ? found : List.of();
  }

  private static List<Span> merged(List<Span> spans) {
    var merged = new ArrayList<Span>();
    for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::from)).toList()) {
      Span last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && span.from() <= last.to())
        merged.set(merged.size() - 1, new Span(last.from(), Math.max(last.to(), span.to())));
      else merged.add(span);
    }
    return List.copyOf(merged);
  }

  private static List<Token> tokens(String text) {
    var tokens = new ArrayList<Token>();
    try (TokenStream stream = ANALYZER.tokenStream("text", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken())
        tokens.add(new Token(term.toString(), new Span(offset.startOffset(), offset.endOffset())));
      stream.end();
      return tokens;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory", e);
    }
  }

  /** Full and half width, capitals and look-alikes as one, each character in its place. */
  private static String fold(String text) {
    var folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char plain = text.charAt(i);
      String one =
          Character.isSurrogate(plain)
              ? String.valueOf(plain)
              : Normalizer.normalize(String.valueOf(plain), Normalizer.Form.NFKC)
                  .toLowerCase(Locale.ROOT);
      folded.append(one.length() == 1 ? one.charAt(0) : plain);
    }
    return folded.toString();
  }
}
