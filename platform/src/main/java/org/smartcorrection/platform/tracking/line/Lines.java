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
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.tracking.line.Door.Speaks;
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
      Board board,
      Optional<Seal> seal,
      Map<Door, Channel> doors) {}

  /** Closed lines, until it is started. */
  public Lines(LineSettings settings, Reception reception, Calls calls) {
    this.settings = settings;
    this.reception = reception;
    this.calls = calls;
  }

  @Override
  public synchronized void start() {
    if (open != null || settings.doors().isEmpty()) return;
    Optional<Seal> seal = seal(); // first: without it nothing opens
    var loops =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("lines", true), NioIoHandler.newFactory());
    ExecutorService clerks =
        Executors.newFixedThreadPool(2, new DefaultThreadFactory("line-clerks", true));
    var board = new Board(settings.most(), clerks);
    Map<Door, Channel> doors = new LinkedHashMap<>();
    for (Door door : settings.doors())
      doors.put(door, open(loops, door.port(), board, line -> lead(door, line, board, seal)));
    open = new Open(loops, clerks, board, seal, doors);
  }

  private Optional<Seal> seal() {
    if (settings.doors().stream().noneMatch(Door::secure)) return Optional.empty();
    TlsFiles none = new TlsFiles(Path.of(""), Path.of(""));
    TlsFiles files =
        settings
            .tls()
            .orElseThrow(() -> new Unfit(Unfit.Fault.NOT_SET, none.certificate(), none.key()));
    return Optional.of(new Seal(files));
  }

  /** What a new line goes through; what TLS costs is computed by the clerks, not on the loop. */
  private void lead(Door door, Channel line, Board board, Optional<Seal> seal) {
    ChannelPipeline way = line.pipeline();
    if (door.secure())
      way.addLast(seal.orElseThrow().identity().context().newHandler(line.alloc(), board.clerks()));
    var silence = new Silence();
    way.addLast(silence);
    switch (door.speaks()) {
      case JT808 -> way.addLast(new Jt808Line(reception, board, settings.dialect()));
      case MQTT ->
          way.addLast(
              new MqttDecoder(LARGEST_MQTT),
              MqttEncoder.INSTANCE,
              new MqttLine(reception, board, silence));
      case HTTP ->
          way.addLast(
              new HttpServerCodec(),
              new HttpObjectAggregator(Calls.LARGEST, true),
              new HttpLine(calls, board.clerks()));
    }
  }

  private Channel open(EventLoopGroup loops, int port, Board board, Consumer<Channel> speaks) {
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
                if (board.opens(line)) speaks.accept(line);
                else {
                  var _ = line.close();
                }
              }
            })
        .bind(new InetSocketAddress(settings.address(), port))
        .syncUninterruptibly()
        .channel();
  }

  /** At which port it is spoken, if it is. */
  public synchronized Optional<Integer> port(Speaks what, boolean secure) {
    return doors().stream()
        .filter(door -> door.speaks() == what && door.secure() == secure)
        .map(Door::port)
        .findFirst();
  }

  /** The ports that are open, each with its number. */
  public synchronized List<Door> doors() {
    if (open == null) return List.of();
    return open.doors().entrySet().stream()
        .map(
            door -> new Door(door.getKey().speaks(), door.getKey().secure(), port(door.getValue())))
        .toList();
  }

  /** How many devices hold a line open. */
  public synchronized int held() {
    return open == null ? 0 : open.board().held();
  }

  /** With what the lines prove themselves to devices, if a port speaks TLS. */
  public synchronized Optional<Shown> shown() {
    return Optional.ofNullable(open)
        .flatMap(Open::seal)
        .map(
            seal -> {
              X509Certificate certificate = seal.identity().certificate();
              return new Shown(
                  certificate.getSubjectX500Principal().getName(),
                  certificate.getNotBefore().toInstant(),
                  certificate.getNotAfter().toInstant(),
                  seal.unfit());
            });
  }

  /**
   * A certificate that is shown to devices.
   *
   * @param unfit why a newer one in the files is not shown
   */
  public record Shown(String subject, Instant from, Instant until, Optional<Unfit> unfit) {}

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
