/** Commands that set up nodes and consortia. */
@NullMarked
package org.smartcorrection.node.command;

import org.jspecify.annotations.NullMarked;
