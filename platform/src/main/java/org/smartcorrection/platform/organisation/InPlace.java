package org.smartcorrection.platform.organisation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That somebody acts in a post in place of another.
 *
 * @param substitution which one; acts record it
 * @param byOrder a deputy who is acting head by a written order
 * @param until the last legal day
 */
public record InPlace(UUID substitution, boolean byOrder, LocalDate until) {}
