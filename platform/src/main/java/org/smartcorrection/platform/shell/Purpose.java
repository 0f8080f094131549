package org.smartcorrection.platform.shell;

import java.util.Optional;

/**
 * What a member of staff is here for, shown under the navigation on every staff page.
 *
 * @param sentence what is done and who will see that; words between double asterisks are emphasised
 * @param change where another purpose can be stated, if it can
 */
public record Purpose(Text sentence, Optional<String> change) {}
