package org.smartcorrection.platform.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.exchange.table.Field;
import org.smartcorrection.platform.exchange.table.TableRow;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of imports, sealed until they are taken over, and what is wrong with them. */
@Repository
class ImportRows {
  private static final int BATCH = 1000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Vault vault;
  private final byte[] key;

  ImportRows(JdbcClient jdbc, JdbcTemplate batches, Vault vault) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.vault = vault;
    this.key = vault.deriveForInstallation("exchange/taken");
  }

  /** Something wrong, with the row it is in. */
  record Fault(int number, String field, String cell, String key, @Nullable String argument) {}

  void add(UUID id, List<TableRow> rows) {
    batches.batchUpdate(
        "insert into exchange.rows (import, number, state, sealed) values (?, ?, 'READ', ?)",
        rows,
        BATCH,
        (statement, row) -> {
          statement.setObject(1, id);
          statement.setInt(2, row.number());
          statement.setBytes(3, seal(id, row));
        });
  }

  /** Goes through the rows in the order of their numbers, a piece at a time. */
  void each(UUID id, Consumer<List<TableRow>> piece) {
    int after = -1;
    for (List<TableRow> rows = after(id, after, null);
        !rows.isEmpty();
        rows = after(id, after, null)) {
      piece.accept(rows);
      after = rows.getLast().number();
    }
  }

  /** The next rows that can be taken over. */
  List<TableRow> able(UUID id, int most) {
    List<TableRow> rows = after(id, -1, "able");
    return rows.subList(0, Math.min(most, rows.size()));
  }

  private List<TableRow> after(UUID id, int number, @Nullable String able) {
    return jdbc
        .sql(
            """
            select number, sealed from exchange.rows
            where import = ? and number > ? and (?::text is null or state <> 'REFUSED')
            order by number limit ?
            """)
        .params(org.smartcorrection.platform.kernel.Params.of(id, number, able, BATCH))
        .query((row, _) -> open(id, row.getInt("number"), row.getBytes("sealed")))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Notes what the dry run said of rows. */
  void tried(UUID id, List<Integer> numbers, String state) {
    jdbc.sql("update exchange.rows set state = ? where import = ? and number = any(?)")
        .params(state, id, numbers.toArray(Integer[]::new))
        .update();
  }

  void forgetErrors(UUID id) {
    jdbc.sql("delete from exchange.errors where import = ?").param(id).update();
  }

  void addErrors(UUID id, List<Fault> errors) {
    batches.batchUpdate(
        """
        insert into exchange.errors (import, number, field, cell, key, argument)
        values (?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        errors,
        BATCH,
        (statement, error) -> {
          statement.setObject(1, id);
          statement.setInt(2, error.number());
          statement.setString(3, error.field());
          statement.setString(4, error.cell());
          statement.setString(5, error.key());
          statement.setString(6, error.argument());
        });
  }

  /** Errors after a key, in the order of the rows. */
  List<Fault> errors(UUID id, int number, String field, int most) {
    return jdbc.sql(
            """
            select * from exchange.errors where import = ? and (number, field) > (?, ?)
            order by number, field limit ?
            """)
        .params(id, number, field, most)
        .query(
            (row, _) ->
                new Fault(
                    row.getInt("number"),
                    row.getString("field"),
                    row.getString("cell"),
                    row.getString("key"),
                    row.getString("argument")))
        .list();
  }

  int countErrors(UUID id) {
    return jdbc.sql("select count(*) from exchange.errors where import = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  /** The row was taken over: that is remembered, and nothing of the row is left here. */
  void taken(Import in, int number, byte[] digest, CaseId caseId) {
    jdbc.sql(
            """
            with gone as (delete from exchange.rows where import = ? and number = ?)
            insert into exchange.taken (custody, digest, case_id, import) values (?, ?, ?, ?)
            on conflict do nothing
            """)
        .params(in.id(), number, in.custody().value(), digest, caseId.value(), in.id())
        .update();
  }

  /** Counts rows as done, after their transactions. */
  void count(UUID id, int done, int refused) {
    jdbc.sql("update exchange.imports set done = done + ?, refused = refused + ? where id = ?")
        .params(done, refused, id)
        .update();
  }

  /** By which a row is known again: tells nothing by itself. */
  byte[] digest(String identityNumber, String decision) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      String row = identityNumber + "\n" + decision;
      return mac.doFinal(row.getBytes(StandardCharsets.UTF_8));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }

  static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  static List<Fault> errors(int number, List<Wrong> wrong) {
    var errors = new ArrayList<Fault>();
    for (Wrong one : wrong)
      errors.add(new Fault(number, one.field().name(), one.cell(), one.key(), one.argument()));
    return errors;
  }

  static Fault error(int number, Field field, String key, @Nullable String argument) {
    return new Fault(number, field.name(), Integer.toString(number), key, argument);
  }

  private byte[] seal(UUID id, TableRow row) {
    return vault.seal(Import.owner(id), Purpose.IMPORT, place(id, row.number()), Json.bytes(row));
  }

  private Optional<TableRow> open(UUID id, int number, byte[] sealed) {
    return vault
        .open(Import.owner(id), Purpose.IMPORT, place(id, number), sealed)
        .map(json -> Json.read(json, TableRow.class));
  }

  private static String place(UUID id, int number) {
    return "exchange.rows/" + id + "/" + number;
  }
}
