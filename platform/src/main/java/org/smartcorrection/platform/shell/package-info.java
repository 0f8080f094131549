/** The look, the page layouts, forms and messages in two languages: what every page is built on. */
@NullMarked
package org.smartcorrection.platform.shell;

import org.jspecify.annotations.NullMarked;
