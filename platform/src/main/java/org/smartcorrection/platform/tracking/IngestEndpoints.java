package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.smartcorrection.platform.tracking.line.Call;
import org.smartcorrection.platform.tracking.line.Calls;
import org.smartcorrection.platform.tracking.line.Reply;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where devices send positions through the platform's own port, as they do where a site opens no
 * port for them: {@link Calls} answers both.
 */
@RestController
class IngestEndpoints {
  private final Calls calls;

  IngestEndpoints(Calls calls) {
    this.calls = calls;
  }

  @GetMapping(DeviceCalls.OSMAND)
  ResponseEntity<String> osmandByQuery(HttpServletRequest request) throws IOException {
    return answer(DeviceCalls.OSMAND, request, false);
  }

  @PostMapping(DeviceCalls.OSMAND)
  ResponseEntity<String> osmand(HttpServletRequest request) throws IOException {
    return answer(DeviceCalls.OSMAND, request, false);
  }

  @PostMapping(path = DeviceCalls.OSMAND, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> traccarClient(HttpServletRequest request) throws IOException {
    return answer(DeviceCalls.OSMAND, request, true);
  }

  @PostMapping(DeviceCalls.OWN_TRACKS)
  ResponseEntity<String> ownTracks(HttpServletRequest request) throws IOException {
    return answer(DeviceCalls.OWN_TRACKS, request, true);
  }

  @PostMapping(DeviceCalls.TRACCAR)
  ResponseEntity<String> traccar(HttpServletRequest request) throws IOException {
    return answer(DeviceCalls.TRACCAR, request, true);
  }

  private ResponseEntity<String> answer(String path, HttpServletRequest request, boolean json)
      throws IOException {
    Map<String, String> parameters = new HashMap<>();
    request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
    var call =
        new Call(
            path,
            parameters,
            BasicCredential.of(request.getHeader(HttpHeaders.AUTHORIZATION)),
            json);
    byte[] body = json ? request.getInputStream().readNBytes(Calls.LARGEST + 1) : new byte[0];
    return entity(reply(call, body));
  }

  private Reply reply(Call call, byte[] body) {
    try {
      return calls.answer(call, body).get();
    } catch (ExecutionException _) {
      return Reply.notWritten();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Reply.notWritten();
    }
  }

  private static ResponseEntity<String> entity(Reply reply) {
    var entity =
        ResponseEntity.status(reply.status()).contentType(MediaType.parseMediaType(reply.type()));
    if (reply.status() == HttpStatus.UNAUTHORIZED.value())
      entity.header(HttpHeaders.WWW_AUTHENTICATE, Reply.REALM);
    return entity.body(reply.body());
  }
}
