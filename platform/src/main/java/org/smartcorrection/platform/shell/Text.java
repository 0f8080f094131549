package org.smartcorrection.platform.shell;

import java.util.Arrays;
import java.util.List;

/**
 * Words for a reader whose language is not known yet. Decisions, errors and navigation carry these;
 * {@link Show#say} puts them into the reader's language when the page is written.
 */
public sealed interface Text {

  /**
   * A key of the message bundles with its arguments. Arguments may be texts, dates, instants and
   * numbers: they are written in the reader's way.
   */
  record Message(String key, List<Object> arguments) implements Text {
    public Message {
      arguments = List.copyOf(arguments);
    }
  }

  /** Words that are the same in every language: a name, a document number. */
  record Literal(String words) implements Text {}

  /** The message of this key. */
  static Text of(String key, Object... arguments) {
    return new Message(key, Arrays.asList(arguments));
  }

  /** Words to be shown as they are. */
  static Text literal(String words) {
    return new Literal(words);
  }
}
