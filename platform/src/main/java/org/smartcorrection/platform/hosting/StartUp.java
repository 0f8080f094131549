package org.smartcorrection.platform.hosting;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.DataFolder;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.support.EnvironmentPostProcessorApplicationListener;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * What happens before the application context: as soon as the settings are known, and before the
 * log is opened in it, the folder is taken and the machine checked; then the database starts while
 * the context is prepared.
 */
final class StartUp
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>,
        ApplicationContextInitializer<ConfigurableApplicationContext>,
        Ordered {
  private final Clock clock;
  private final PrintStream out;
  private @Nullable Premises premises;
  private @Nullable DatabaseStart database;

  StartUp(Clock clock, PrintStream out) {
    this.clock = clock;
    this.out = out;
  }

  /** After the settings are read, before logging is set up. */
  @Override
  public int getOrder() {
    return EnvironmentPostProcessorApplicationListener.DEFAULT_ORDER + 1;
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    ConfigurableEnvironment settings = event.getEnvironment();
    boolean ownDatabase = settings.containsProperty(HostingConfiguration.OWN_DATABASE);
    boolean demo = settings.acceptsProfiles(Profiles.of("demo"));
    if (ownDatabase && demo) throw new CannotStart(Obstacle.DEMO_ON_OWN_DATABASE);

    var address = WebAddress.of(settings);
    var claim =
        new Premises.Claim(
            Path.of(settings.getRequiredProperty(HostingConfiguration.DATA)),
            address.toString(),
            demo ? FolderState.Use.DEMO : FolderState.Use.REAL,
            settings.getProperty(HostingConfiguration.FRESH, Boolean.class, false),
            ownDatabase);
    premises = Premises.take(claim, clock, out);
    refuseTakenPort(settings, address);
    DataFolder folder = premises.folder();
    if (address.lan()) Tls.configure(settings, folder, clock);
    // last: whatever fails before leaves no database behind
    if (ownDatabase) OwnDatabase.check(settings);
    else database = start(folder, settings);
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var beans = context.getBeanFactory();
    Premises taken = Objects.requireNonNull(premises, "the settings come before the context");
    beans.registerSingleton("premises", taken);
    beans.registerSingleton("dataFolder", taken.folder());
    if (database != null) beans.registerSingleton("databaseStart", database);
  }

  private static DatabaseStart start(DataFolder folder, Environment settings) {
    try {
      if (FolderState.of(folder.root()) == FolderState.COMPLETE && !EmbeddedDatabase.exists(folder))
        throw new CannotStart(Obstacle.DATABASE_MISSING, folder.root());
    } catch (IOException e) {
      throw CannotStart.on(folder.root(), e);
    }
    var start = DatabaseStart.of(folder, settings);
    // when the process is told to end before there is a context that would stop it
    SpringApplication.getShutdownHandlers().add(start::close);
    return start;
  }

  // tried before the database starts, so that the answer comes at once
  private static void refuseTakenPort(ConfigurableEnvironment settings, WebAddress address) {
    if (address.port() == 0) return;
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      String bind = settings.getRequiredProperty("server.address");
      socket.bind(new InetSocketAddress(InetAddress.getByName(bind), address.port()));
    } catch (IOException _) {
      throw new CannotStart(Obstacle.PORT_TAKEN, address.port());
    }
  }
}
