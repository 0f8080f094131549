package org.smartcorrection.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium of this machine, without a window; nothing is downloaded for it. */
public final class RealBrowser implements AutoCloseable {
  private static final double PATIENCE_MILLIS = 20_000;
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final List<String> NO_WEBGL = List.of("--disable-gpu", "--disable-3d-apis");
  private static final List<String> WEBGL =
      List.of("--enable-unsafe-swiftshader", "--use-angle=swiftshader");

  private final Playwright playwright;
  private final Browser browser;

  /** Opens the browser as old machines have it, without WebGL; fails when the machine has none. */
  public RealBrowser() {
    this(NO_WEBGL);
  }

  /** Opens one that draws maps with WebGL, computed without a graphics card. */
  public static RealBrowser withWebGl() {
    return new RealBrowser(WEBGL);
  }

  private RealBrowser(List<String> graphics) {
    // waiting for a condition, not for time: a busy machine is no fault of the page
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    List<String> arguments = Stream.concat(QUIET.stream(), graphics.stream()).toList();
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(arguments));
  }

  /** A visitor without cookies, who asks for Chinese as most do. */
  public BrowserContext visitor() {
    return visitor("zh-CN");
  }

  /** A visitor without cookies whose browser asks for a language. */
  public BrowserContext visitor(String language) {
    return browser.newContext(
        new Browser.NewContextOptions().setLocale(language).setTimezoneId("Asia/Shanghai"));
  }

  /** The same on a phone. */
  public BrowserContext phone(String language) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setLocale(language)
            .setTimezoneId("Asia/Shanghai")
            .setViewportSize(390, 844)
            .setHasTouch(true));
  }

  private static Path executable() {
    String named = System.getenv("SMARTCORRECTION_BROWSER");
    if (named != null) return Path.of(named);
    Stream<Path> onPath =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    Stream<Path> elsewhere =
        Stream.of(
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));
    return Stream.concat(onPath, elsewhere)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no Chromium: install one or name it in SMARTCORRECTION_BROWSER"));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
