package org.smartcorrection.platform.subjects;

import org.smartcorrection.platform.kernel.PersonId;

/**
 * A person is forgotten, in the transaction of whoever listens: nothing that finds them again may
 * stay behind.
 */
public record PersonForgotten(PersonId person) {}
