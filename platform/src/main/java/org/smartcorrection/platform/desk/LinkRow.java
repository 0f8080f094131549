package org.smartcorrection.platform.desk;

import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.PersonLink;

/**
 * That two records were said to be one human, and perhaps no longer.
 *
 * @param one the number of the case that says so
 * @param other the number of the other case
 * @param separate the page that separates them; {@code null} for those who may not
 */
record LinkRow(PersonLink link, String one, String other, @Nullable String separate) {}
