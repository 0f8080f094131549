package org.smartcorrection.platform.notify;

/** The way to a telephone as speech, for people who do not read. */
@FunctionalInterface
public interface VoiceCalls {
  /** Calls and speaks the words, which must say nothing that a bystander may not hear. */
  Delivery call(String number, String words);
}
