package org.smartcorrection.ledger.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Json;
import org.smartcorrection.ledger.tree.Hash;

/**
 * What lies in the archive of a file, each with its hash, as canonical JSON. The agency signs these
 * bytes, so nothing can be added, taken out or changed unseen.
 *
 * @param agency id of the agency whose file it is
 * @param caseNumber as people say it
 * @param madeAt when, ISO 8601 in UTC
 * @param madeBy agency, role and purpose of whoever made it
 * @param incomplete numbers of the acts of which something is not in the archive, and why
 * @param items in the order of the archive
 */
public record Manifest(
    String agency,
    String caseNumber,
    String madeAt,
    String madeBy,
    Map<String, String> incomplete,
    List<Item> items) {
  /** Where it lies in the archive. */
  public static final String PATH = "manifest.json";

  private static final String FORM = "smartcorrection.org/file-package@v1";

  /** Kinds of items that mean something to the verifier. */
  public static final String ORIGINAL = "original";

  public static final String PROOF = "proof";

  /** The proof of which entries the case has. */
  public static final String CASE_PROOF = "case-proof";

  /**
   * One file of the archive.
   *
   * @param path with {@code /}, below the archive's root
   * @param kind {@link #ORIGINAL}, {@link #PROOF}, {@link #CASE_PROOF}, or another word
   * @param document what kind of document it is, or an empty text
   * @param act number of the act that it belongs to; 0 for what belongs to none
   * @param date its legal day, ISO 8601
   */
  public record Item(
      String path, String kind, String document, long act, String date, long bytes, Hash sha256) {
    public Item {
      requireSafe(path);
    }

    private Json json() {
      return new Json.Fields(
          Map.of(
              "path", new Json.Text(path),
              "kind", new Json.Text(kind),
              "document", new Json.Text(document),
              "act", new Json.Numeral(act),
              "date", new Json.Text(date),
              "bytes", new Json.Numeral(bytes),
              "sha256", new Json.Text(sha256.hex())));
    }
  }

  public Manifest {
    incomplete = Map.copyOf(incomplete);
    items = List.copyOf(items);
    var seen = new HashSet<String>();
    for (Item item : items)
      // some file systems know no capitals
      if (!seen.add(item.path().toLowerCase(Locale.ROOT)))
        throw new IllegalArgumentException("a path twice");
  }

  /** Whoever unpacks the archive must not write anywhere else than below it. */
  private static void requireSafe(String path) {
    boolean strange =
        path.codePoints()
            .anyMatch(point -> Character.isISOControl(point) || "\\:*?\"<>|".indexOf(point) >= 0);
    boolean reserved = path.equals(PATH) || path.equals(PackageSignature.PATH);
    if (path.length() > 200 || strange || reserved)
      throw new IllegalArgumentException("not a path of the archive");
    for (String part : path.split("/", -1))
      if (part.isBlank() || part.endsWith(".") || part.endsWith(" "))
        throw new IllegalArgumentException("not a path of the archive");
  }

  /** The form that is signed. */
  public byte[] bytes() {
    var reasons = new TreeMap<String, Json>();
    incomplete.forEach((act, why) -> reasons.put(act, new Json.Text(why)));
    return new Json.Fields(
            Map.of(
                "form", new Json.Text(FORM),
                "agency", new Json.Text(agency),
                "case", new Json.Text(caseNumber),
                "madeAt", new Json.Text(madeAt),
                "madeBy", new Json.Text(madeBy),
                "incomplete", new Json.Fields(reasons),
                "items", new Json.Items(items.stream().map(Item::json).toList())))
        .bytes();
  }

  /** Reads exactly what {@link #bytes} wrote. */
  public static Manifest parse(byte[] bytes) throws MalformedException {
    Map<String, Json> fields = fields(Json.parse(bytes));
    if (fields.size() != 7 || !text(fields, "form").equals(FORM))
      throw new MalformedException("not a manifest of this form");
    if (!(fields.get("items") instanceof Json.Items(var rows)))
      throw new MalformedException("no items");
    try {
      var items = new ArrayList<Item>();
      for (Json row : rows) items.add(item(fields(row)));
      var incomplete = new TreeMap<String, String>();
      Map<String, Json> reasons = fields(fields.get("incomplete"));
      for (String act : reasons.keySet()) incomplete.put(act, text(reasons, act));
      return new Manifest(
          text(fields, "agency"),
          text(fields, "case"),
          text(fields, "madeAt"),
          text(fields, "madeBy"),
          incomplete,
          items);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(String.valueOf(e.getMessage()));
    }
  }

  private static Item item(Map<String, Json> fields) throws MalformedException {
    if (fields.size() != 7) throw new MalformedException("an item has other fields");
    String hash = text(fields, "sha256");
    if (!hash.matches("[0-9a-f]{64}")) throw new MalformedException("not a SHA-256");
    return new Item(
        text(fields, "path"),
        text(fields, "kind"),
        text(fields, "document"),
        number(fields, "act"),
        text(fields, "date"),
        number(fields, "bytes"),
        Hash.of(HexFormat.of().parseHex(hash)));
  }

  private static Map<String, Json> fields(@Nullable Json value) throws MalformedException {
    if (value instanceof Json.Fields(var fields)) return fields;
    throw new MalformedException("not an object");
  }

  private static String text(Map<String, Json> fields, String name) throws MalformedException {
    if (fields.get(name) instanceof Json.Text(var text)) return text;
    throw new MalformedException("no text " + name);
  }

  private static long number(Map<String, Json> fields, String name) throws MalformedException {
    if (fields.get(name) instanceof Json.Numeral(var number) && number >= 0) return number;
    throw new MalformedException("no number " + name);
  }
}
