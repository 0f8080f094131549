package org.smartcorrection.platform.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.smartcorrection.platform.exchange.table.Mapping;
import org.smartcorrection.platform.exchange.table.TableRow;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/**
 * Runs imports, a batch at a time. What is done is gone from the rows, so that it goes on where it
 * stopped, whatever stopped it.
 */
@Component
class Importing {
  static final int BATCH = 500;

  private static final Set<Purpose> KEYS =
      EnumSet.of(Purpose.IDENTITY, Purpose.CASEWORK, Purpose.EVIDENCE);

  private final Imports imports;
  private final ImportRows rows;
  private final TakeOver takeOver;
  private final Accounts accounts;
  private final Agencies agencies;
  private final Vault vault;
  private final Clock clock;

  Importing(
      Imports imports,
      ImportRows rows,
      TakeOver takeOver,
      Accounts accounts,
      Agencies agencies,
      Vault vault,
      Clock clock) {
    this.imports = imports;
    this.rows = rows;
    this.takeOver = takeOver;
    this.accounts = accounts;
    this.agencies = agencies;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * One batch of an import that runs, or less of it when it may not go on.
   *
   * @return whether more is to be done
   */
  boolean batch(Import in, BooleanSupplier goOn) {
    Mapping mapping = in.mapping();
    List<TableRow> batch = rows.able(in.id(), BATCH);
    if (batch.isEmpty() || mapping == null) {
      imports.end(in.id());
      imports.destroyKey(in.id());
      return false;
    }
    Optional<Actor> by =
        accounts.acting(in.account(), in.post(), LegalCalendar.legalDay(clock.instant()));
    // whoever began it has left the post: nobody acts for them
    if (by.isEmpty()) {
      refuse(in.id(), batch, "left");
      return true;
    }
    List<PersonId> fresh = batch.stream().map(_ -> new PersonId(Uuids.next(clock))).toList();
    vault.prepare(fresh, KEYS);
    take(
        in,
        batch,
        new RowReading(mapping, LegalCalendar.legalDay(clock.instant())),
        fresh,
        by.get(),
        goOn);
    return true;
  }

  private void take(
      Import in,
      List<TableRow> batch,
      RowReading reading,
      List<PersonId> fresh,
      Actor by,
      BooleanSupplier goOn) {
    Agency custody = agencies.get(in.custody());
    var errors = new ArrayList<ImportRows.Fault>();
    int done = 0;
    for (int i = 0; i < batch.size() && goOn.getAsBoolean(); i++) {
      TableRow row = batch.get(i);
      switch (reading.read(row)) {
        case RowReading.Whole whole -> {
          Optional<ImportRows.Fault> wrong =
              takeOver.row(in, row.number(), whole, fresh.get(i), custody, by);
          if (wrong.isPresent()) errors.add(wrong.get());
          else done++;
        }
        // the day has changed since the dry run: a term is over by now
        case RowReading.Broken(var wrong) -> errors.addAll(ImportRows.errors(row.number(), wrong));
      }
    }
    refuse(in.id(), errors);
    rows.count(in.id(), done, 0);
  }

  private void refuse(UUID id, List<TableRow> batch, String key) {
    refuse(
        id,
        batch.stream()
            .map(
                row ->
                    ImportRows.error(
                        row.number(),
                        org.smartcorrection.platform.exchange.table.Field.NAME,
                        key,
                        null))
            .toList());
  }

  private void refuse(UUID id, List<ImportRows.Fault> errors) {
    if (errors.isEmpty()) return;
    List<Integer> numbers = errors.stream().map(ImportRows.Fault::number).distinct().toList();
    rows.addErrors(id, errors);
    rows.tried(id, numbers, "REFUSED");
    rows.count(id, numbers.size(), numbers.size());
  }
}
