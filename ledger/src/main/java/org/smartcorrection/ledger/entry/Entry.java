package org.smartcorrection.ledger.entry;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.tree.Hash;

/**
 * An official act as the ledger keeps it: who, as pseudonyms, what kind, in which hour, and one
 * hash that fixes everything else. Never personal data.
 *
 * @param origin the log it is for, so that it counts in no other
 * @param agency id of the agency that acts and signs
 * @param actor pseudonym of the person in a post
 * @param type kind of act
 * @param link its place in the case
 * @param hour when it was recorded, cut to the hour (UTC)
 * @param content root over the commitments to fields and documents: {@link Contents#root}
 */
public record Entry(
    String origin,
    String agency,
    String actor,
    String type,
    Link link,
    Instant hour,
    Hash content) {
  /** The name of the commitment to the case-wide act number. */
  public static final String ACT = "act";

  private static final long VERSION = 2;

  public Entry {
    Tokens.require("origin", origin);
    Tokens.require("agency", agency);
    Tokens.require("actor", actor);
    Tokens.require("type", type);
    if (!hour.equals(coarse(hour))) throw new IllegalArgumentException("not a full hour");
    if (hour.toString().length() != "2026-01-01T00:00:00Z".length()) {
      throw new IllegalArgumentException("not a year of four digits");
    }
  }

  /** The hour of an instant: finer times would let entries be matched with what people saw. */
  public static Instant coarse(Instant instant) {
    return instant.truncatedTo(ChronoUnit.HOURS);
  }

  /** The bytes that are signed: canonical JSON. */
  public byte[] bytes() {
    return json().bytes();
  }

  Json json() {
    var fields = new HashMap<String, Json>();
    fields.put("version", new Json.Numeral(VERSION));
    fields.put("origin", new Json.Text(origin));
    fields.put("agency", new Json.Text(agency));
    fields.put("actor", new Json.Text(actor));
    fields.put("type", new Json.Text(type));
    fields.put("case", new Json.Text(link.casePseudonym()));
    fields.put("number", new Json.Numeral(link.number()));
    Hash previous = link.previous();
    if (previous != null) fields.put("previous", new Json.Text(previous.base64()));
    fields.put("hour", new Json.Text(hour.toString()));
    fields.put("content", new Json.Text(content.base64()));
    return new Json.Fields(fields);
  }

  /** Reads the bytes of an entry. */
  public static Entry parse(byte[] bytes) throws MalformedException {
    return of(Json.parse(bytes));
  }

  static Entry of(Json json) throws MalformedException {
    var fields = new FieldReader(json);
    if (fields.number("version") != VERSION) throw new MalformedException("unknown version");
    Json previous = fields.optional("previous");
    try {
      var entry =
          new Entry(
              fields.text("origin"),
              fields.text("agency"),
              fields.text("actor"),
              fields.text("type"),
              new Link(
                  fields.text("case"),
                  fields.number("number"),
                  previous == null ? null : Hash.parse(FieldReader.text("previous", previous))),
              hour(fields.text("hour")),
              Hash.parse(fields.text("content")));
      fields.nothingElse();
      return entry;
    } catch (IllegalArgumentException e) {
      throw new MalformedException("not an entry: " + e.getMessage(), e);
    }
  }

  private static Instant hour(String text) throws MalformedException {
    if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:00:00Z")) {
      throw new MalformedException("not a full hour in UTC");
    }
    try {
      Instant hour = Instant.parse(text);
      if (hour.toString().equals(text)) return hour;
    } catch (DateTimeParseException e) {
      throw new MalformedException("no such hour", e);
    }
    throw new MalformedException("no such hour");
  }
}
