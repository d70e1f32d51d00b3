# What a build stands on: a JDK, the jars of this checkout, tools, the time of the commit. Sourced by dist/build.

. "$root/dist/launcher/java.sh"

stop() {
  echo "dist/build: $*" >&2
  exit 1
}

say() {
  echo "  $*" >&2
}

require_ground() {
  jars=$root/cli/target/dist/lib
  jdk=$(find_java25 "java jlink jdeps") || stop "no JDK 25.0.3 or later; point TRABECULA_JAVA at one"
  [ -f "$jars/trabecula.jar" ] || stop "nothing is built yet: mvn -B -ntp -DskipTests -pl cli -am package"
  local tool missing=()
  for tool in zip unzip zstd python3 strip asciidoctor jq; do
    command -v "$tool" >/dev/null || missing+=("$tool")
  done
  [ ${#missing[@]} = 0 ] || stop "these programs are missing: ${missing[*]} (Debian: apt install zip unzip zstd python3 binutils asciidoctor jq)"
  : "${SOURCE_DATE_EPOCH:=$(git -C "$root" log -1 --format=%ct)}"
  export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8 TZ=UTC
  umask 022
  version=$(unzip -p "$jars/trabecula.jar" META-INF/MANIFEST.MF | tr -d '\r' | sed -n 's/^Implementation-Version: //p')
  name=trabecula$([ "$edition" = full ] || echo "-$edition")
}
