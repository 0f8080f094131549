package org.smartcorrection.ledger.order;

/** Where an entry stands in its log, from zero. */
public record Position(long index) {}
