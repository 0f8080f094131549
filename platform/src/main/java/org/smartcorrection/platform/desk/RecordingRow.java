package org.smartcorrection.platform.desk;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.documents.Recordings;
import org.smartcorrection.platform.shell.Text;

/**
 * A recording that came in and waits for its act, as the form shows it.
 *
 * @param said its name, how long it lasts and its size
 */
record RecordingRow(UUID id, Text said) {
  static RecordingRow of(Recordings.Waiting waiting) {
    String size = size(waiting.bytes());
    @Nullable Duration length = waiting.length();
    return new RecordingRow(
        waiting.id(),
        length == null
            ? Text.of("desk.recording.row", waiting.name(), size)
            : Text.of("desk.recording.row.length", waiting.name(), clock(length), size));
  }

  /** As a player shows it: 12:34, or 1:02:03. */
  static String clock(Duration length) {
    String minutes = "%02d:%02d".formatted(length.toMinutesPart(), length.toSecondsPart());
    return length.toHours() == 0 ? minutes : length.toHours() + ":" + minutes;
  }

  /** In whole units, of 1,024 each. */
  static String size(long bytes) {
    return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : Math.ceilDiv(bytes, 1024) + " KB";
  }
}
