package org.smartcorrection.platform.hosting;

/**
 * What can keep the platform from starting, with the exit code that scripts and service managers
 * see. 1 is any other failure and 2 a usage error.
 */
enum Obstacle {
  /** Another instance holds the data folder. Arguments: folder, its process id, its address. */
  ALREADY_RUNNING("already-running", 3),
  /** Another program listens there. Argument: port. */
  PORT_TAKEN("port-taken", 4),
  /** Arguments: folder, free megabytes, needed megabytes. */
  DISK_FULL("disk-full", 5),
  /** The folder holds something else. Argument: folder. */
  FOREIGN_FOLDER("foreign-folder", 6),
  /** The demo's folder is asked for real work, or the other way round. Argument: folder. */
  OTHER_USE("other-use", 6),
  /** Only a demo is begun anew by an option. Argument: folder. */
  FRESH_IS_FOR_DEMOS("fresh-is-for-demos", 2),
  /** Arguments: folder, what the system said. */
  FOLDER_UNUSABLE("folder-unusable", 6),
  /** The folder was complete once and its database files are gone. Argument: folder. */
  DATABASE_MISSING("database-missing", 7),
  /** Arguments: folder of the database, what the database said. */
  DATABASE_FAILED("database-failed", 7),
  /** The database that somebody named does not let us in. Argument: what it said. */
  OWN_DATABASE_UNREACHABLE("own-database-unreachable", 7),
  /** The demo never touches a database that somebody named. No argument. */
  DEMO_ON_OWN_DATABASE("demo-on-own-database", 2);

  private final String text;
  private final int exitCode;

  Obstacle(String text, int exitCode) {
    this.text = text;
    this.exitCode = exitCode;
  }

  String text() {
    return text;
  }

  int exitCode() {
    return exitCode;
  }
}
