# What a build stands on: a JDK, the jars of this checkout, tools, the time of the commit. Sourced by dist/build and dist/portable.

. "$root/dist/launcher/java.sh"

stop() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

say() {
  echo "  $*" >&2
}

require_tools() {
  local tool missing=
  for tool in "$@"; do
    command -v "$tool" >/dev/null || missing="$missing $tool"
  done
  [ -z "$missing" ] || stop "these programs are missing:$missing (docs/shipping.md)"
}

# Sets jars, jdk, version and the time of every file.
require_ground() {
  jars=$root/cli/target/dist/lib
  [ -f "$jars/trabecula.jar" ] && [ -d "$root/site/target/lib" ] || stop "nothing is built yet: mvn -B -ntp -DskipTests -pl cli,site -am package"
  # Maven leaves the bill of materials out when it works offline, and says nothing.
  [ -f "$root/cli/target/dist/trabecula-sbom.json" ] || stop "there is no bill of materials: build again without -o (--offline)"
  find_java25 "java jlink jdeps" || stop "no JDK 25.0.3 or later; point TRABECULA_JAVA at one"
  : "${SOURCE_DATE_EPOCH:=$(git -C "$root" log -1 --format=%ct)}"
  export SOURCE_DATE_EPOCH TZ=UTC
  umask 022
  version=$(unzip -p "$jars/trabecula.jar" META-INF/MANIFEST.MF | tr -d '\r' | sed -n 's/^Implementation-Version: //p')
  name=trabecula
  if [ "$edition" = engine ]; then name=trabecula-engine; fi
}
