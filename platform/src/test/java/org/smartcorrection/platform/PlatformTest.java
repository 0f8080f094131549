package org.smartcorrection.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of modules on the real platform: Spring's context, a PostgreSQL of its own, and a clock
 * that can be moved. All such tests share one installation; each makes the people it needs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@ContextConfiguration(initializers = PlatformTest.OwnFolder.class)
public @interface PlatformTest {
  /** A data folder that goes with the process. */
  final class OwnFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final long ENOUGH = 2L << 30;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(100);
    private static final Path FOLDER = make();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertyValues.of(
              "smartcorrection.data=" + FOLDER,
              "smartcorrection.ingest.traccar.key=what-all-terminals-say",
              // no test takes this database's power away: none waits for its disk
              "spring.datasource.hikari.connection-init-sql=set synchronous_commit = off")
          .applyTo(context);
    }

    private static Path make() {
      try {
        Path folder = Files.createTempDirectory(place(), "smart-correction-test");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** In memory, where there is room: each act forces files of the ledger to the disk. */
    private static Path place() throws IOException {
      Path memory = Path.of("/dev/shm");
      boolean hasRoom =
          Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() > ENOUGH;
      return hasRoom ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** The database ends meanwhile, and writes its last pages: what it makes anew goes as well. */
    private static void remove(Path folder) {
      long end = System.nanoTime() + PATIENCE;
      while (Files.exists(folder) && System.nanoTime() < end) {
        try (var files = Files.walk(folder)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList())
            Files.deleteIfExists(file);
        } catch (IOException | UncheckedIOException _) {
          LockSupport.parkNanos(PERIOD);
        }
      }
    }
  }
}
