package org.smartcorrection.ledger.entry;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;

/** Takes an object apart field by field and then makes sure that nothing is left over. */
final class FieldReader {
  private final Json.Fields fields;
  private final Set<String> read = new HashSet<>();

  FieldReader(Json json) throws MalformedException {
    if (!(json instanceof Json.Fields object)) throw new MalformedException("not an object");
    fields = object;
  }

  @Nullable Json optional(String name) {
    read.add(name);
    return fields.values().get(name);
  }

  Json value(String name) throws MalformedException {
    Json value = optional(name);
    if (value == null) throw new MalformedException("no field " + name);
    return value;
  }

  String text(String name) throws MalformedException {
    return text(name, value(name));
  }

  static String text(String name, Json value) throws MalformedException {
    if (value instanceof Json.Text(var text)) return text;
    throw new MalformedException("field " + name + " is not a string");
  }

  long number(String name) throws MalformedException {
    if (value(name) instanceof Json.Numeral(var number)) return number;
    throw new MalformedException("field " + name + " is not an integer");
  }

  byte[] base64(String name) throws MalformedException {
    return Strict.base64(text(name));
  }

  void nothingElse() throws MalformedException {
    if (!read.containsAll(fields.values().keySet())) throw new MalformedException("unknown field");
  }
}
