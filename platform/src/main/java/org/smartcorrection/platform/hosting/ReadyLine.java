package org.smartcorrection.platform.hosting;

import java.io.IOException;
import java.util.SortedSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The one line everybody waits for. It comes last, when every module has done its preparations. */
@Component
class ReadyLine {
  private final WebAddress configured;
  private final ObjectProvider<Premises> premises;
  private volatile int port;

  ReadyLine(Environment settings, ObjectProvider<Premises> premises) {
    this.configured = WebAddress.of(settings);
    this.premises = premises;
  }

  @EventListener
  void listening(WebServerInitializedEvent event) {
    if (event.getApplicationContext().getServerNamespace() == null)
      port = event.getWebServer().getPort();
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.LOWEST_PRECEDENCE)
  void ready() throws IOException {
    var taken = premises.getIfAvailable();
    if (taken == null) return;
    WebAddress address = configured.at(port);
    taken.lock().note(address.toString());
    FolderState.markComplete(taken.folder().root());
    System.out.println("Ready: " + address);
    if (!address.lan()) return;
    SortedSet<String> hosts = Tls.hosts();
    for (String host : hosts) System.out.println("       " + address.on(host));
    System.out.println(
        hosts.isEmpty()
            ? Texts.bilingual("hosting.no-lan")
            : Texts.bilingual("hosting.lan", address.on(hosts.first()) + "/trust"));
  }
}
