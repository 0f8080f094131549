package org.smartcorrection.platform.hosting;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.core.env.Environment;

/** The PostgreSQL that a site runs itself. */
final class OwnDatabase {
  private static final String PATIENCE_SECONDS = "10";

  private OwnDatabase() {}

  /**
   * Tries it before anything depends on it.
   *
   * @throws CannotStart when it does not answer or does not let us in
   */
  static void check(Environment settings) {
    var account = new Properties();
    account.setProperty("user", settings.getProperty("spring.datasource.username", ""));
    account.setProperty("password", settings.getProperty("spring.datasource.password", ""));
    account.setProperty("loginTimeout", PATIENCE_SECONDS);
    String url = settings.getRequiredProperty(HostingConfiguration.OWN_DATABASE);
    try (var _ = DriverManager.getConnection(url, account)) {
      // it lets us in: that is all there is to know
    } catch (SQLException e) {
      throw new CannotStart(Obstacle.OWN_DATABASE_UNREACHABLE, String.valueOf(e.getMessage()));
    }
  }
}
