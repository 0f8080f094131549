/**
 * Borders from files of others: strict and bounded readers of what is not trusted, which say what
 * is wrong in a way that a page can explain.
 */
@NullMarked
package org.smartcorrection.location.border;

import org.jspecify.annotations.NullMarked;
