package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.smartcorrection.platform.kernel.DataFolder;
import org.smartcorrection.platform.organisation.Agencies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Where entries are ordered: in this process, as long as nothing is said; through this agency's own
 * node, where {@code smartcorrection.ledger.node} and {@code smartcorrection.ledger.policy} name it
 * and its members' policy; in the demonstration with {@code --consortium}, through the first of
 * five nodes on this machine.
 */
@Configuration(proxyBeanMethods = false)
class LedgerChoice {
  @Bean
  @Profile("demo")
  @ConditionalOnProperty("smartcorrection.consortium")
  FiveNodes fiveNodes(DataFolder data, AgencyKeys keys, Agencies agencies, Registrar registrar)
      throws IOException {
    return new FiveNodes(data.ledger().resolve("members"), keys, agencies, registrar);
  }

  @Bean
  Ledger ledger(
      @Value("${smartcorrection.ledger.node}") String node,
      @Value("${smartcorrection.ledger.policy}") Path policy,
      @Value("${smartcorrection.ledger.oversight}") String oversight,
      ObjectProvider<FiveNodes> five,
      DataFolder data,
      AgencyKeys keys,
      Registrar registrar,
      Clock clock) {
    FiveNodes nodes = five.getIfAvailable();
    if (nodes != null) return new NodeLedger(nodes.first(), nodes.policy(), nodes.oversight());
    if (node.isEmpty()) return new OwnLog(data, keys, registrar, clock);
    return new NodeLedger(address(node), policy, oversight.isEmpty() ? null : address(oversight));
  }

  private static URI address(String text) {
    return URI.create(text.endsWith("/") ? text : text + "/");
  }

  @Bean
  NodeWatch nodeWatch(Ledger ledger, Entries entries, ApplicationEventPublisher events) {
    return new NodeWatch(ledger, entries, events);
  }
}
