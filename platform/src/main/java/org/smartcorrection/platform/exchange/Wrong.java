package org.smartcorrection.platform.exchange;

import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.exchange.table.Field;

/**
 * What is wrong with a row: where, and what to do; never what stands there.
 *
 * @param cell its address, such as C7
 * @param key {@code exchange.wrong.<key>} says what is wrong, {@code exchange.do.<key>} what to do
 * @param argument such as the number of the other row
 */
record Wrong(Field field, String cell, String key, @Nullable String argument) {}
