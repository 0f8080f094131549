package org.smartcorrection.procedure.act;

import java.util.Optional;

/**
 * A state of a procedure; its name is the message {@code state.<procedure>.<id>}.
 *
 * @param end nothing is owed any more
 * @param restricts the restriction that is in force in it
 */
public record State(String id, boolean end, Optional<Restriction> restricts) {}
