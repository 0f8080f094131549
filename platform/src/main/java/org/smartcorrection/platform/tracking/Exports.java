package org.smartcorrection.platform.tracking;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.smartcorrection.location.playback.Span;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which files were made of people's tracks, only ever added to. */
@Repository
class Exports {
  private static final HexFormat HEX = HexFormat.of();

  private final JdbcClient jdbc;
  private final Vault vault;

  Exports(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  void add(Export export, AccountId by) {
    jdbc.sql(
            """
            insert into tracking.exports (id, person, case_id, at, account, post, agency, purpose,
              form, from_at, until_at, alarm, sha256, sealed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Params.of(
                export.id(),
                export.person().value(),
                export.caseId().value(),
                export.at().atOffset(ZoneOffset.UTC),
                by.value(),
                export.post().value(),
                export.agency().value(),
                export.purpose().name(),
                export.form().name(),
                export.span().from().atOffset(ZoneOffset.UTC),
                export.span().until().atOffset(ZoneOffset.UTC),
                export.alarm(),
                HEX.parseHex(export.sha256()),
                vault.seal(
                    export.person(),
                    Purpose.POSITIONING,
                    place(export.id()),
                    export.reason().getBytes(StandardCharsets.UTF_8))))
        .update();
  }

  /** Those of a person, the latest first. */
  List<Export> of(PersonId person, int most) {
    return jdbc.sql("select * from tracking.exports where person = ? order by id desc limit ?")
        .params(person.value(), most)
        .query((row, _) -> export(row))
        .list();
  }

  private Export export(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    var person = new PersonId(row.getObject("person", UUID.class));
    String reason =
        vault
            .open(person, Purpose.POSITIONING, place(id), row.getBytes("sealed"))
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElse("");
    return new Export(
        id,
        person,
        new CaseId(row.getObject("case_id", UUID.class)),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new PostId(row.getObject("post", UUID.class)),
        new AgencyId(row.getObject("agency", UUID.class)),
        ReadPurpose.valueOf(row.getString("purpose")),
        Export.Form.valueOf(row.getString("form")),
        new Span(
            row.getObject("from_at", OffsetDateTime.class).toInstant(),
            row.getObject("until_at", OffsetDateTime.class).toInstant()),
        row.getObject("alarm", UUID.class),
        HEX.formatHex(row.getBytes("sha256")),
        reason);
  }

  private static String place(UUID id) {
    return "tracking.exports/" + id;
  }
}
