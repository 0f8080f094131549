package org.smartcorrection.node.consensus;

import com.swirlds.config.api.Configuration;
import com.swirlds.config.api.ConfigurationBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How the engine is set up, where its own defaults are not ours. */
final class Settings {
  private Settings() {}

  static Configuration of(Path directory, int self, Listen listen, Map<String, String> others) {
    // block YAML: the engine splits lists at commas before it reads them
    String binding =
        "nodeId: " + self + "\nhostname: " + listen.host() + "\nport: " + listen.port();
    var settings =
        new HashMap<String, String>(
            Map.ofEntries(
                Map.entry("paths.savedStateDir", directory.resolve("saved").toString()),
                Map.entry("paths.tmpDir", "tmp"),
                Map.entry("paths.settingsUsedDir", directory.toString()),
                Map.entry("event.eventsLogDir", directory.resolve("events").toString()),
                Map.entry("event.enableEventStreaming", "false"),
                // an event is on the disk before any other member sees it
                Map.entry("event.preconsensus.inlinePcesSyncOption", "EVERY_EVENT"),
                Map.entry("platformStatus.observingStatusDelay", "1s"),
                // a member that falls behind twice need not wait ten minutes for the same peer
                Map.entry("reconnect.minimumTimeBetweenReconnects", "5s"),
                // its default of a billion would make every saved state 256 MB
                Map.entry("merkleDb.initialCapacity", "100000"),
                Map.entry("gossip.interfaceBindings", binding),
                Map.entry("prometheus.endpointEnabled", "false"),
                Map.entry("metrics.disableMetricsOutput", "true"),
                Map.entry("metrics.csvOutputFolder", directory.toString())));
    settings.putAll(others);
    ConfigurationBuilder builder = ConfigurationBuilder.create().autoDiscoverExtensions();
    settings.forEach(builder::withValue);
    return builder.build();
  }
}
