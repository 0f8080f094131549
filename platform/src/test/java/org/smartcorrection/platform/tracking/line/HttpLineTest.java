package org.smartcorrection.platform.tracking.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HttpLineTest {
  private static final int OURS = 1;

  /** Everything is kept at once. */
  private static final class Keeping implements Calls {
    @Override
    public boolean isKnown(Call call) {
      return true;
    }

    @Override
    public CompletableFuture<Reply> answer(Call call, byte[] body) {
      return CompletableFuture.completedFuture(Reply.ok("{}"));
    }
  }

  @Test
  void who_does_not_take_answers_is_not_heard_until_they_did() {
    var line = new EmbeddedChannel(new HttpLine(new Keeping(), Runnable::run));
    writable(line, false);
    line.writeInbound(call());
    assertNull(line.readOutbound());
    assertFalse(line.config().isAutoRead());

    writable(line, true);
    line.runPendingTasks();

    FullHttpResponse answer = assertInstanceOf(FullHttpResponse.class, line.readOutbound());
    assertEquals(200, answer.status().code());
    answer.release();
    assertTrue(line.config().isAutoRead());
    line.finishAndReleaseAll();
  }

  private static void writable(EmbeddedChannel line, boolean is) {
    line.unsafe().outboundBuffer().setUserDefinedWritability(OURS, is);
    line.runPendingTasks();
  }

  private static DefaultFullHttpRequest call() {
    return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
  }
}
