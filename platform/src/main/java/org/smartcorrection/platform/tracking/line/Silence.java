package org.smartcorrection.platform.tracking.line;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Closes a line on which nothing was heard for too long. */
final class Silence extends ChannelInboundHandlerAdapter {
  private static final Duration UNTIL_AGREED = Duration.ofMinutes(10);

  private long longest = UNTIL_AGREED.toNanos();
  private long heardAt = System.nanoTime();

  /** From now on so much silence is no reason to close the line. */
  void allow(Duration silence) {
    longest = silence.toNanos();
  }

  @Override
  public void channelActive(ChannelHandlerContext line) {
    watch(line);
    line.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext line, Object message) {
    heardAt = System.nanoTime();
    line.fireChannelRead(message);
  }

  private void watch(ChannelHandlerContext line) {
    long left = longest - (System.nanoTime() - heardAt);
    if (left <= 0) Line.close(line);
    else if (line.channel().isActive()) {
      long soon = Math.min(left, UNTIL_AGREED.toNanos());
      var _ = line.executor().schedule(() -> watch(line), soon, TimeUnit.NANOSECONDS);
    }
  }
}
