package org.smartcorrection.platform;

import java.util.Arrays;

/** Chooses the role by the first argument; only {@code platform} and {@code demo} touch Spring. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    String role = args.length == 0 ? "platform" : args[0];
    String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
    switch (role) {
      case "platform" -> Application.start(rest);
      case "demo" -> Application.start(rest, "demo");
      default -> {
        System.err.println("Unknown role: " + role + ". Known: platform, demo.");
        System.exit(2);
      }
    }
  }
}
