package org.smartcorrection.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What one account does over HTTP, without a browser: cookies, and forms with the page's token. */
public final class Session implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern TOKEN =
      Pattern.compile("<input[^>]*name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final URI platform;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .cookieHandler(new CookieManager())
          .build();
  private String token = "";

  private Session(URI platform) {
    this.platform = platform;
  }

  /** Becomes an account of the demonstration, as its first page lets anybody. */
  public static Session as(URI platform, String account) throws IOException, InterruptedException {
    var session = new Session(platform);
    session.read("/");
    HttpResponse<String> in = session.post("/demo/as/" + account, Map.of());
    if (in.statusCode() != 302)
      throw new IllegalStateException("signing in was answered with " + in.statusCode());
    // the token changed with the session
    session.read(URI.create(in.headers().firstValue("Location").orElseThrow()).getPath());
    return session;
  }

  /** Asks for a page; redirects are not followed. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder().GET(), path);
  }

  /** Asks for a page that has to be there, and remembers the token of its forms. */
  public String read(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200)
      throw new IllegalStateException(path + " was answered with " + answer.statusCode());
    Matcher found = TOKEN.matcher(answer.body());
    if (found.find()) token = found.group(1);
    return answer.body();
  }

  /** Sends a form with the token of the page read last. */
  public HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    String fields =
        form.entrySet().stream()
            .map(field -> "&" + encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining());
    return send(
        HttpRequest.newBuilder()
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(token) + fields)),
        path);
  }

  /** Sends a form with one file, as a browser does. */
  public HttpResponse<String> upload(String path, String field, String name, byte[] content)
      throws IOException, InterruptedException {
    String divide = "----" + Long.toHexString(System.nanoTime());
    String before =
        """
        --%1$s\r
        Content-Disposition: form-data; name="_csrf"\r
        \r
        %2$s\r
        --%1$s\r
        Content-Disposition: form-data; name="%3$s"; filename="%4$s"\r
        Content-Type: text/csv\r
        \r
        """
            .formatted(divide, token, field, name);
    var body = new ByteArrayOutputStream();
    body.write(before.getBytes(StandardCharsets.UTF_8));
    body.write(content);
    body.write(("\r\n--" + divide + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder()
            .header("Content-Type", "multipart/form-data; boundary=" + divide)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())),
        path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String path)
      throws IOException, InterruptedException {
    return http.send(
        request.uri(platform.resolve(path)).timeout(PATIENCE).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
