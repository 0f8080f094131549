package org.smartcorrection.platform.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Contents;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The evidence outbox: ledger entries in the order of their acts, and their places in the log. */
@Repository
class Entries {
  private static final String SELECT =
      "select id, act, case_id, origin, number, leaf, contents, log_index from evidence.entries ";
  private final JdbcClient jdbc;

  Entries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One entry.
   *
   * @param id the order of the outbox
   * @param contents what the entry's content is the root of; as far as nobody changed it
   * @param index its place in the log; {@code null} while it waits
   */
  record Stored(
      long id,
      ActId act,
      CaseId caseId,
      String origin,
      int number,
      SignedEntry entry,
      Contents contents,
      @Nullable Long index) {}

  void add(ActId act, CaseId caseId, String origin, SignedEntry entry, Contents contents) {
    jdbc.sql(
            """
            insert into evidence.entries (act, case_id, origin, number, leaf, leaf_hash, contents)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            act.value(),
            caseId.value(),
            origin,
            (int) entry.entry().link().number(),
            entry.leaf(),
            entry.leafHash().bytes(),
            contents.bytes())
        .update();
  }

  /**
   * The latest entry of a case in one origin; the case's row is locked by the act's transaction.
   */
  Optional<Stored> latest(CaseId caseId, String origin) {
    return jdbc.sql(SELECT + "where case_id = ? and origin = ? order by number desc limit 1")
        .params(caseId.value(), origin)
        .query((row, _) -> stored(row))
        .optional();
  }

  /** Whether anything waits to be ordered. */
  boolean anyWaiting() {
    return jdbc.sql("select exists (select from evidence.entries where log_index is null)")
        .query(Boolean.class)
        .single();
  }

  /** What waits to be ordered in a log, the oldest first. */
  List<Stored> waiting(String origin, int most) {
    return jdbc.sql(SELECT + "where origin = ? and log_index is null order by id limit ?")
        .params(origin, most)
        .query((row, _) -> stored(row))
        .list();
  }

  /** Puts an entry that was signed anew in the place of one that waits. */
  Stored replace(Stored waits, SignedEntry signed) {
    jdbc.sql("insert into evidence.signed_anew (leaf_hash, entry) values (?, ?)")
        .params(waits.entry().leafHash().bytes(), waits.id())
        .update();
    jdbc.sql("update evidence.entries set leaf = ?, leaf_hash = ? where id = ?")
        .params(signed.leaf(), signed.leafHash().bytes(), waits.id())
        .update();
    return new Stored(
        waits.id(),
        waits.act(),
        waits.caseId(),
        waits.origin(),
        waits.number(),
        signed,
        waits.contents(),
        null);
  }

  /** What became of those of these leaves that were signed anew. */
  Map<Hash, Hash> signedAnew(Collection<Hash> leaves) {
    var now = new HashMap<Hash, Hash>();
    jdbc.sql(
            """
            select a.leaf_hash, e.leaf_hash now from evidence.signed_anew a
            join evidence.entries e on e.id = a.entry where a.leaf_hash = any(?)
            """)
        .param(leaves.stream().map(Hash::bytes).toArray(byte[][]::new))
        .query(
            row -> {
              now.put(Hash.of(row.getBytes("leaf_hash")), Hash.of(row.getBytes("now")));
            });
    return now;
  }

  /** Notes the places in the log. */
  void ordered(List<Long> ids, List<Long> indexes) {
    jdbc.sql(
            """
            update evidence.entries e set log_index = p.log_index
            from unnest(:ids::bigint[], :indexes::bigint[]) as p (id, log_index) where e.id = p.id
            """)
        .param("ids", ids.toArray(Long[]::new))
        .param("indexes", indexes.toArray(Long[]::new))
        .update();
  }

  /** Which places of a log the database knows, from one on. */
  Set<Long> places(String origin, long from) {
    return Set.copyOf(
        jdbc.sql("select log_index from evidence.entries where origin = ? and log_index >= ?")
            .params(origin, from)
            .query(Long.class)
            .list());
  }

  Optional<Stored> of(ActId act) {
    return Optional.ofNullable(of(List.of(act)).get(act));
  }

  Map<ActId, Stored> of(Collection<ActId> acts) {
    var found = new HashMap<ActId, Stored>();
    jdbc.sql(SELECT + "where act = any(?)")
        .param(acts.stream().map(ActId::value).toArray(UUID[]::new))
        .query((row, _) -> stored(row))
        .list()
        .forEach(stored -> found.put(stored.act(), stored));
    return found;
  }

  /** All entries of one case, the oldest first. */
  List<Stored> ofCase(CaseId caseId) {
    return jdbc.sql(SELECT + "where case_id = ? order by id")
        .param(caseId.value())
        .query((row, _) -> stored(row))
        .list();
  }

  /** All entries of one case in one log, the oldest first. */
  List<Stored> ofCase(CaseId caseId, String origin) {
    return ofCase(caseId).stream().filter(one -> one.origin().equals(origin)).toList();
  }

  /** The cases of entries in a part of a log, so many at most; the latest first. */
  Set<CaseId> casesBetween(String origin, long from, long to, int most) {
    return jdbc.sql(
            """
            select distinct case_id from (
              select case_id from evidence.entries
              where origin = ? and log_index >= ? and log_index < ?
              order by log_index desc limit ?) as latest
            """)
        .params(origin, from, to, most)
        .query((row, _) -> new CaseId(row.getObject("case_id", UUID.class)))
        .set();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    try {
      long index = row.getLong("log_index");
      boolean waits = row.wasNull();
      return new Stored(
          row.getLong("id"),
          new ActId(row.getObject("act", UUID.class)),
          new CaseId(row.getObject("case_id", UUID.class)),
          row.getString("origin"),
          row.getInt("number"),
          SignedEntry.parse(row.getBytes("leaf")),
          Contents.parse(row.getBytes("contents")),
          waits ? null : index);
    } catch (MalformedException e) {
      throw new DamagedEntry(row.getLong("id"), e);
    }
  }

  /** A row of the outbox that is no entry any more: somebody changed it. */
  static final class DamagedEntry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedEntry(long id, MalformedException cause) {
      super("evidence.entries " + id + " holds no entry", cause);
    }
  }
}
