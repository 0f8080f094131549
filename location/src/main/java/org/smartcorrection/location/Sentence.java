package org.smartcorrection.location;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * One sentence of an explanation: the key of its text and what is filled in, so that it can be
 * stored once and read in either language.
 *
 * @param key of the text in {@code messages.properties}
 * @param values filled in for {0}, {1} and so on
 */
public record Sentence(String key, List<Value> values) {
  private static final String TEXTS = "org.smartcorrection.location.messages";
  private static final Control ENGLISH_OTHERWISE =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
  private static final DateTimeFormatter IN_ENGLISH =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter IN_CHINESE =
      DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm:ss", Locale.SIMPLIFIED_CHINESE);

  /** Copies the list. */
  public Sentence {
    values = List.copyOf(values);
  }

  static Sentence of(String key, Value... values) {
    return new Sentence(key, List.of(values));
  }

  /** The sentence in a language, with times as clocks show them there. English if unknown. */
  public String in(Locale language, ZoneId zone) {
    String text = ResourceBundle.getBundle(TEXTS, language, ENGLISH_OTHERWISE).getString(key);
    DateTimeFormatter times =
        (language.getLanguage().equals("zh") ? IN_CHINESE : IN_ENGLISH).withZone(zone);
    Object[] shown = values.stream().map(value -> shown(value, times)).toArray();
    return new MessageFormat(text, Locale.ROOT).format(shown);
  }

  private static String shown(Value value, DateTimeFormatter times) {
    return switch (value) {
      // rounded down: nothing may look surer than it is
      case Value.Share share -> (int) Math.floor(share.share() * 100 + 1e-9) + "%";
      case Value.Metres metres -> Long.toString(Math.round(metres.metres()));
      case Value.Count count -> Integer.toString(count.count());
      case Value.Span span -> Long.toString(span.span().toSeconds());
      case Value.Moment moment -> times.format(moment.instant());
    };
  }

  /** What can be filled in. */
  public sealed interface Value {
    /** A probability, shown in whole per cent, rounded down. */
    record Share(double share) implements Value {}

    /** A length. */
    record Metres(double metres) implements Value {}

    /** A number of things. */
    record Count(int count) implements Value {}

    /** A stretch of time, shown in seconds. */
    record Span(Duration span) implements Value {}

    /** An instant. */
    record Moment(Instant instant) implements Value {}
  }
}
