package org.smartcorrection.platform.hosting;

import java.io.IOException;
import java.nio.file.Path;
import org.smartcorrection.platform.kernel.DataFolder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The data folder and the database connection as the other modules see them. */
@Configuration(proxyBeanMethods = false)
class HostingConfiguration {
  static final String DATA = "smartcorrection.data";
  static final String FRESH = "smartcorrection.fresh";
  static final String LAN = "smartcorrection.lan";
  static final String BINARIES = "smartcorrection.database.binaries";
  static final String OWN_DATABASE = "smartcorrection.database.url";

  /** Only where the application was not started by {@link Hosting}: in tests. */
  @Bean
  @ConditionalOnMissingBean
  DataFolder dataFolder(Environment settings) throws IOException {
    return DataFolder.open(Path.of(settings.getRequiredProperty(DATA)));
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnProperty(name = OWN_DATABASE, havingValue = "embedded", matchIfMissing = true)
  EmbeddedDatabase embeddedDatabase(
      ObjectProvider<DatabaseStart> early, DataFolder folder, Environment settings) {
    DatabaseStart start = early.getIfAvailable(() -> DatabaseStart.of(folder, settings));
    return start.await();
  }

  @Bean
  @ConditionalOnProperty(name = OWN_DATABASE, havingValue = "embedded", matchIfMissing = true)
  JdbcConnectionDetails embeddedDatabaseConnection(EmbeddedDatabase database) {
    return new EmbeddedConnection(database);
  }

  private record EmbeddedConnection(EmbeddedDatabase database) implements JdbcConnectionDetails {
    @Override
    public String getUsername() {
      return database.user();
    }

    @Override
    public String getPassword() {
      return database.password();
    }

    @Override
    public String getJdbcUrl() {
      return database.url();
    }
  }
}
