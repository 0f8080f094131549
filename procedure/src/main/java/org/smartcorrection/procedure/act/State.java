package org.smartcorrection.procedure.act;

import java.util.Optional;

/**
 * A state of a procedure; its name is the message {@code state.<procedure>.<id>}.
 *
 * @param end nothing is owed any more
 * @param restricts the restriction that is in force in it
 * @param survives the rule by which what is open in it goes on after the person's correction ended,
 *     such as L29 for a complaint; without it {@link Act#CORRECTION_ENDED} leads out of it
 */
public record State(
    String id, boolean end, Optional<Restriction> restricts, Optional<String> survives) {}
