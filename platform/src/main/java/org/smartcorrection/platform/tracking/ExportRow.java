package org.smartcorrection.platform.tracking;

import org.smartcorrection.platform.shell.Text;

/** A file that was made, as the page of a track lists it. */
record ExportRow(Export export, String agency, String post) {
  public Text purpose() {
    return Text.of(export.purpose().key());
  }
}
