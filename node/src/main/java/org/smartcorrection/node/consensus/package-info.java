/**
 * The consensus engine among agencies: Hiero, behind an interface that knows bytes in one order and
 * nothing of what they mean. No other package here sees a type of the engine.
 */
@NullMarked
package org.smartcorrection.node.consensus;

import org.jspecify.annotations.NullMarked;
