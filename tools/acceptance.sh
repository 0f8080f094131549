#!/bin/sh
# Runs a class of the acceptance module without Maven's own words: acceptance.sh CLASS [ARGUMENT...]
set -eu
cd "$(dirname "$0")/.."
. tools/java.sh

class=$1
shift
find_maven
"$MAVEN" -q -B -Dstyle.color=never -pl acceptance -am package -DskipTests -Dcyclonedx.skip=true -Dexec.skip=true
exec "$JAVA" -cp "acceptance/target/test-classes:$(cat acceptance/target/test.classpath)" \
  -Dsmartcorrection.jar="$PWD/platform/target/smart-correction.jar" \
  -Dsmartcorrection.app="$PWD/acceptance/target/app" \
  -Dsmartcorrection.binaries="$PWD/platform/target/postgres" \
  "org.smartcorrection.acceptance.$class" "$@"
