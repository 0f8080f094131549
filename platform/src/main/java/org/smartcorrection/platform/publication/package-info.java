/** What anybody may know: figures in aggregate, the checkpoint, and a page that checks proofs. */
@ApplicationModule(displayName = "publication")
@NullMarked
package org.smartcorrection.platform.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
