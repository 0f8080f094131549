package org.smartcorrection.platform.notify;

/** The way to a telephone as text. */
@FunctionalInterface
public interface TextMessages {
  /** Sends the words, which must say nothing that a lock screen may not show. */
  Delivery text(String number, String words);
}
