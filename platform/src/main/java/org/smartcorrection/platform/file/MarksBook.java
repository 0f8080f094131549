package org.smartcorrection.platform.file;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.documents.TextRead;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.subjects.PersonForgotten;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the marks of cases, each sealed with the key of its person. */
@Repository
class MarksBook {
  private final JdbcClient jdbc;
  private final Cases cases;
  private final Vault vault;

  MarksBook(JdbcClient jdbc, Cases cases, Vault vault) {
    this.cases = cases;
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** What there is of the marks of a case. */
  sealed interface Kept {
    /** None yet, or none any more. */
    record Nothing() implements Kept {}

    /**
     * Marks.
     *
     * @param whole whether they have all that the file has by now
     */
    record Marked(Marks marks, boolean whole) implements Kept {}
  }

  /** A case whose marks are behind: {@code added} is what new ones will have. */
  record Behind(CaseId id, long added) {}

  /** With each act the file has more, and so it has when an upload was read. */
  @EventListener
  void on(ActRecorded recorded) {
    added(recorded.in().id());
  }

  @EventListener
  void on(TextRead read) {
    added(read.caseId());
  }

  /** Which words a file had is gone with whoever is forgotten, not only unreadable. */
  @EventListener
  void on(PersonForgotten forgotten) {
    jdbc.sql(
            """
            update file.marks set sealed = null, marked = added
            where case_id = any(?)
            """)
        .param(ids(cases.of(forgotten.person()).stream().map(Case::id).toList()))
        .update();
  }

  private void added(CaseId id) {
    jdbc.sql(
            """
            insert into file.marks (case_id) values (?)
            on conflict (case_id) do update set added = file.marks.added + 1
            """)
        .param(id.value())
        .update();
  }

  /** Notes cases that were there before there were marks. */
  void note(Collection<CaseId> cases) {
    jdbc.sql("insert into file.marks (case_id) select unnest(?) on conflict do nothing")
        .param(ids(cases))
        .update();
  }

  List<Behind> behind(int most) {
    return jdbc.sql(
            """
            select case_id, added from file.marks where marked < added order by case_id desc limit ?
            """)
        .param(most)
        .query(
            (row, _) ->
                new Behind(new CaseId(row.getObject("case_id", UUID.class)), row.getLong("added")))
        .list();
  }

  /** How many of these cases are wholly marked. */
  int whole(Collection<CaseId> cases) {
    return jdbc.sql("select count(*) from file.marks where case_id = any(?) and marked >= added")
        .param(ids(cases))
        .query(Integer.class)
        .single();
  }

  /** Keeps what was made of a case, or that there is nothing to be made of it. */
  void keep(Case in, Behind of, @Nullable Marks marks) {
    byte @Nullable [] sealed =
        marks == null
            ? null
            : vault.seal(in.person(), Purpose.CASEWORK, place(of.id()), marks.bytes());
    jdbc.sql("update file.marks set marked = ?, sealed = ? where case_id = ?")
        .params(Params.of(of.added(), sealed, of.id().value()))
        .update();
  }

  @SuppressWarnings("ArrayRecordComponent") // handed on and never compared
  private record Sealed(byte @Nullable [] bytes, boolean whole) {}

  /** The marks of these cases; one whose key was destroyed has none any more. */
  Map<CaseId, Kept> of(Collection<Summary> rows) {
    Map<CaseId, Sealed> kept =
        jdbc
            .sql(
                """
                select case_id, sealed, marked >= added whole from file.marks where case_id = any(?)
                """)
            .param(ids(rows.stream().map(Summary::caseId).toList()))
            .query(
                (row, _) ->
                    Map.entry(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        new Sealed(row.getBytes("sealed"), row.getBoolean("whole"))))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return rows.stream()
        .collect(
            Collectors.toMap(
                Summary::caseId, row -> open(row.caseId(), row.person(), kept.get(row.caseId()))));
  }

  private Kept open(CaseId id, PersonId person, @Nullable Sealed kept) {
    if (kept == null || kept.bytes() == null) return new Kept.Nothing();
    try {
      return vault
          .open(person, Purpose.CASEWORK, place(id), kept.bytes())
          .<Kept>map(bytes -> new Kept.Marked(Marks.read(bytes), kept.whole()))
          .orElseGet(Kept.Nothing::new);
    } catch (Vault.Tampered _) {
      return new Kept.Nothing();
    }
  }

  private static UUID[] ids(Collection<CaseId> cases) {
    return cases.stream().map(CaseId::value).toArray(UUID[]::new);
  }

  private static String place(CaseId id) {
    return "file.marks/" + id;
  }
}
