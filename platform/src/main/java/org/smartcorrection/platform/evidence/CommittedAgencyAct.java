package org.smartcorrection.platform.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.smartcorrection.platform.casework.AgencyAct;
import org.smartcorrection.platform.casework.HouseAct;
import org.smartcorrection.platform.casework.PublishedDefinition;
import org.smartcorrection.platform.casework.PublishedNumber;
import org.smartcorrection.platform.casework.SubstitutionAct;
import org.smartcorrection.platform.organisation.Substitution;

/**
 * What the ledger fixes of an act of an agency itself, by name. As with {@link Committed}, the same
 * function makes the entry and later compares the database with it.
 */
final class CommittedAgencyAct {
  private CommittedAgencyAct() {}

  static SortedMap<String, String> values(AgencyAct act) {
    var values = new TreeMap<String, String>();
    values.put("id", act.id().toString());
    values.put("type", act.type());
    values.put("custody", act.custody().toString());
    values.put("reason", act.reason());
    values.put("account", act.account().toString());
    values.put("post", act.post().toString());
    values.put("role", act.role().name());
    if (act.substitution() != null) values.put("substitution", act.substitution().toString());
    values.put("published-at", act.publishedAt().toString());
    switch (act) {
      case PublishedNumber number -> {
        values.put("rule", number.set().rule());
        values.put("name", number.set().name());
        values.put("value", Integer.toString(number.set().value()));
        values.put("value-before", Integer.toString(number.before()));
        values.put("valid-from", number.set().validFrom().toString());
      }
      case PublishedDefinition published -> {
        values.put("procedure", published.procedure());
        values.put("version", Integer.toString(published.own().definition().version()));
        values.put("base", String.valueOf(published.base()));
        values.put("version-before", String.valueOf(published.before()));
        values.put("valid-from", published.own().definition().validFrom().toString());
        // the text itself is long: who holds it can compare its digest
        values.put("content-sha256", sha256(published.own().json()));
      }
      case HouseAct house -> values.putAll(house.says());
      case SubstitutionAct substituted -> {
        Substitution of = substituted.of();
        values.put("substitution", of.id().toString());
        values.put("substituted-post", of.post().toString());
        values.put("substitute", of.account().toString());
        values.put("absent", String.valueOf(of.absent()));
        values.put("own-post", of.ownPost().toString());
        values.put("from", of.from().toString());
        values.put("until", of.until().toString());
        if (of.order() != null) values.put("ordered-on", of.order().on().toString());
      }
    }
    return values;
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
