package org.smartcorrection.platform.documents;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The program that reads files of strangers: a process of its own without network, database, keys
 * or settings, which gets bytes and gives text. What a file does to its reader, it does to this
 * process alone, and whoever started it ends it when it takes too long.
 */
public final class ReadingProgram {
  /** What a file is, by the first byte of its message. */
  static final int PDF = 'P';

  static final int OFD = 'O';

  private ReadingProgram() {}

  /** Answers one file after another until there is no more: kind, length, bytes. */
  public static void run(InputStream from, PrintStream to) throws IOException {
    // what the libraries have to say would stand between the answers, and may quote the file
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    var in = new DataInputStream(from);
    var out = new DataOutputStream(to);
    while (true) {
      int kind = in.read();
      if (kind < 0) return;
      int length = in.readInt();
      byte[] content = in.readNBytes(length);
      if (content.length < length) throw new EOFException();
      answer(read(kind, content), out);
    }
  }

  static PlainText read(int kind, byte[] content) {
    try {
      return kind == OFD ? OfdText.of(content) : PdfText.of(content);
    } catch (StackOverflowError _) {
      return PlainText.without(Reading.State.TOO_MUCH, null);
    } catch (Exception _) {
      // readers throw many kinds at what nobody would write
      return PlainText.without(Reading.State.BROKEN, null);
    }
  }

  private static void answer(PlainText read, DataOutputStream out) throws IOException {
    byte[] text = read.text().getBytes(StandardCharsets.UTF_8);
    out.writeUTF(read.state().name());
    out.writeInt(read.pages() == null ? -1 : read.pages());
    out.writeInt(text.length);
    out.write(text);
    out.flush();
  }
}
