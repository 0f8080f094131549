package org.smartcorrection.platform.tracking;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * Rows in the binary form of PostgreSQL's COPY: the cheapest way of many rows into a table. The
 * caller writes as many values a row as the statement has columns.
 */
final class BinaryCopy {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final short END = -1;

  private final short columns;
  private byte[] bytes = new byte[16 * 1024];
  private int size;

  BinaryCopy(int columns) {
    this.columns = (short) columns;
    put(SIGNATURE);
    put(0, Integer.BYTES);
    put(0, Integer.BYTES);
  }

  BinaryCopy row() {
    put(columns, Short.BYTES);
    return this;
  }

  BinaryCopy uuid(UUID value) {
    put(2 * Long.BYTES, Integer.BYTES);
    put(value.getMostSignificantBits(), Long.BYTES);
    put(value.getLeastSignificantBits(), Long.BYTES);
    return this;
  }

  /** To the microsecond, as the database keeps it. */
  BinaryCopy instant(Instant value) {
    put(Long.BYTES, Integer.BYTES);
    put(EPOCH.until(value, ChronoUnit.MICROS), Long.BYTES);
    return this;
  }

  BinaryCopy integer(int value) {
    put(Integer.BYTES, Integer.BYTES);
    put(value, Integer.BYTES);
    return this;
  }

  BinaryCopy bytes(byte[] value) {
    put(value.length, Integer.BYTES);
    put(value);
    return this;
  }

  /**
   * Writes the rows in the transaction of the connection.
   *
   * @param statement {@code copy TABLE (COLUMNS) from stdin (format binary)}
   */
  void into(Connection connection, String statement) throws SQLException {
    put(END, Short.BYTES);
    try {
      var _ =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(statement, new ByteArrayInputStream(bytes, 0, size));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  private void put(long value, int width) {
    room(width);
    for (int shift = (width - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE)
      bytes[size++] = (byte) (value >>> shift);
  }

  private void room(int more) {
    if (size + more > bytes.length)
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
  }
}
