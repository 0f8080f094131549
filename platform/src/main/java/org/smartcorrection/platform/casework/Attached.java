package org.smartcorrection.platform.casework;

import org.smartcorrection.platform.kernel.DocumentId;

/**
 * A document as an act carries it.
 *
 * @param kind what it is, such as {@code judgment} or {@code admonition}
 * @param sha256 of its content, hexadecimal
 */
public record Attached(DocumentId id, String kind, String sha256) {}
