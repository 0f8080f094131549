package org.smartcorrection.platform.casework;

import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PostId;

/**
 * Who is responsible for a case (rule H10): somebody in a post, so that it is known when they no
 * longer hold it. An act states it as {@code account/post}.
 */
public record Officer(AccountId account, PostId post) {
  private static final char SEPARATOR = '/';

  /**
   * Reads what an act states.
   *
   * @throws NotFound when it names nobody
   */
  public static Officer of(String text) {
    int at = text.indexOf(SEPARATOR);
    if (at < 0) throw new NotFound();
    return new Officer(AccountId.of(text.substring(0, at)), PostId.of(text.substring(at + 1)));
  }

  @Override
  public String toString() {
    return account.toString() + SEPARATOR + post;
  }
}
