# Finds what the scripts at the root need; to be sourced by them.

# A heap that was asked for is there from the start, a fifth of it for what is young: it need not be collected
# to grow. By itself a platform stays small.
if [ -n "${SMARTCORRECTION_HEAP:-}" ]; then
  JVM_OPTIONS="-Xms$SMARTCORRECTION_HEAP -Xmx$SMARTCORRECTION_HEAP -XX:NewRatio=4"
else
  JVM_OPTIONS="-Xms160m -Xmx320m -XX:NewSize=64m"
fi
JVM_OPTIONS="-XX:+UseSerialGC $JVM_OPTIONS -XX:+ExitOnOutOfMemoryError -Xlog:aot=off -Xlog:cds=off"
JVM_OPTIONS="$JVM_OPTIONS -Dsmartcorrection.database.binaries=platform/target/postgres"

is_java_25() {
  [ -x "$1" ] && "$1" -version 2>&1 | grep -q 'version "25[."]'
}

find_java() {
  for home in "${JAVA_HOME:-}" "${JAVA_HOME_25:-}" /usr/lib/jvm/*25* /usr/java/*25* /opt/java/*25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* "$HOME"/.asdf/installs/java/*25* \
    /opt/homebrew/opt/openjdk@25 /usr/local/opt/openjdk@25; do
    if [ -n "$home" ] && is_java_25 "$home/bin/java" && [ -x "$home/bin/javac" ]; then
      JAVA=$home/bin/java
      export JAVA_HOME_25="$home"
      return
    fi
  done
  if JAVA=$(command -v java) && is_java_25 "$JAVA"; then return; fi
  cat >&2 <<'TEXT'
没有找到 JDK 25。请安装后重试，例如 Eclipse Temurin 25（adoptium.net），或设置 JAVA_HOME。
JDK 25 was not found. Install one and try again, or point JAVA_HOME to it. For example:
  Debian, Ubuntu   apt install temurin-25-jdk      (packages of adoptium.net)
  macOS            brew install openjdk@25
  any system       Eclipse Temurin 25 from adoptium.net
TEXT
  exit 1
}

# 3.8.7 is older than 3.8.10: compared number by number
is_maven_new_enough() {
  version=$("$1" --version 2>/dev/null | sed -n 's/^[^A]*Apache Maven \([0-9.]*\).*/\1/p')
  echo "$version" | awk -F. '{ exit !($1 == 3 && ($2 > 8 || ($2 == 8 && $3 >= 7))) }'
}

find_maven() {
  for candidate in "$(command -v mvn || true)" "${MAVEN_HOME:-}/bin/mvn" /usr/share/maven/bin/mvn \
    "$HOME"/.sdkman/candidates/maven/current/bin/mvn /opt/homebrew/bin/mvn /usr/local/bin/mvn \
    /opt/maven/bin/mvn; do
    if [ -x "$candidate" ] && is_maven_new_enough "$candidate"; then
      MAVEN=$candidate
      return
    fi
  done
  cat >&2 <<'TEXT'
没有找到 Maven 3.8.7 或更高版本（3.x）。请安装后重试。
Maven 3.8.7 or later (3.x) was not found. Install it and try again. For example:
  Debian, Ubuntu   apt install maven
  macOS            brew install maven
TEXT
  exit 1
}

find_java
