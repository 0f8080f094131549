package org.smartcorrection.platform.tracking.line;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;
import java.util.TreeMap;
import org.smartcorrection.platform.kernel.Json;

/**
 * What a call is answered.
 *
 * @param status of HTTP
 * @param body JSON
 * @param problem whether the body is of RFC 9457
 */
public record Reply(int status, String body, boolean problem) {
  /** With what a device proves itself that has not. */
  public static final String REALM = "Basic realm=\"device\"";

  static final int OK = 200;
  static final int ACCEPTED = 202;
  static final int UNAUTHORIZED = 401;
  static final int UNAVAILABLE = 503;

  /** It is kept, or there was nothing to keep. */
  public static Reply ok(String json) {
    return new Reply(OK, json, false);
  }

  /** It was heard, and nothing of it is kept. */
  public static Reply accepted(String json) {
    return new Reply(ACCEPTED, json, false);
  }

  /** Nobody knows who calls. */
  public static Reply unknown() {
    return problem(UNAUTHORIZED, Map.of());
  }

  /** It may come again: it was not written. */
  public static Reply notWritten() {
    return problem(UNAVAILABLE, Map.of("fault", "NOT_WRITTEN"));
  }

  /** What is wrong, as a problem with these members. */
  public static Reply problem(int status, Map<String, Object> members) {
    var problem = new TreeMap<String, Object>(members);
    problem.put("status", status);
    problem.put("title", HttpResponseStatus.valueOf(status).reasonPhrase());
    return new Reply(status, Json.text(problem), true);
  }

  /** Of what kind the body is. */
  public String type() {
    return problem ? "application/problem+json" : "application/json";
  }
}
