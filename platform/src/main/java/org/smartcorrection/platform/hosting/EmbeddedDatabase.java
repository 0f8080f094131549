package org.smartcorrection.platform.hosting;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.kernel.DataFolder;

/**
 * A PostgreSQL of the platform's own, for an installation that has none: made in the data folder at
 * the first start, kept from then on, reached over loopback with a password that never leaves the
 * folder's keys. It writes to the disk before it answers, like any PostgreSQL.
 */
final class EmbeddedDatabase implements AutoCloseable {
  static final String CLUSTER = "cluster";
  private static final String NAME = "smartcorrection";
  private static final String ADMINISTRATOR = "postgres";

  /**
   * How often a password is hashed, which slows down whoever guesses. Nobody guesses 32 random
   * bytes, and a start opens a dozen connections before the virtual machine is warm.
   */
  private static final String ONCE = "scram_iterations=1";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private final EmbeddedPostgres server;
  private final DatabasePassword password;

  private EmbeddedDatabase(EmbeddedPostgres server, DatabasePassword password) {
    this.server = server;
    this.password = password;
  }

  /**
   * Starts the database of a folder, making it when there is none.
   *
   * @param binaries where PostgreSQL's programs are, or are unpacked to
   * @throws CannotStart when it does not start; nothing is deleted then
   */
  static EmbeddedDatabase start(DataFolder folder, Path binaries) {
    Path cluster = folder.database().resolve(CLUSTER);
    try {
      var password = DatabasePassword.of(folder);
      var server = server(binaries, cluster, password);
      var database = new EmbeddedDatabase(server, password);
      try {
        database.createOnce();
      } catch (SQLException e) {
        database.close();
        throw e;
      }
      LOG.info("embedded database answers on port {}", server.getPort());
      return database;
    } catch (IOException | SQLException | IllegalStateException e) {
      LOG.info("embedded database did not start", e);
      throw new CannotStart(Obstacle.DATABASE_FAILED, cluster, String.valueOf(e.getMessage()));
    }
  }

  private static EmbeddedPostgres server(Path binaries, Path cluster, DatabasePassword password)
      throws IOException {
    DataFolder.create(cluster);
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(binaries.toFile())
        .setDataDirectory(cluster)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        // for initdb; these follow the library's own options and win over them
        .setLocaleConfig("auth-host", "scram-sha-256")
        .setLocaleConfig("auth-local", "scram-sha-256")
        .setLocaleConfig("pwfile", password.file().toString())
        .setLocaleConfig("set", ONCE)
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setLocaleConfig("locale", "C")
        // the library starts its servers with -F, for tests: an official act must survive a crash
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("shared_buffers", "32MB")
        .setServerConfig("max_connections", "40")
        .setServerConfig("jit", "off")
        .setServerConfig("timezone", "UTC")
        // its log names no row and no statement: they hold personal data
        .setServerConfig("log_min_messages", "warning")
        .setServerConfig("log_error_verbosity", "terse")
        .setServerConfig("log_min_error_statement", "panic")
        .setConnectConfig("password", password.text())
        .start();
  }

  private void createOnce() throws SQLException {
    try (Connection administrator =
            server.getDatabase(ADMINISTRATOR, ADMINISTRATOR).getConnection();
        Statement statement = administrator.createStatement()) {
      try (var found =
          statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
        if (found.next()) return;
      }
      // hexadecimal digits only, so that quoting cannot go wrong
      statement.execute("SET " + ONCE);
      statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password.text() + "'");
      statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
    }
  }

  /** Whether the folder holds the files of a database. */
  static boolean exists(DataFolder folder) {
    return Files.exists(folder.database().resolve(CLUSTER).resolve("PG_VERSION"));
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + NAME;
  }

  String user() {
    return NAME;
  }

  String password() {
    return password.text();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.warn("the embedded database did not stop; the next start stops it", e);
    }
  }
}
