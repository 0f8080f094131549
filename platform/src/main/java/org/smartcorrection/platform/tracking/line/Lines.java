package org.smartcorrection.platform.tracking.line;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The ports at which devices may hold a line open. Each is closed unless its port is set, and opens
 * at the address of the platform. What comes while nobody writes it down is never answered, so it
 * is sent again.
 */
@Component
public class Lines implements SmartLifecycle {
  private static final int LARGEST_MQTT = 16 * 1024;
  private static final int WAITING_CALLS = 1_024;
  private static final WriteBufferWaterMark ANSWERS = new WriteBufferWaterMark(32_768, 65_536);

  private final LineSettings settings;
  private final Reception reception;
  private final Calls calls;
  private @Nullable Open open;

  /** What is there while the ports are open. */
  private record Open(
      EventLoopGroup loops,
      ExecutorService clerks,
      Optional<Channel> jt808,
      Optional<Channel> mqtt,
      Optional<Channel> http) {}

  /** Closed lines, until it is started. */
  public Lines(LineSettings settings, Reception reception, Calls calls) {
    this.settings = settings;
    this.reception = reception;
    this.calls = calls;
  }

  @Override
  public synchronized void start() {
    if (open != null || !settings.isAny()) return;
    var loops =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("lines", true), NioIoHandler.newFactory());
    ExecutorService clerks =
        Executors.newFixedThreadPool(2, new DefaultThreadFactory("line-clerks", true));
    var board = new Board(settings.most(), clerks);
    open =
        new Open(
            loops,
            clerks,
            settings
                .jt808()
                .map(
                    port ->
                        open(
                            loops,
                            port,
                            board,
                            line ->
                                line.addLast(
                                    new Silence(),
                                    new Jt808Line(reception, board, settings.dialect())))),
            settings
                .mqtt()
                .map(
                    port ->
                        open(
                            loops,
                            port,
                            board,
                            line -> {
                              var silence = new Silence();
                              line.addLast(
                                  silence,
                                  new MqttDecoder(LARGEST_MQTT),
                                  MqttEncoder.INSTANCE,
                                  new MqttLine(reception, board, silence));
                            })),
            settings
                .http()
                .map(
                    port ->
                        open(
                            loops,
                            port,
                            board,
                            line ->
                                line.addLast(
                                    new Silence(),
                                    new HttpServerCodec(),
                                    new HttpObjectAggregator(Calls.LARGEST, true),
                                    new HttpLine(calls, clerks)))));
  }

  private Channel open(
      EventLoopGroup loops, int port, Board board, Consumer<ChannelPipeline> speaks) {
    return new ServerBootstrap()
        .group(loops)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, WAITING_CALLS)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(ChannelOption.SO_KEEPALIVE, true)
        .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, ANSWERS)
        .childHandler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel line) {
                if (board.opens(line)) speaks.accept(line.pipeline());
                else {
                  var _ = line.close();
                }
              }
            })
        .bind(new InetSocketAddress(settings.address(), port))
        .syncUninterruptibly()
        .channel();
  }

  /** At which port JT/T 808 is spoken, if it is. */
  public synchronized Optional<Integer> jt808() {
    return Optional.ofNullable(open).flatMap(Open::jt808).map(Lines::port);
  }

  /** At which port MQTT is spoken, if it is. */
  public synchronized Optional<Integer> mqtt() {
    return Optional.ofNullable(open).flatMap(Open::mqtt).map(Lines::port);
  }

  /** At which port protocols of HTTP are spoken, if they are. */
  public synchronized Optional<Integer> http() {
    return Optional.ofNullable(open).flatMap(Open::http).map(Lines::port);
  }

  private static int port(Channel channel) {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  @Override
  public synchronized void stop() {
    if (open == null) return;
    open.loops().shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2_000);
    open.clerks().shutdownNow();
    open = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return open != null;
  }
}
