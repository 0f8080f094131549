package org.smartcorrection.platform.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smartcorrection.platform.exchange.table.Field;
import org.smartcorrection.platform.exchange.table.Mapping;
import org.smartcorrection.platform.exchange.table.TableRow;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goes through a table and says of every row what would come of it; nothing is taken over. */
@Component
class DryRun {
  private final ImportRows rows;
  private final Imports imports;
  private final TakeOver takeOver;
  private final People people;
  private final Clock clock;

  DryRun(ImportRows rows, Imports imports, TakeOver takeOver, People people, Clock clock) {
    this.rows = rows;
    this.imports = imports;
    this.takeOver = takeOver;
    this.people = people;
    this.clock = clock;
  }

  @Transactional
  void run(Import in, Mapping mapping, Actor by) {
    rows.forgetErrors(in.id());
    var one = new One(in, by, new RowReading(mapping, LegalCalendar.legalDay(clock.instant())));
    rows.each(in.id(), one::piece);
    imports.tried(in.id(), mapping, one.verified, one.unverified, one.refused);
  }

  private final class One {
    private final Import in;
    private final Actor by;
    private final RowReading reading;

    /** The first row of each person: the second of one person is an error. */
    private final Map<String, Integer> seen = new HashMap<>();

    private int verified;
    private int unverified;
    private int refused;

    private One(Import in, Actor by, RowReading reading) {
      this.in = in;
      this.by = by;
      this.reading = reading;
    }

    private void piece(List<TableRow> piece) {
      Map<Integer, RowReading.Whole> whole = new HashMap<>();
      var errors = new ArrayList<ImportRows.Fault>();
      for (TableRow row : piece)
        switch (reading.read(row)) {
          case RowReading.Whole read -> {
            Integer first = seen.putIfAbsent(read.person().identityNumber(), row.number());
            if (first == null) whole.put(row.number(), read);
            else
              errors.add(
                  ImportRows.error(
                      row.number(), Field.IDENTITY_NUMBER, "twice", Integer.toString(first)));
          }
          case RowReading.Broken(var wrong) ->
              errors.addAll(ImportRows.errors(row.number(), wrong));
        }
      known(whole).forEach(errors::add);
      errors.forEach(error -> whole.remove(error.number()));
      Set<Integer> with =
          whole.entrySet().stream()
              .filter(entry -> entry.getValue().verified())
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
      List<Integer> without =
          whole.keySet().stream().filter(number -> !with.contains(number)).toList();
      List<Integer> broken = errors.stream().map(ImportRows.Fault::number).distinct().toList();
      rows.addErrors(in.id(), errors);
      rows.tried(in.id(), List.copyOf(with), "VERIFIED");
      rows.tried(in.id(), without, "UNVERIFIED");
      rows.tried(in.id(), broken, "REFUSED");
      verified += with.size();
      unverified += without.size();
      refused += broken.size();
    }

    /** What speaks against people whom the register has already. */
    private List<ImportRows.Fault> known(Map<Integer, RowReading.Whole> whole) {
      Map<String, PersonId> known =
          people.withIdentityNumbers(
              whole.values().stream().map(row -> row.person().identityNumber()).toList());
      if (known.isEmpty()) return List.of();
      Map<PersonId, Identity> identities = people.unveiled(known.values());
      return whole.entrySet().stream()
          .flatMap(
              entry -> {
                PersonId person = known.get(entry.getValue().person().identityNumber());
                Optional<ImportRows.Fault> wrong =
                    person == null
                        ? Optional.empty()
                        : takeOver.against(
                            entry.getKey(), entry.getValue(), person, identities.get(person), by);
                return wrong.stream();
              })
          .toList();
    }
  }
}
