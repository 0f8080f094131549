package org.smartcorrection.platform.tracking.line;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.TimeUnit;

/**
 * One open line, whatever it speaks: it is closed when its other end does not prove in time who it
 * is, or sends too much of what is wrong. Everything happens on the thread of the line's event
 * loop.
 */
abstract class Line extends ChannelInboundHandlerAdapter {
  private static final int MOST_FAULTS = 16;
  private static final int SECONDS_TO_PROVE = 30;

  private int faults;

  @Override
  public void channelActive(ChannelHandlerContext line) {
    var _ =
        line.executor()
            .schedule(
                () -> {
                  if (!isProved()) close(line);
                },
                SECONDS_TO_PROVE,
                TimeUnit.SECONDS);
    line.fireChannelActive();
  }

  /** Whether the other end has proved who it is. */
  abstract boolean isProved();

  /** Counts something that is wrong; false for who sent too much of it. */
  final boolean forgives() {
    return ++faults <= MOST_FAULTS;
  }

  /** Something that is nothing of the protocol; who sends much of it is not heard any longer. */
  final void fault(ChannelHandlerContext line) {
    if (!forgives()) close(line);
  }

  /** Ends the line. */
  static void close(ChannelHandlerContext line) {
    var _ = line.close();
  }

  /** Sends with whatever was written before. */
  static void send(ChannelHandlerContext line, Object message) {
    var _ = line.writeAndFlush(message);
  }

  /** Sends, and closes the line. */
  static void sendLast(ChannelHandlerContext line, Object message) {
    var _ = line.writeAndFlush(message).addListener(_ -> close(line));
  }

  /** Writes what is sent with the next. */
  static void write(ChannelHandlerContext line, Object message) {
    var _ = line.write(message);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext line, Throwable cause) {
    close(line); // a broken connection, or what no decoder reads; its text may quote what was sent
  }
}
