package org.smartcorrection.platform.exchange.handover;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was given last, as one digest for each field and nothing else. The key is the person's:
 * where it is destroyed, the digests say nothing any more, not even whether a guess is right.
 */
@Repository
class Prints {
  private static final String LABEL = "exchange/handover";
  private static final int BYTES = 12;
  private static final int BATCH = 500;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Vault vault;

  Prints(JdbcClient jdbc, JdbcTemplate batches, Vault vault) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.vault = vault;
  }

  /** The digests of a row; empty when the person's key is gone. */
  Optional<Map<OurField, String>> of(PersonId person, Map<OurField, String> row) {
    return vault
        .derive(person, Purpose.CASEWORK, LABEL)
        .map(
            key -> {
              Map<OurField, String> prints = new EnumMap<>(OurField.class);
              row.forEach((field, value) -> prints.put(field, digest(key, field, value)));
              return prints;
            });
  }

  /** What was given last of these cases. */
  Map<CaseId, Map<OurField, String>> last(AgencyId custody, String format, List<CaseId> cases) {
    var last = new HashMap<CaseId, Map<OurField, String>>();
    jdbc.sql(
            """
            select case_id, prints from exchange.handed_over
            where custody = ? and format = ? and case_id = any(?)
            """)
        .params(custody.value(), format, cases.stream().map(CaseId::value).toArray(UUID[]::new))
        .query(
            row -> {
              last.put(
                  new CaseId(row.getObject("case_id", UUID.class)), read(row.getString("prints")));
            });
    return last;
  }

  /** Every case that was given last. */
  List<CaseId> cases(AgencyId custody, String format) {
    return jdbc.sql(
            "select case_id from exchange.handed_over where custody = ? and format = ? order by 1")
        .params(custody.value(), format)
        .query((row, _) -> new CaseId(row.getObject("case_id", UUID.class)))
        .list();
  }

  /** One case that was given, with its digests. */
  record Given(Summary in, Map<OurField, String> prints) {}

  void given(AgencyId custody, String format, List<Given> given) {
    batches.batchUpdate(
        """
        insert into exchange.handed_over (custody, format, case_id, prints) values (?, ?, ?, ?)
        on conflict (custody, format, case_id) do update set prints = excluded.prints
        """,
        given,
        BATCH,
        (statement, one) -> {
          statement.setObject(1, custody.value());
          statement.setString(2, format);
          statement.setObject(3, one.in().caseId().value());
          statement.setString(4, write(one.prints()));
        });
  }

  void gone(AgencyId custody, String format, List<CaseId> cases) {
    jdbc.sql(
            """
            delete from exchange.handed_over
            where custody = ? and format = ? and case_id = any(?)
            """)
        .params(custody.value(), format, cases.stream().map(CaseId::value).toArray(UUID[]::new))
        .update();
  }

  private static String write(Map<OurField, String> prints) {
    var words = new StringBuilder();
    prints.forEach((field, print) -> words.append(field).append(' ').append(print).append('\n'));
    return words.toString();
  }

  private static Map<OurField, String> read(String written) {
    Map<OurField, String> prints = new EnumMap<>(OurField.class);
    written
        .lines()
        .map(line -> line.split(" "))
        .forEach(words -> prints.put(OurField.valueOf(words[0]), words[1]));
    return prints;
  }

  private static String digest(byte[] key, OurField field, String value) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] full = mac.doFinal((field + "\n" + value).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(Arrays.copyOf(full, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }
}
