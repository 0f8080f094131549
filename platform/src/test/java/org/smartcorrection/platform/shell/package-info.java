/** Tests of the shell, on a web server without a database. */
@NullMarked
package org.smartcorrection.platform.shell;

import org.jspecify.annotations.NullMarked;
