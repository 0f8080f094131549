package org.smartcorrection.platform.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Json;

/**
 * An official paper as its content: the one original from which the page, the PDF and the OFD are
 * made. Its bytes are what the act's ledger entry fixes, so they have exactly one form: canonical
 * JSON (RFC 8785), an array of parts in reading order, each an array of its kind and its texts.
 *
 * @param kind of document, such as {@code admonition}
 * @param language of its texts, as BCP 47 writes it
 * @param parts in reading order
 */
public record Paper(String kind, String language, List<Part> parts) {
  /** The media type under which the original is kept. */
  public static final String MEDIA_TYPE = "application/vnd.smartcorrection.paper+json";

  private static final String FORM = "smartcorrection.org/paper@v1";

  public Paper {
    parts = List.copyOf(parts);
    for (Part.Kind once : List.of(Part.Kind.AGENCY, Part.Kind.TITLE, Part.Kind.SIGNED)) {
      if (parts.stream().filter(part -> part.kind() == once).count() != 1)
        throw new IllegalArgumentException("a paper has one " + once);
    }
  }

  /** The one part of a kind that every paper has once. */
  private Part only(Part.Kind kind) {
    return parts.stream().filter(part -> part.kind() == kind).findFirst().orElseThrow();
  }

  public String title() {
    return only(Part.Kind.TITLE).text();
  }

  public String agency() {
    return only(Part.Kind.AGENCY).text();
  }

  /** Its 文号, or nothing where it has none. */
  public String number() {
    return parts.stream()
        .filter(part -> part.kind() == Part.Kind.NUMBER)
        .map(Part::text)
        .findFirst()
        .orElse("");
  }

  /** Everything that is to be read on it, one line a text. */
  public List<String> lines() {
    return parts.stream().flatMap(part -> part.texts().stream()).toList();
  }

  /** The stored form. */
  public byte[] bytes() {
    var rows = new ArrayList<Json>();
    rows.add(row(FORM, List.of(kind, language)));
    for (Part part : parts) rows.add(row(part.kind().word(), part.texts()));
    return new Json.Items(rows).bytes();
  }

  private static Json row(String word, List<String> texts) {
    var row = new ArrayList<Json>();
    row.add(new Json.Text(word));
    for (String text : texts) row.add(new Json.Text(text));
    return new Json.Items(row);
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalStateException when it is something else
   */
  public static Paper parse(byte[] bytes) {
    try {
      List<List<String>> rows = texts(Json.parse(bytes)).stream().map(Paper::strings).toList();
      List<String> head = rows.getFirst();
      if (head.size() != 3 || !head.getFirst().equals(FORM))
        throw new IllegalStateException("not a paper of this form");
      List<Part> parts = rows.stream().skip(1).map(Paper::part).toList();
      return new Paper(head.get(1), head.get(2), parts);
    } catch (MalformedException | IllegalArgumentException e) {
      throw new IllegalStateException("not a stored paper", e);
    }
  }

  private static Part part(List<String> row) {
    Part.Kind kind = Part.Kind.valueOf(row.getFirst().toUpperCase(Locale.ROOT));
    return new Part(kind, row.subList(1, row.size()));
  }

  private static List<String> strings(Json row) {
    return texts(row).stream()
        .map(
            value -> {
              if (value instanceof Json.Text(var text)) return text;
              throw new IllegalStateException("a paper is made of texts");
            })
        .toList();
  }

  private static List<Json> texts(Json value) {
    if (value instanceof Json.Items(var values) && !values.isEmpty()) return values;
    throw new IllegalStateException("a paper is made of rows");
  }
}
