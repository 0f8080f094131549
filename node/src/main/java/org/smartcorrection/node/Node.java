package org.smartcorrection.node;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.order.LogKeys;
import org.smartcorrection.ledger.order.Ordering;
import org.smartcorrection.ledger.order.SoloLog;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.ledger.witness.Witness;
import org.smartcorrection.node.NodeConfig.OfLog;
import org.smartcorrection.node.consortium.Consortium;
import org.smartcorrection.node.consortium.Membership;

/**
 * A running node: its logs and its witness, served on the loopback interface, and to others where
 * its configuration says so. It orders alone, or together with the members of its consortium.
 */
final class Node implements Closeable {
  private static final int THREADS = 16;

  private final HttpServer own;
  private final @Nullable HttpServer others;
  private final Closeable orders;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().name("node-", 0).factory());

  private Node(HttpServer own, @Nullable HttpServer others, Closeable orders) {
    this.own = own;
    this.others = others;
    this.orders = orders;
  }

  /**
   * Starts a node.
   *
   * @param failed told once, in words, when it cannot go on
   */
  static Node start(NodeConfig config, Clock clock, Consumer<String> failed) throws IOException {
    LogKeys keys = config.logs().getFirst().keys();
    var witness =
        Witness.open(
            config.data().resolve("witness"),
            config.otherLogs(),
            keys.cosigners(),
            keys.retired(),
            clock);
    var opened = new ArrayList<TileLog>();
    try {
      for (OfLog log : config.logs())
        opened.add(TileLog.open(folder(config, log), log.keys(), clock));
      return config.membership().isPresent()
          ? member(config, config.membership().get(), opened, witness, failed)
          : alone(config, opened, witness);
    } catch (IOException | RuntimeException e) {
      for (TileLog log : opened) log.close();
      throw e;
    }
  }

  private static Path folder(NodeConfig config, OfLog log) {
    return config.data().resolve(TileLog.name(log.keys().origin()));
  }

  private static Node alone(NodeConfig config, List<TileLog> opened, Witness witness)
      throws IOException {
    var soloists = new Soloists();
    var served = new ArrayList<ServedLog>();
    for (int i = 0; i < opened.size(); i++) {
      TileLog log = opened.get(i);
      soloists.add(new SoloLog(log, config.logs().get(i).policy().agencies()));
      served.add(new ServedLog(log, log::checkpoint, () -> ""));
    }
    return serve(config, soloists, served, soloists, witness);
  }

  private static Node member(
      NodeConfig config,
      Membership membership,
      List<TileLog> opened,
      Witness witness,
      Consumer<String> failed)
      throws IOException {
    var shared = new ArrayList<Consortium.Opened>();
    for (int i = 0; i < opened.size(); i++) {
      OfLog log = config.logs().get(i);
      shared.add(new Consortium.Opened(opened.get(i), log.policy(), folder(config, log)));
    }
    var consortium = new Consortium(config.data(), shared, membership, failed);
    List<ServedLog> served =
        opened.stream()
            .map(
                log ->
                    new ServedLog(
                        log,
                        () -> consortium.head(log.origin()),
                        () -> consortium.signed(log.origin())))
            .toList();
    Node node = serve(config, consortium, served, consortium, witness);
    // the others read from this member as soon as it speaks to them
    consortium.join();
    return node;
  }

  private static Node serve(
      NodeConfig config, Ordering ordering, List<ServedLog> logs, Closeable orders, Witness witness)
      throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port());
    HttpServer own = HttpServer.create(address, 0);
    own.createContext(EntriesHandler.PATH, new EntriesHandler(ordering));
    HttpServer others = null;
    if (config.serve().isPresent()) others = HttpServer.create(config.serve().get(), 0);
    var node = new Node(own, others, orders);
    for (HttpServer server : others == null ? List.of(own) : List.of(own, others)) {
      server.createContext("/", new LogHandler(logs));
      server.createContext(WitnessHandler.PREFIX, new WitnessHandler(witness));
      server.setExecutor(node.threads);
      server.start();
    }
    return node;
  }

  int port() {
    return own.getAddress().getPort();
  }

  @Override
  public void close() throws IOException {
    own.stop(1);
    if (others != null) others.stop(1);
    threads.close();
    orders.close();
  }
}
