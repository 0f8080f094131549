package org.smartcorrection.node;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.smartcorrection.ledger.order.SoloLog;
import org.smartcorrection.ledger.witness.Witness;

/** A running node: its log and its witness, served on the loopback interface. */
final class Node implements Closeable {
  private final SoloLog log;
  private final HttpServer server;
  private static final int THREADS = 16;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().name("node-", 0).factory());

  private Node(SoloLog log, HttpServer server) {
    this.log = log;
    this.server = server;
  }

  static Node start(NodeConfig config, Clock clock) throws IOException {
    var log = SoloLog.open(config.data(), config.keys(), config.policy().agencies(), clock);
    try {
      var witness =
          Witness.open(
              config.data().resolveSibling(config.data().getFileName() + "-witness"),
              config.otherLogs(),
              config.keys().cosigners(),
              clock);
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port());
      var node = new Node(log, HttpServer.create(address, 0));
      node.server.createContext("/", new LogHandler(log));
      node.server.createContext(WitnessHandler.PREFIX, new WitnessHandler(witness));
      node.server.setExecutor(node.threads);
      node.server.start();
      return node;
    } catch (IOException | RuntimeException e) {
      log.close();
      throw e;
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() throws IOException {
    server.stop(1);
    threads.close();
    log.close();
  }
}
