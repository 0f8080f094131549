package org.smartcorrection.platform.documents;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A scanner that speaks clamd's protocol and knows one thing that is harmful. */
final class FakeClamd implements AutoCloseable {
  static final String HARMFUL = "X5O!P%@AP-NOT-REALLY-A-VIRUS";

  private final ServerSocket server;
  private volatile boolean silent;
  private final long largest;

  FakeClamd(long largest) {
    this.largest = largest;
    try {
      this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::answer);
  }

  /** From now on it hangs up on everybody. Its port stays its own: a freed one may be another's. */
  void fallSilent() {
    silent = true;
  }

  Scanner scanner() {
    return new Scanner("127.0.0.1:" + server.getLocalPort());
  }

  private void answer() {
    while (!server.isClosed())
      try (Socket socket = server.accept()) {
        if (silent) continue;
        socket.getOutputStream().write(answer(new DataInputStream(socket.getInputStream())));
        socket.getOutputStream().flush();
        socket.shutdownOutput();
      } catch (IOException _) {
        // whoever asked has gone, or the test has ended
      }
  }

  private byte[] answer(DataInputStream in) throws IOException {
    var command = new StringBuilder();
    for (int next = in.read(); next > 0; next = in.read()) command.append((char) next);
    if (!command.toString().equals("zINSTREAM")) return bytes("UNKNOWN COMMAND");
    var all = new ByteArrayOutputStream();
    for (int length = in.readInt(); length > 0; length = in.readInt()) {
      all.write(in.readNBytes(length));
      if (all.size() > largest) return bytes("INSTREAM size limit exceeded. ERROR");
    }
    boolean found = all.toString(StandardCharsets.ISO_8859_1).contains(HARMFUL);
    return bytes(found ? "stream: Test.Harmful FOUND" : "stream: OK");
  }

  private static byte[] bytes(String words) {
    return (words + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
