package org.smartcorrection.platform.file;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.documents.Document;

/**
 * A volume of the file of one case.
 *
 * @param id names it: the message {@code file.volume.<id>}
 * @param rule on which it rests
 * @param sections those in which something lies
 */
record Volume(String id, String rule, List<Section> sections) {
  Volume {
    sections = List.copyOf(sections);
  }

  /** A section: its name is the message {@code file.section.<id>}. */
  record Section(String id, List<Row> rows) {
    Section {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A line of the table of contents.
   *
   * @param serial counts through the volume
   * @param document {@code null} where the record of the act itself is the line
   */
  record Row(int serial, Act act, @Nullable Document document) {}

  /** All lines, in order. */
  List<Row> rows() {
    return sections.stream().flatMap(section -> section.rows().stream()).toList();
  }
}
