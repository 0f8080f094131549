package org.smartcorrection.platform.vault;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A large file, sealed chunk by chunk with AES-256-GCM (the STREAM construction): each chunk's
 * nonce is the file's random beginning, the chunk's number, and whether it is the last. So chunks
 * cannot be exchanged, left out or cut off, and any of them opens alone. The key must be of this
 * file only. One chunk is in memory, however large the file is.
 */
public final class SealedFile {
  /** Bytes of a chunk before it is sealed. */
  public static final int CHUNK = 1 << 18;

  private static final byte VERSION = 1;
  private static final int PREFIX = 7;
  private static final int HEADER = 1 + PREFIX;
  private static final int TAG = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path path;
  private final SecretKeySpec key;
  private final String place;

  /**
   * A file that is there or will be.
   *
   * @param key 32 bytes that seal nothing else
   * @param place what it is, for example {@code documents.recordings/<id>}
   */
  public SealedFile(Path path, byte[] key, String place) {
    this.path = path;
    this.key = new SecretKeySpec(key, "AES");
    this.place = place;
  }

  /** Begins the file, which must not be there yet. */
  public Writer create() throws IOException {
    byte[] header = new byte[HEADER];
    RANDOM.nextBytes(header);
    header[0] = VERSION;
    var channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      all(channel, ByteBuffer.wrap(header));
      return new Writer(channel, header);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Opens the file for reading at any place.
   *
   * @throws Vault.Tampered when it cannot be what was written
   */
  public Reader open() throws IOException {
    var channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return new Reader(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private byte[] crypt(
      int mode, byte[] header, long chunk, boolean last, byte[] bytes, int length) {
    byte[] nonce =
        ByteBuffer.allocate(HEADER + Integer.BYTES)
            .put(header, 1, PREFIX)
            .putInt((int) chunk)
            .put((byte) (last ? 1 : 0))
            .array();
    try {
      var gcm = javax.crypto.Cipher.getInstance("AES/GCM/NoPadding");
      gcm.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
      gcm.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return gcm.doFinal(bytes, 0, length);
    } catch (AEADBadTagException _) {
      throw new Vault.Tampered(place);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every JDK", e);
    }
  }

  private static void all(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) channel.write(bytes);
  }

  /** Writes the file from its beginning. Without {@link #finish} it never opens as a whole. */
  public final class Writer extends OutputStream {
    private final FileChannel channel;
    private final byte[] header;
    private final byte[] waiting = new byte[CHUNK];
    private int filled;
    private long chunks;
    private boolean finished;

    private Writer(FileChannel channel, byte[] header) {
      this.channel = channel;
      this.header = header;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      int at = from;
      int left = count;
      while (left > 0) {
        // a full chunk waits until there is more: only then is it known not to be the last
        if (filled == CHUNK) seal(false);
        int part = Math.min(left, CHUNK - filled);
        System.arraycopy(bytes, at, waiting, filled, part);
        filled += part;
        at += part;
        left -= part;
      }
    }

    private void seal(boolean last) throws IOException {
      if (finished) throw new IOException("the file is finished");
      byte[] sealed =
          crypt(javax.crypto.Cipher.ENCRYPT_MODE, header, chunks++, last, waiting, filled);
      all(channel, ByteBuffer.wrap(sealed));
      filled = 0;
    }

    /** Seals the end; everything is on the disk when this returns. */
    public void finish() throws IOException {
      seal(true);
      finished = true;
      channel.force(true);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** Reads at any place; only the chunks that are asked for are opened. */
  public final class Reader implements AutoCloseable {
    private final FileChannel channel;
    private final byte[] header = new byte[HEADER];
    private final long chunks;
    private final long size;
    private long at = -1;
    private byte[] plain = new byte[0];
    private long opened;

    private Reader(FileChannel channel) throws IOException {
      this.channel = channel;
      long body = channel.size() - HEADER;
      chunks = Math.ceilDiv(body, CHUNK + TAG);
      size = body - chunks * TAG;
      if (body < TAG || size < (chunks - 1) * CHUNK) throw new Vault.Tampered(place);
      fill(header, 0);
      if (header[0] != VERSION) throw new Vault.Tampered(place);
    }

    /** Bytes before they were sealed. */
    public long size() {
      return size;
    }

    /** How many chunks were opened so far. */
    public long opened() {
      return opened;
    }

    /** Reads from a place on into all of {@code into}, or less at the end; says how many bytes. */
    public int read(long from, byte[] into) throws IOException {
      int done = 0;
      while (done < into.length && from + done < size) {
        byte[] chunk = chunk((from + done) / CHUNK);
        int start = (int) ((from + done) % CHUNK);
        int part = Math.min(into.length - done, chunk.length - start);
        System.arraycopy(chunk, start, into, done, part);
        done += part;
      }
      return done;
    }

    /** Writes a part of the file out. */
    public void copy(long from, long count, OutputStream out) throws IOException {
      long end = Math.min(size, from + count);
      for (long next = from; next < end; ) {
        byte[] chunk = chunk(next / CHUNK);
        int start = (int) (next % CHUNK);
        int part = (int) Math.min(end - next, chunk.length - start);
        out.write(chunk, start, part);
        next += part;
      }
    }

    private byte[] chunk(long number) throws IOException {
      if (number == at) return plain;
      boolean last = number == chunks - 1;
      int length = last ? (int) (size - number * CHUNK) : CHUNK;
      byte[] sealed = new byte[length + TAG];
      fill(sealed, HEADER + number * (CHUNK + TAG));
      plain = crypt(javax.crypto.Cipher.DECRYPT_MODE, header, number, last, sealed, sealed.length);
      at = number;
      opened++;
      return plain;
    }

    private void fill(byte[] bytes, long from) throws IOException {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining())
        if (channel.read(buffer, from + buffer.position()) < 0) throw new EOFException();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
