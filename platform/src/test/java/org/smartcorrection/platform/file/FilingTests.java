package org.smartcorrection.platform.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Definitions;

/** The order of the file against the published procedures. */
class FilingTests {
  private final Filing filing = Filing.shipped();
  private final List<Definition> procedures = Definitions.published().all();

  private static Stream<String> kinds(Act act) {
    return Stream.concat(
        act.documents().stream(),
        act.effects().stream().flatMap(effect -> effect.issue().stream()));
  }

  @Test
  void every_kind_of_document_of_every_procedure_has_its_section() {
    var missing = new TreeSet<String>();
    int assigned = 0;
    for (Definition procedure : procedures) {
      Filing.OfProcedure known = filing.procedures().get(procedure.id());
      for (Act act : procedure.acts())
        for (String kind : kinds(act).toList()) {
          assigned++;
          if (known == null || !known.documents().containsKey(kind))
            missing.add(procedure.id() + " " + kind);
        }
    }
    assertEquals(new TreeSet<String>(), missing);
    assertTrue(procedures.size() >= 35 && assigned > 100, "looked at " + assigned);
  }

  @Test
  void every_act_without_a_document_is_a_line_or_silent_on_purpose() {
    var undecided = new TreeSet<String>();
    for (Definition procedure : procedures) {
      Filing.OfProcedure known =
          Objects.requireNonNull(filing.procedures().get(procedure.id()), procedure.id());
      for (Act act : procedure.acts()) {
        if (kinds(act).findAny().isPresent()) continue;
        boolean line = known.records().containsKey(act.type());
        if (line == known.silent().contains(act.type())) undecided.add(act.type());
      }
    }
    assertEquals(new TreeSet<String>(), undecided);
  }

  @Test
  void nothing_is_assigned_that_no_procedure_brings() {
    var strange = new TreeSet<String>();
    filing
        .procedures()
        .forEach(
            (id, known) -> {
              List<Act> acts =
                  procedures.stream()
                      .filter(one -> one.id().equals(id))
                      .flatMap(one -> one.acts().stream())
                      .toList();
              known.documents().keySet().stream()
                  .filter(kind -> acts.stream().flatMap(FilingTests::kinds).noneMatch(kind::equals))
                  .forEach(kind -> strange.add(id + " " + kind));
              Stream.concat(known.records().keySet().stream(), known.silent().stream())
                  .filter(type -> acts.stream().noneMatch(act -> act.type().equals(type)))
                  .forEach(type -> strange.add(id + " " + type));
            });
    assertEquals(new TreeSet<String>(), strange);
  }

  @Test
  void what_nobody_knows_lies_with_the_other_material() {
    assertEquals("other", filing.sectionOf("anything-of-an-agency", "its-own-form"));
    assertEquals("decision", filing.sectionOf("alarm", "judgment"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Filing(
                List.of(new Filing.VolumeSpec("one", "L13", List.of("a"))),
                Map.of("judgment", "nowhere"),
                "a",
                Map.of()));
  }
}
