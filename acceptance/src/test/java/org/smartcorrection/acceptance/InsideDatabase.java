package org.smartcorrection.acceptance;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

/** Reads the database of a running platform, past its pages: what is there, whatever they say. */
public final class InsideDatabase implements AutoCloseable {
  private static final int LINE_OF_PROCESS = 0;
  private static final int LINE_OF_PORT = 3;

  private final Connection connection;

  /** Opens the database that runs in a data folder. */
  public InsideDatabase(Path data) throws IOException, SQLException {
    List<String> running = running(data);
    String password = Files.readString(data.resolve("keys/database.password")).strip();
    connection =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + running.get(LINE_OF_PORT).strip() + "/smartcorrection",
            "smartcorrection",
            password);
  }

  private static List<String> running(Path data) throws IOException {
    return Files.readAllLines(data.resolve("database/cluster/postmaster.pid"));
  }

  /** The process of the database that runs in a data folder; it started one for each connection. */
  public static ProcessHandle process(Path data) throws IOException {
    long pid = Long.parseLong(running(data).get(LINE_OF_PROCESS).strip());
    return ProcessHandle.of(pid).orElseThrow();
  }

  /** The one number that a question has for an answer. */
  public long number(String question) throws SQLException {
    return Long.parseLong(text(question));
  }

  /** The one word that a question has for an answer. */
  public String text(String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }

  /** The identifiers that a question has for an answer. */
  public List<UUID> identifiers(String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      var found = new ArrayList<UUID>();
      while (answer.next()) found.add(answer.getObject(1, UUID.class));
      return found;
    }
  }

  /** Writes rows as fast as the database takes them, in one transaction. */
  public void copy(String statement, String rows) throws SQLException, IOException {
    var _ =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(statement, new StringReader(rows));
  }

  /**
   * Puts data there that no page would: for measuring, never for a test of what the platform does.
   */
  public void change(String statement) throws SQLException {
    try (Statement change = connection.createStatement()) {
      change.execute(statement);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
