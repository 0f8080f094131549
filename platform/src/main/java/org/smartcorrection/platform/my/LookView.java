package org.smartcorrection.platform.my;

import java.time.Instant;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.shell.Text;

/** One look of staff at the person's data: agency and post, and the name only on complaint. */
record LookView(String agency, String post, Looks.Look look) {
  public Text what() {
    return Text.of("access.what." + look.what());
  }

  public Text purpose() {
    return Text.of(look.purpose().key());
  }

  public Instant at() {
    return look.at();
  }
}
