package org.smartcorrection.platform.organisation;

/**
 * Somebody acts in another's place from a day on, or no longer does, before its time. Published
 * inside the transaction that records it.
 *
 * @param ended whether it ended by this; otherwise it was recorded
 */
public record SubstitutionNoted(Substitution of, boolean ended, Actor by) {}
