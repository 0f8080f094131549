package org.smartcorrection.ledger.register;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.Durable;
import org.smartcorrection.ledger.tree.Hash;

/**
 * A file with the latest entry of each case among the entries from one index to another, sorted. It
 * names the root that the log had at its end, so that it is known to be of this log, and ends with
 * its own SHA-256. All of it follows from the entries: one that is damaged is made again.
 *
 * @param to exclusive
 * @param root of the log with {@code to} entries
 */
record HeadRun(Path file, long from, long to, Hash root) {
  private static final byte[] MAGIC = "smartcorrection.org/case-heads@v1\n".getBytes(US_ASCII);
  private static final int BUFFER = 1 << 16;

  /** The file is not what was written. */
  static final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedException(Path file) {
      super(file.getFileName() + " is damaged");
    }
  }

  /** Rows in their order; {@code null} at the end. */
  interface Rows extends Closeable {
    @Nullable HeadRow next() throws IOException;
  }

  /** Writes rows; the file has its name once all of it is on the disk. */
  static HeadRun write(Path folder, long from, long to, Hash root, Rows rows) throws IOException {
    Path file = folder.resolve(from + "-" + to);
    Path fresh = folder.resolve(from + "-" + to + ".new");
    try (var channel = FileChannel.open(fresh, CREATE, TRUNCATE_EXISTING, WRITE)) {
      var buffer = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
      var digested = new DigestOutputStream(buffer, sha256());
      var out = new DataOutputStream(digested);
      out.write(MAGIC);
      out.writeLong(from);
      out.writeLong(to);
      out.write(root.bytes());
      for (HeadRow row = rows.next(); row != null; row = rows.next()) {
        out.writeShort(row.bytes().length);
        out.write(row.bytes());
      }
      out.writeShort(0);
      out.flush();
      buffer.write(digested.getMessageDigest().digest());
      buffer.flush();
      channel.force(true);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
    Durable.settle(fresh, file);
    return new HeadRun(file, from, to, root);
  }

  /** Reads what the beginning of a file says, if it says what its name says. */
  static Optional<HeadRun> open(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (!name.matches("[0-9]{1,18}-[0-9]{1,18}")) return Optional.empty();
    long from = Long.parseLong(name.substring(0, name.indexOf('-')));
    long to = Long.parseLong(name.substring(name.indexOf('-') + 1));
    try (var in = new DataInputStream(Files.newInputStream(file, READ))) {
      boolean same =
          Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)
              && in.readLong() == from
              && in.readLong() == to;
      if (!same) return Optional.empty();
      byte[] root = in.readNBytes(Hash.LENGTH);
      if (root.length < Hash.LENGTH) return Optional.empty();
      return Optional.of(new HeadRun(file, from, to, Hash.of(root)));
    } catch (EOFException _) {
      return Optional.empty();
    }
  }

  /** Its rows; the last call fails if the file is not what was written. */
  Rows rows() throws IOException {
    var buffer = new BufferedInputStream(Files.newInputStream(file, READ), BUFFER);
    var digested = new DigestInputStream(buffer, sha256());
    var in = new DataInputStream(digested);
    in.readNBytes(MAGIC.length + 2 * Long.BYTES + Hash.LENGTH);
    return new Rows() {
      private boolean ended;

      @Override
      public @Nullable HeadRow next() throws IOException {
        if (ended) return null;
        try {
          int length = in.readUnsignedShort();
          if (length > Hash.LENGTH) {
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            return new HeadRow(bytes);
          }
          byte[] expected = digested.getMessageDigest().digest();
          if (length == 0 && Arrays.equals(expected, buffer.readNBytes(expected.length + 1))) {
            ended = true;
            return null;
          }
        } catch (EOFException _) {
          // cut short
        }
        throw new DamagedException(file);
      }

      @Override
      public void close() throws IOException {
        in.close();
      }
    };
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }
}
