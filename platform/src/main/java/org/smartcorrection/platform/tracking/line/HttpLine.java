package org.smartcorrection.platform.tracking.line;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.tracking.BasicCredential;

/**
 * A line on which devices call by HTTP/1.1, one call after the other: the next is heard when the
 * one before is answered, and that is when it is durable. Each call proves for itself who calls,
 * since a server that forwards for many devices keeps one line for all.
 */
final class HttpLine extends Line {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  private final Calls calls;
  private final Executor clerks;
  private final ArrayDeque<FullHttpRequest> unheard = new ArrayDeque<>();
  private boolean answering;
  private boolean proved;

  HttpLine(Calls calls, Executor clerks) {
    this.calls = calls;
    this.clerks = clerks;
  }

  @Override
  boolean isProved() {
    return proved;
  }

  @Override
  public void channelRead(ChannelHandlerContext line, Object message) {
    unheard.add((FullHttpRequest) message);
    hear(line);
  }

  private void hear(ChannelHandlerContext line) {
    while (!unheard.isEmpty() && mayHear(line)) {
      FullHttpRequest request = unheard.poll();
      try {
        if (request.decoderResult().isFailure()) answer(line, unreadable(), false);
        else hear(line, request);
      } finally {
        ReferenceCountUtil.release(request);
      }
    }
    line.channel().config().setAutoRead(mayHear(line));
  }

  private boolean mayHear(ChannelHandlerContext line) {
    return !answering && line.channel().isWritable() && line.channel().isActive();
  }

  /** Who did not take our answers is heard again once they did. */
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext line) {
    hear(line);
    line.fireChannelWritabilityChanged();
  }

  private void hear(ChannelHandlerContext line, FullHttpRequest request) {
    boolean keeps = HttpUtil.isKeepAlive(request);
    boolean posts = request.method().equals(HttpMethod.POST);
    if (!posts && !request.method().equals(HttpMethod.GET)) {
      answer(line, Reply.problem(HttpResponseStatus.METHOD_NOT_ALLOWED.code(), Map.of()), false);
      return;
    }
    String type = header(request, HttpHeaderNames.CONTENT_TYPE).toLowerCase(Locale.ROOT);
    byte[] body = ByteBufUtil.getBytes(request.content());
    boolean form = posts && type.startsWith(FORM);
    Optional<Call> call = call(request, form ? body : new byte[0], posts && type.startsWith(JSON));
    if (call.isEmpty()) {
      answer(line, unreadable(), false);
      return;
    }
    answering = true;
    CompletableFuture<Reply> reply = reply(line, call.get(), form ? new byte[0] : body);
    // the loop itself answers at once what needed no disk
    if (reply.isDone()) answered(line, reply.join(), keeps);
    else {
      var _ =
          reply.thenAcceptAsync(
              done -> {
                answered(line, done, keeps);
                hear(line);
              },
              line.executor());
    }
  }

  private void answered(ChannelHandlerContext line, Reply reply, boolean keeps) {
    answering = false;
    boolean right = reply.status() != Reply.UNAUTHORIZED;
    if (right) proved = true;
    answer(line, reply, (right || forgives()) && keeps);
  }

  private CompletableFuture<Reply> reply(ChannelHandlerContext line, Call call, byte[] body) {
    if (calls.isKnown(call)) return asked(line, call, body);
    var reply = new CompletableFuture<Reply>();
    clerks.execute(
        () -> {
          var _ = asked(line, call, body).thenAccept(reply::complete);
        });
    return reply;
  }

  private CompletableFuture<Reply> asked(ChannelHandlerContext line, Call call, byte[] body) {
    try {
      return calls.answer(call, body);
    } catch (RuntimeException _) {
      return CompletableFuture.completedFuture(Reply.notWritten()); // who calls could not be asked
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      close(line);
      return CompletableFuture.completedFuture(Reply.notWritten());
    }
  }

  /** The call of a request; none if its address or its form cannot be read. */
  private static Optional<Call> call(FullHttpRequest request, byte[] form, boolean json) {
    try {
      var address = new QueryStringDecoder(request.uri());
      Map<String, String> parameters = new HashMap<>();
      address.parameters().forEach((name, values) -> parameters.put(name, values.getFirst()));
      if (form.length > 0)
        new QueryStringDecoder(new String(form, StandardCharsets.UTF_8), false)
            .parameters()
            .forEach((name, values) -> parameters.putIfAbsent(name, values.getFirst()));
      return Optional.of(
          new Call(
              address.path(),
              parameters,
              BasicCredential.of(header(request, HttpHeaderNames.AUTHORIZATION)),
              json));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Reply unreadable() {
    return Reply.problem(HttpResponseStatus.BAD_REQUEST.code(), Map.of());
  }

  private static String header(FullHttpRequest request, CharSequence name) {
    @Nullable String value = request.headers().get(name);
    return value == null ? "" : value;
  }

  private void answer(ChannelHandlerContext line, Reply reply, boolean keeps) {
    var response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(reply.status()),
            Unpooled.copiedBuffer(reply.body(), StandardCharsets.UTF_8));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, reply.type())
        .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
        .set(HttpHeaderNames.CACHE_CONTROL, "no-store");
    if (reply.status() == Reply.UNAUTHORIZED)
      response.headers().set(HttpHeaderNames.WWW_AUTHENTICATE, Reply.REALM);
    HttpUtil.setKeepAlive(response, keeps);
    if (keeps) send(line, response);
    else sendLast(line, response);
  }

  @Override
  public void channelInactive(ChannelHandlerContext line) {
    unheard.forEach(ReferenceCountUtil::release);
    unheard.clear();
    line.fireChannelInactive();
  }
}
