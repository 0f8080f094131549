package org.smartcorrection.platform.exchange.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.stereotype.Component;

/**
 * Posts one message (RFC 9112), over a connection to exactly the address that {@link Guard} looked
 * up: the clients that exist look names up once more, after any check. Redirects are not followed,
 * and of the answer nothing but its status is read.
 */
@Component
class Wire {
  private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(8).toMillis();
  private static final int LONGEST_LINE = 200;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

  private final Guard guard;

  Wire(Guard guard) {
    this.guard = guard;
  }

  /** What became of a message. */
  sealed interface Answer {
    /** It was answered with this status; from 200 to 299 it has arrived. */
    record Status(int code) implements Answer {}

    /** There was no answer. */
    record None(Why why) implements Answer {}

    /** Why there was no answer. */
    enum Why {
      UNKNOWN_HOST,
      NOT_PUBLIC,
      NO_CONNECTION,
      NO_TRUST,
      TIMEOUT,
      NOT_HTTP
    }
  }

  /** Sends the body; never throws for what happens on the way. */
  Answer post(URI address, Map<String, String> headers, byte[] body) {
    String host = Objects.requireNonNull(address.getHost());
    boolean secure = address.getScheme().equals("https");
    int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
    try {
      InetAddress at = guard.resolve(bare(host));
      try (var plain = new Socket()) {
        plain.connect(new InetSocketAddress(at, port), TIMEOUT_MILLIS);
        plain.setSoTimeout(TIMEOUT_MILLIS);
        if (!secure) return exchange(plain, address, headers, body);
        try (Socket sealed = secure(plain, bare(host), port)) {
          return exchange(sealed, address, headers, body);
        }
      }
    } catch (UnknownHostException _) {
      return new Answer.None(Answer.Why.UNKNOWN_HOST);
    } catch (Guard.Refusal _) {
      return new Answer.None(Answer.Why.NOT_PUBLIC);
    } catch (SSLException _) {
      return new Answer.None(Answer.Why.NO_TRUST);
    } catch (SocketTimeoutException _) {
      return new Answer.None(Answer.Why.TIMEOUT);
    } catch (IOException _) {
      return new Answer.None(Answer.Why.NO_CONNECTION);
    }
  }

  /** The certificate has to be the host's, although the connection goes to an address. */
  private static Socket secure(Socket plain, String host, int port) throws IOException {
    var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    var socket = (SSLSocket) factory.createSocket(plain, host, port, true);
    var parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static Answer exchange(
      Socket socket, URI address, Map<String, String> headers, byte[] body) throws IOException {
    var head = new StringBuilder();
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    if (address.getRawQuery() != null) path += "?" + address.getRawQuery();
    String port = address.getPort() > 0 ? ":" + address.getPort() : "";
    head.append("POST ").append(path).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(address.getHost()).append(port).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n");
    head.append("Connection: close\r\n\r\n");
    var out = socket.getOutputStream();
    out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
    Matcher status = STATUS.matcher(line(socket.getInputStream()));
    return status.matches()
        ? new Answer.Status(Integer.parseInt(status.group(1)))
        : new Answer.None(Answer.Why.NOT_HTTP);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (line.length() == LONGEST_LINE) break;
      if (next != '\r') line.append((char) next);
    }
    return line.toString();
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
