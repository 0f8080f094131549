package org.smartcorrection.platform.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into a form, and what is wrong with it. Immutable: a controller reads it with
 * {@link #read}, and shows it again with the errors and with everything that was typed.
 */
public final class Form {
  private static final Form EMPTY = new Form(Map.of(), new LinkedHashMap<>());

  private final Map<String, List<String>> values;
  private final SequencedMap<String, Text> errors;

  private Form(Map<String, List<String>> values, SequencedMap<String, Text> errors) {
    this.values = values;
    this.errors = errors;
  }

  /** What is wrong with one field. */
  public record Failure(String name, Text text) {}

  /** A form nobody has typed into yet. */
  public static Form empty() {
    return EMPTY;
  }

  /**
   * The parameters of a request ({@code request.getParameterMap()}). Line ends become {@code \n};
   * the null character, which no database takes, is left out.
   */
  public static Form of(Map<String, String[]> parameters) {
    var values = new LinkedHashMap<String, List<String>>();
    parameters.forEach(
        (name, given) -> values.put(name, Arrays.stream(given).map(Form::clean).toList()));
    return new Form(values, new LinkedHashMap<>());
  }

  private static String clean(String typed) {
    return typed.replace("\0", "").replace("\r\n", "\n");
  }

  /** The field's value as typed, or an empty string. */
  public String value(String name) {
    List<String> given = values(name);
    return given.isEmpty() ? "" : given.getFirst();
  }

  /** All values of the field: checkboxes give several. */
  public List<String> values(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Whether this value of the field was chosen. */
  public boolean holds(String name, String value) {
    return values(name).contains(value);
  }

  /** The same form with this value: for what is proposed before anybody types. */
  public Form with(String name, String... value) {
    var more = new LinkedHashMap<>(values);
    more.put(name, List.of(value));
    return new Form(more, errors);
  }

  /** The same form with this error; the first error of a field stays. */
  public Form failing(String name, String key, Object... arguments) {
    return failing(name, Text.of(key, arguments));
  }

  Form failing(String name, Text text) {
    var more = new LinkedHashMap<>(errors);
    more.putIfAbsent(name, text);
    return new Form(values, more);
  }

  /** What is wrong with the field. */
  public Optional<Text> error(String name) {
    return Optional.ofNullable(problem(name));
  }

  /** What is wrong with the field, or null: for templates. */
  public @Nullable Text problem(String name) {
    return errors.get(name);
  }

  /**
   * The value of {@code aria-describedby} of the field's input: the hint, then the error; null if
   * there is neither.
   */
  public @Nullable String describedBy(String name, @Nullable String hint) {
    boolean hinted = hint != null && !hint.isEmpty();
    if (problem(name) == null) {
      return hinted ? name + "-hint" : null;
    }
    return hinted ? name + "-hint " + name + "-error" : name + "-error";
  }

  /**
   * The type of a date input. A browser throws away what its date picker cannot show, so a value
   * that is no day comes back in a plain input.
   */
  public String dateType(String name) {
    String typed = value(name);
    return typed.isEmpty() || Dates.isIso(typed) ? "date" : "text";
  }

  /** All errors, in the order in which the fields were read. */
  public List<Failure> errors() {
    var failures = new ArrayList<Failure>();
    errors.forEach((name, text) -> failures.add(new Failure(name, text)));
    return List.copyOf(failures);
  }

  /** Whether anything is wrong. */
  public boolean hasErrors() {
    return !errors.isEmpty();
  }

  /**
   * Reads the fields with their types.
   *
   * @param labels the prefix of the fields' labels in the message bundles: an error of the field
   *     {@code to} names it by the message {@code <labels>.to}
   */
  public FormReader read(String labels) {
    return new FormReader(this, labels);
  }
}
