package org.smartcorrection.platform.organisation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;

/**
 * Somebody acting: an account in a post of an agency. A person under correction acts for
 * themselves, in the standing post {@code SUBJECT} of the agency that has their case.
 *
 * @param person the person under correction behind the account, absent for staff
 */
public record Actor(
    AccountId account,
    PostId post,
    Role role,
    Agency agency,
    String nameZh,
    String nameEn,
    String postZh,
    String postEn,
    @Nullable PersonId person) {
  public String name(Locale locale) {
    return locale.getLanguage().equals("zh") ? nameZh : nameEn;
  }

  public String postTitle(Locale locale) {
    return locale.getLanguage().equals("zh") ? postZh : postEn;
  }
}
