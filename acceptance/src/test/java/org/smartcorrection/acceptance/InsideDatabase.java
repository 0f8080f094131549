package org.smartcorrection.acceptance;

import java.io.IOException;
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

/** Reads the database of a running platform, past its pages: what is there, whatever they say. */
public final class InsideDatabase implements AutoCloseable {
  private static final int LINE_OF_PORT = 3;

  private final Connection connection;

  /** Opens the database that runs in a data folder. */
  public InsideDatabase(Path data) throws IOException, SQLException {
    List<String> running = Files.readAllLines(data.resolve("database/cluster/postmaster.pid"));
    String password = Files.readString(data.resolve("keys/database.password")).strip();
    connection =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + running.get(LINE_OF_PORT).strip() + "/smartcorrection",
            "smartcorrection",
            password);
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
