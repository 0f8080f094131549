package org.smartcorrection.platform.casework;

import org.smartcorrection.platform.organisation.Actor;

/**
 * An agency set a number, published a procedure of its own or recorded a substitution. Published
 * inside the transaction that records it: whoever listens there writes together with the act, or
 * not at all.
 */
public record AgencyActed(AgencyAct act, Actor by) {}
