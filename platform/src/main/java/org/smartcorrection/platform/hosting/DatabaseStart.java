package org.smartcorrection.platform.hosting;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.smartcorrection.platform.kernel.DataFolder;
import org.springframework.core.env.Environment;

/** The embedded database on its way: it starts while the application context is being prepared. */
final class DatabaseStart implements AutoCloseable {
  private final CompletableFuture<EmbeddedDatabase> database;

  private DatabaseStart(CompletableFuture<EmbeddedDatabase> database) {
    this.database = database;
  }

  /** Begins in the background. The programs are in the folder, unless the settings name a place. */
  static DatabaseStart of(DataFolder folder, Environment settings) {
    String place = settings.getProperty(HostingConfiguration.BINARIES);
    Path binaries =
        place == null ? folder.database().resolve("binaries") : Path.of(place).toAbsolutePath();
    var database = new CompletableFuture<EmbeddedDatabase>();
    Thread.ofPlatform()
        .name("embedded-database")
        .daemon()
        .start(
            () -> {
              try {
                database.complete(EmbeddedDatabase.start(folder, binaries));
              } catch (RuntimeException e) {
                database.completeExceptionally(e);
              }
            });
    return new DatabaseStart(database);
  }

  /**
   * Waits until the database answers.
   *
   * @throws CannotStart when it does not start
   */
  EmbeddedDatabase await() {
    try {
      return database.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw e;
    }
  }

  /** Stops the database, also when it is still starting; more than once does no harm. */
  @Override
  public void close() {
    database
        .handle(
            (started, _) -> {
              if (started != null) started.close();
              return null;
            })
        .join();
  }
}
