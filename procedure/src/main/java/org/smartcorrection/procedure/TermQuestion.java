package org.smartcorrection.procedure;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a decision says of its term.
 *
 * @param sentence the original penalty's length for a suspended sentence, what remained of it for
 *     parole; empty where the penalty has none
 * @param term the term of correction
 * @param custodyDays days in custody before, which count double against public surveillance
 * @param firstDay from which the term runs
 * @param statedLastDay the last day as the document states it
 */
public record TermQuestion(
    Category category,
    Penalty penalty,
    Optional<TermLength> sentence,
    TermLength term,
    int custodyDays,
    LocalDate judgedOn,
    LocalDate effectiveOn,
    LocalDate firstDay,
    Optional<LocalDate> statedLastDay) {}
