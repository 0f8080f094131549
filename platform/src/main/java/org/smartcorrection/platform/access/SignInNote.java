package org.smartcorrection.platform.access;

import java.util.List;
import org.smartcorrection.platform.shell.Line;

/** Something that the sign-in page should say, such as that this is a demonstration. */
public interface SignInNote {
  List<Line> lines();
}
