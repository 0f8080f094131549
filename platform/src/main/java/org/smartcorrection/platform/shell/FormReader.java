package org.smartcorrection.platform.shell;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the fields of a {@link Form} with their types and collects what is wrong, all of it and not
 * only the first thing. A field that is wrong or missing gives an empty result; afterwards {@link
 * #failed} decides, and {@link #form} is the form to show again. Methods ending in {@code IfAny}
 * take an empty field for an answer.
 */
public final class FormReader {
  private static final ZoneId LEGAL_ZONE = ZoneId.of("Asia/Shanghai");

  private final String labels;
  private Form form;

  FormReader(Form form, String labels) {
    this.form = form;
    this.labels = labels;
  }

  /** The form with everything that was typed and every error found so far. */
  public Form form() {
    return form;
  }

  /** Whether anything is wrong so far. */
  public boolean failed() {
    return form.hasErrors();
  }

  /** Records an error of the caller's own, for instance between two fields. */
  public void failing(String name, String key, Object... arguments) {
    form = form.failing(name, key, arguments);
  }

  /** Words of at most so many characters; an empty string if they are missing or too long. */
  public String text(String name, int longest) {
    return given(name) ? textIfAny(name, longest) : "";
  }

  /** Words of at most so many characters, or none. */
  public String textIfAny(String name, int longest) {
    String typed = form.value(name).strip();
    int length = typed.codePointCount(0, typed.length());
    if (length > longest) {
      failing(name, "shell.form.too-long", label(name), longest, length - longest);
      return "";
    }
    return typed;
  }

  /**
   * A day, from a date input (2026-09-29), from three inputs ({@code name-year}, {@code
   * name-month}, {@code name-day}), or as people write it: 2026年9月29日, 2026/9/29, 29 Sep 2026.
   */
  public Optional<LocalDate> date(String name) {
    return Dates.typed(form, name).isEmpty() ? missing(name) : dateIfAny(name);
  }

  /** A day, or none. */
  public Optional<LocalDate> dateIfAny(String name) {
    String typed = Dates.typed(form, name);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    return switch (Dates.read(typed)) {
      case Dates.Day(LocalDate day) -> Optional.of(day);
      case Dates.NoSuchDay _ -> wrong(name, "shell.form.no-such-day");
      case Dates.Unreadable _ -> wrong(name, "shell.form.no-date");
    };
  }

  /**
   * A moment in Asia/Shanghai, from a date input and a time input ({@code name-time}), from one
   * input of both, or as ISO 8601 with its offset.
   */
  public Optional<Instant> instant(String name) {
    return given(name) ? instantIfAny(name) : Optional.empty();
  }

  /** A moment, or none. */
  public Optional<Instant> instantIfAny(String name) {
    String typed = form.value(name).strip();
    String time = form.value(name + "-time").strip();
    if (typed.isEmpty() && time.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> exact = Dates.exact(typed);
    if (exact.isPresent()) {
      return exact;
    }
    int split = typed.indexOf('T');
    if (split >= 0) {
      time = typed.substring(split + 1);
      typed = typed.substring(0, split);
    }
    if (!(Dates.read(typed) instanceof Dates.Day(LocalDate day))) {
      return wrong(name, "shell.form.no-date");
    }
    try {
      return Optional.of(day.atTime(LocalTime.parse(time)).atZone(LEGAL_ZONE).toInstant());
    } catch (DateTimeException _) {
      return wrong(name, "shell.form.no-time");
    }
  }

  /** A whole number between two bounds, both included. */
  public OptionalLong wholeNumber(String name, long least, long most) {
    return given(name) ? wholeNumberIfAny(name, least, most) : OptionalLong.empty();
  }

  /** A whole number between two bounds, both included, or none. */
  public OptionalLong wholeNumberIfAny(String name, long least, long most) {
    String typed = form.value(name).strip();
    if (typed.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      long number = Long.parseLong(typed);
      if (number >= least && number <= most) {
        return OptionalLong.of(number);
      }
      failing(name, "shell.form.out-of-range", label(name), least, most);
    } catch (NumberFormatException _) {
      failing(name, "shell.form.no-number", label(name));
    }
    return OptionalLong.empty();
  }

  /** One constant of an enumeration. */
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    if (form.value(name).isBlank()) {
      failing(name, "shell.form.not-chosen", label(name));
      return Optional.empty();
    }
    return choiceIfAny(name, type);
  }

  /** One constant of an enumeration, or none. */
  public <E extends Enum<E>> Optional<E> choiceIfAny(String name, Class<E> type) {
    String typed = form.value(name);
    return typed.isBlank() ? Optional.empty() : constant(name, typed, type);
  }

  /** Any constants of an enumeration, from checkboxes. */
  public <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
    var chosen = EnumSet.noneOf(type);
    form.values(name).forEach(typed -> constant(name, typed, type).ifPresent(chosen::add));
    return chosen;
  }

  /** An identifier or another value with a reader of its own, which throws if it cannot be read. */
  public <T> Optional<T> value(String name, Function<String, T> reader) {
    if (!given(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(form.value(name).strip()));
    } catch (IllegalArgumentException | DateTimeException _) {
      return wrong(name, "shell.form.not-readable");
    }
  }

  /** Whether a single checkbox is ticked. */
  public boolean ticked(String name) {
    return !form.value(name).isEmpty();
  }

  private <E extends Enum<E>> Optional<E> constant(String name, String typed, Class<E> type) {
    Optional<E> found =
        Arrays.stream(type.getEnumConstants())
            .filter(constant -> constant.name().equals(typed))
            .findAny();
    return found.isPresent() ? found : wrong(name, "shell.form.not-chosen");
  }

  private boolean given(String name) {
    if (form.value(name).isBlank()) {
      Optional<Object> _ = missing(name);
      return false;
    }
    return true;
  }

  private <T> Optional<T> missing(String name) {
    return wrong(name, "shell.form.missing");
  }

  private <T> Optional<T> wrong(String name, String key) {
    failing(name, key, label(name));
    return Optional.empty();
  }

  private Text label(String name) {
    return Text.of(labels + "." + name);
  }
}
