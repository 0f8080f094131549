package org.smartcorrection.platform.documents;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.OwnProgram;

/**
 * Has files read by {@link ReadingProgram} in a process of its own, which gets so much memory and
 * so much time and is ended when it needs more. One process reads many files; after one that killed
 * it the next gets a new one.
 */
final class TextReader implements AutoCloseable {
  private static final int LONGEST_ANSWER = 4 * PlainText.MOST_CHARACTERS;
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx160m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-UsePerfData",
          "-Djava.awt.headless=true",
          "-Dorg.apache.commons.logging.LogFactory="
              + "org.apache.commons.logging.impl.LogFactoryImpl",
          "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");

  private final Duration patience;
  private final ExecutorService talking =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("reading").daemon().factory());
  private @Nullable Process process;

  TextReader(Duration patience) {
    this.patience = patience;
  }

  /**
   * Reads one file.
   *
   * @throws IOException when no reader can be started: then nothing is known of the file
   */
  PlainText read(int kind, byte[] content) throws IOException {
    Process reader = process;
    if (reader == null || !reader.isAlive()) reader = process = start();
    Process asked = reader;
    Future<PlainText> answer = talking.submit(() -> ask(asked, kind, content));
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      // it takes too long, or it ended because its memory was used up
      end();
      return PlainText.without(Reading.State.TOO_MUCH, null);
    } catch (InterruptedException e) {
      end();
      Thread.currentThread().interrupt();
      throw new IOException("stopped while reading", e);
    }
  }

  private static PlainText ask(Process reader, int kind, byte[] content) throws IOException {
    var out = new DataOutputStream(new BufferedOutputStream(reader.getOutputStream()));
    out.writeByte(kind);
    out.writeInt(content.length);
    out.write(content);
    out.flush();
    var in = new DataInputStream(reader.getInputStream());
    Reading.State state = Reading.State.valueOf(in.readUTF());
    int pages = in.readInt();
    int length = in.readInt();
    if (pages > PlainText.MOST_PAGES || length > LONGEST_ANSWER)
      throw new IOException("no answer of a reader");
    byte[] text = in.readNBytes(length);
    if (text.length < length) throw new IOException("the reader broke off");
    return new PlainText(state, pages < 0 ? null : pages, new String(text, StandardCharsets.UTF_8));
  }

  private static Process start() throws IOException {
    return OwnProgram.of(OPTIONS, List.of("read"))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void end() {
    Process reader = process;
    if (reader != null) reader.destroyForcibly();
    process = null;
  }

  @Override
  public void close() {
    end();
    talking.shutdownNow();
  }
}
