package org.smartcorrection.platform.notify;

/** The way to a mailbox. */
@FunctionalInterface
public interface Email {
  /** Sends the words as subject and content alike: they must be fit for a stranger's eyes. */
  Delivery mail(String address, String words);
}
