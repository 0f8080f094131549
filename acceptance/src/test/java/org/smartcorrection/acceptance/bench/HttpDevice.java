package org.smartcorrection.acceptance.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;

/** A device that speaks OsmAnd on one connection that is kept: each position is a request. */
final class HttpDevice implements Wire {
  private static final String LENGTH = "content-length:";
  private static final String CLOSES = "connection: close";
  private static final String KEPT = "true";

  private final URI address;
  private final String authorization;
  private Socket socket;
  private InputStream in;
  private int sent;

  HttpDevice(URI address, Tracked.Credential credential) throws IOException {
    this.address = address;
    String pair = credential.id() + ":" + credential.key();
    authorization =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    socket = connect();
    in = new BufferedInputStream(socket.getInputStream());
  }

  private Socket connect() throws IOException {
    var fresh = new Socket(address.getHost(), address.getPort());
    fresh.setTcpNoDelay(true);
    return fresh;
  }

  @Override
  public int atOnce() {
    return 1;
  }

  @Override
  public void send(Instant at) throws IOException {
    double tremor = ((sent++ * 31) % 23 - 11) * 1e-6; // a receiver that lies still trembles
    String request =
        String.format(
            Locale.ROOT,
            """
            GET /ingest/osmand?timestamp=%d&lat=%.6f&lon=%.6f&accuracy=8&source=gnss HTTP/1.1\r
            Host: %s\r
            Authorization: %s\r
            \r
            """,
            at.getEpochSecond(),
            Load.NORTH + tremor,
            Load.EAST - tremor / 2,
            address.getAuthority(),
            authorization);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    answered();
  }

  private void answered() throws IOException {
    String status = line();
    int length = -1;
    boolean closes = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith(LENGTH))
        length = Integer.parseInt(header.substring(LENGTH.length()).strip());
      if (header.equals(CLOSES)) closes = true;
    }
    String body =
        length >= 0 ? new String(in.readNBytes(length), StandardCharsets.UTF_8) : chunks();
    if (!status.contains(" 200") || !body.contains(KEPT))
      throw new IllegalStateException("answered with " + status + " " + body);
    if (closes) {
      socket.close();
      socket = connect();
      in = new BufferedInputStream(socket.getInputStream());
    }
  }

  private String chunks() throws IOException {
    var body = new StringBuilder();
    while (true) {
      int length = Integer.parseInt(line(), 16);
      body.append(new String(in.readNBytes(length), StandardCharsets.UTF_8));
      line();
      if (length == 0) return body.toString();
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) throw new EOFException();
      if (next != '\r') line.append((char) next);
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
