# The program: its jars as the class path names them, without what other systems need; the launchers. Sourced by dist/build and
# dist/portable.

# Some libraries bring natives for all systems and name them each in its own way.
thin_jars() { # folder, JavaCPP's name of the system that stays
  local snappy xgboost lightgbm
  case $2 in
    linux-x86_64) snappy=Linux/x86_64 xgboost=linux/x86_64 lightgbm=linux/x86_64 ;;
    windows-x86_64) snappy=Windows/x86_64 xgboost=windows/x86_64 lightgbm=windows/x86_64 ;;
    macosx-arm64) snappy=Mac/aarch64 xgboost=macos/aarch64 lightgbm=osx/aarch64 ;;
    macosx-x86_64) snappy=Mac/x86_64 xgboost=macos/x86_64 lightgbm=osx/x86_64 ;;
    *) stop "nothing is known of the libraries for $2" ;;
  esac
  thin "$1"/snappy-java-*.jar 'org/xerial/snappy/native/.+' "org/xerial/snappy/native/$snappy/.*"
  thin "$1"/xgboost4j_*.jar 'lib/.+' "lib/$xgboost/.*"
  thin "$1"/lightgbm4j-*.jar 'lightgbm4j/.+' "lightgbm4j/$lightgbm/.*"
}

thin() { # jar, pattern of what goes, patterns of what stays of it
  python3 "$root/dist/tools/thin.py" "$@"
}

# libtorch and what it stands on, by the names of Maven's classifiers.
is_native() { # jar, JavaCPP's name of a system
  case $1 in
    javacpp-*-"$2"*.jar | openblas-*-"$2"*.jar | pytorch-*-"$2"*.jar) return 0 ;;
    *) return 1 ;;
  esac
}

# The classes that call libtorch: of no use without it. JavaCPP itself, which knows the systems' names, stays.
is_of_network() { # jar
  case $1 in
    openblas-* | pytorch-*) return 0 ;;
    *) return 1 ;;
  esac
}

put_jars() { # JavaCPP's name of the system
  local app=$image/lib/app jar
  mkdir -p "$app"
  for jar in trabecula.jar $(class_path); do
    if is_native "$jar" "$1" || { [ "$edition" = engine ] && is_of_network "$jar"; }; then continue; fi
    cp "$jars/$jar" "$app"
  done
  thin_jars "$app" "$1"
  # picocli's classes are of Java 5, which no archive takes and which are verified the slow way
  "$jdk/bin/java" -XX:+UseSerialGC -cp "$app/trabecula.jar" org.trabecula.cli.ArchivableClasses "$app"/picocli-*.jar
  python3 "$root/dist/tools/store.py" "$app"/*.jar # what packs the folder sees through plain jars, and packs them by a third smaller
  say "$(ls "$app" | wc -l) jars"
}

# As the manifest names them, whose lines are cut at 72 characters.
class_path() {
  unzip -p "$jars/trabecula.jar" META-INF/MANIFEST.MF | tr -d '\r' |
    awk '/^ / { line = line substr($0, 2); next } { print line; line = $0 } END { print line }' | sed -n 's/^Class-Path: //p'
}

put_launcher() {
  local launcher=$root/dist/launcher
  mkdir -p "$image/bin" "$image/lib/flags"
  cp "$launcher/trabecula" "$image/bin"
  cp "$launcher/launch.sh" "$launcher/java.sh" "$image/lib"
  cp "$launcher"/flags/* "$image/lib/flags"
}
