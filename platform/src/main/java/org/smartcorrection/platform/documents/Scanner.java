package org.smartcorrection.platform.documents;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.kernel.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Has what people hand in looked through for malware by the site's own scanner, before anything of
 * it is kept. It speaks the protocol of clamd ({@code INSTREAM}), which many scanners understand.
 * An installation without a scanner takes files unscanned, and each says so; one with a scanner
 * takes nothing that the scanner has not passed.
 */
@Component
class Scanner {
  private static final Logger LOG = LoggerFactory.getLogger(Scanner.class);
  private static final Duration CONNECTS = Duration.ofSeconds(3);
  private static final Duration ANSWERS = Duration.ofSeconds(30);
  private static final int LONGEST_REPLY = 4096;
  private static final int A_PIECE = 1 << 16;

  private final String address;

  /**
   * A scanner, or none.
   *
   * @param address {@code host:port} of a clamd; empty where the site has none
   */
  Scanner(@Value("${smartcorrection.scanner.address}") String address) {
    this.address = address.strip();
  }

  /** One file on its way through the scanner, part by part as it comes in. */
  interface Scan extends AutoCloseable {
    /**
     * Hands on the next part.
     *
     * @throws Refused when the scanner takes no more of it
     */
    void write(byte[] bytes, int from, int count);

    /**
     * Asks what was found in all of it.
     *
     * @return whether it was looked through; {@code false} where there is no scanner
     * @throws Refused when something was found, or the scanner does not say that nothing was
     */
    boolean passed();

    @Override
    void close();
  }

  /**
   * Begins with a file.
   *
   * @throws Refused when there is a scanner and it cannot be reached
   */
  Scan begin() {
    if (address.isEmpty()) return new Unavailable();
    try {
      return new Clamd(connected());
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("the scanner cannot be reached: {}", e.getClass().getName());
      throw new Refused("documents.scanner.silent");
    }
  }

  /**
   * Looks a whole file through.
   *
   * @return as {@link Scan#passed}
   * @throws Refused when it must not be kept
   */
  boolean passes(byte[] content) {
    try (Scan scan = begin()) {
      for (int at = 0; at < content.length; at += A_PIECE)
        scan.write(content, at, Math.min(A_PIECE, content.length - at));
      return scan.passed();
    }
  }

  private Socket connected() throws IOException {
    int colon = address.lastIndexOf(':');
    if (colon < 0) throw new IllegalArgumentException("no port");
    int port = Integer.parseInt(address.substring(colon + 1));
    var socket = new Socket();
    try {
      socket.connect(
          new InetSocketAddress(address.substring(0, colon), port), (int) CONNECTS.toMillis());
      socket.setSoTimeout((int) ANSWERS.toMillis());
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static final class Unavailable implements Scan {
    @Override
    public void write(byte[] bytes, int from, int count) {}

    @Override
    public boolean passed() {
      return false;
    }

    @Override
    public void close() {}
  }

  private static final class Clamd implements Scan {
    private final Socket socket;
    private final DataOutputStream out;

    Clamd(Socket socket) throws IOException {
      this.socket = socket;
      this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
      out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
      if (count == 0) return;
      try {
        out.writeInt(count);
        out.write(bytes, from, count);
      } catch (IOException _) {
        // it has closed: usually it has said before why
        throw refused(reply());
      }
    }

    @Override
    public boolean passed() {
      try {
        out.writeInt(0);
        out.flush();
      } catch (IOException _) {
        throw refused(reply());
      }
      String reply = reply();
      if (reply.endsWith("OK")) return true;
      throw refused(reply);
    }

    private static Refused refused(String reply) {
      if (reply.endsWith("FOUND")) {
        String found = reply.replaceFirst("^stream: ", "").replaceFirst(" FOUND$", "");
        LOG.warn("the scanner found {}: nothing was kept", found);
        return new Refused("documents.scanner.found", found);
      }
      if (reply.contains("size limit exceeded")) return new Refused("documents.scanner.too-large");
      LOG.warn("the scanner did not answer as it should");
      return new Refused("documents.scanner.silent");
    }

    private String reply() {
      try {
        InputStream in = socket.getInputStream();
        var reply = new StringBuilder();
        for (int next = in.read(); next > 0 && reply.length() < LONGEST_REPLY; next = in.read())
          reply.append((char) next);
        return reply.toString().strip();
      } catch (IOException _) {
        return "";
      }
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException _) {
        // nothing more is wanted of it
      }
    }
  }
}
