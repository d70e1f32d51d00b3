# Finds a Java 25 on this machine. Sourced, POSIX sh.
#
#   TRABECULA_JAVA   the folder of one to use before all others

# Before 25.0.3 the collector could move arrays that native code holds (JDK-8377811), so older ones are passed over.
is_java25() { # folder, programs that it must have
  [ -r "$1/release" ] || return 1
  for program in $2; do [ -x "$1/bin/$program" ] || return 1; done
  version=
  while read -r line || [ -n "$line" ]; do
    case $line in JAVA_VERSION=\"*\"*) version=${line#*\"} && version=${version%%\"*} ;; esac
  done <"$1/release"
  case $version in
    25.0.[3-9]* | 25.0.[1-9][0-9]* | 25.[1-9]*) return 0 ;;
    *) return 1 ;;
  esac
}

# Sets jdk to the folder of the first that serves.
find_java25() { # programs that it must have
  for place in "${TRABECULA_JAVA:-}" "${JAVA_HOME:-}" "${JAVA25_HOME:-}" "${JAVA_HOME_25_X64:-}" \
    /usr/lib/jvm/*25* /opt/*jdk*25* /opt/java/* "${HOME:-}"/.jdks/*25* "${HOME:-}"/.sdkman/candidates/java/25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
    if [ -n "$place" ] && is_java25 "$place" "$1"; then
      jdk=$place
      return 0
    fi
  done
  if command -v java >/dev/null; then
    place=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')
    if is_java25 "$place" "$1"; then
      jdk=$place
      return 0
    fi
  fi
  return 1
}

# Sets jdk, or refuses (launch.sh).
require_java25() { # programs that it must have
  find_java25 "$1" ||
    refuse RUN-001 "no JDK 25 was found" \
      "TRABECULA_JAVA, JAVA_HOME, /usr/lib/jvm, /opt, ~/.jdks, ~/.sdkman, PATH" "${JAVA_HOME:-no JAVA_HOME}" \
      "a JDK, 25.0.3 or later (25.0.2 and earlier can corrupt data held by native code)" \
      "install Temurin 25 from https://adoptium.net, or point TRABECULA_JAVA at one"
}
