package org.smartcorrection.platform.vault;

/**
 * What was found and done when the vault was opened.
 *
 * @param keys that had been put back and were destroyed again
 * @param people to whom they belonged, or imports
 * @param damaged lines of the list that are not what was written
 */
public record Replayed(int keys, int people, int damaged) {}
