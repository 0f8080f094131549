package org.smartcorrection.platform.my;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.shell.Text;

/**
 * One look of staff at the person's data.
 *
 * @param name of whoever looked; empty until the person complained of it
 * @param disclosed whether the person complained of it
 */
record LookView(String agency, String post, String name, boolean disclosed, Looks.Look look) {
  public Text what() {
    return Text.of("access.what." + look.what());
  }

  /** Of which stretch of time places were shown; absent where none were. */
  public @Nullable Text stretch() {
    Looks.@Nullable Stretch shown = look.stretch();
    return shown == null ? null : Text.of("my.looked.stretch", shown.from(), shown.until());
  }

  public Text purpose() {
    return Text.of(look.purpose().key());
  }

  /** With this a complaint of it begins. */
  Text sentence() {
    return Text.of("my.complaint.about", at(), agency, post, what(), purpose());
  }

  /** Where to complain of it, once. */
  public @Nullable String complain() {
    return disclosed ? null : "/my/complaints/agency?look=" + look.id();
  }

  public Instant at() {
    return look.at();
  }
}
