# The program: its jars as the class path names them, without what other systems need; the launcher. Sourced by dist/build.

# Libraries that bring natives of all systems: the jar, and the folders that stay.
thin() { # jar, folder of all natives, what stays of it
  local others
  mapfile -t others < <(unzip -Z1 "$1" "$2/*" | grep -v "/$" | grep -v "^$2/$3/")
  zip -q -d "$1" "${others[@]}"
}

put_jars() {
  local app=$image/lib/app jar
  mkdir -p "$app"
  for jar in trabecula.jar $(class_path); do
    case $jar in
      javacpp-*-linux-x86_64.jar | openblas-*-linux-x86_64.jar | pytorch-*-linux-x86_64.jar) ;; # put_natives
      *) cp "$jars/$jar" "$app" ;;
    esac
  done
  thin "$app"/snappy-java-*.jar org/xerial/snappy/native Linux/x86_64
  thin "$app"/xgboost4j_*.jar lib linux/x86_64
  thin "$app"/lightgbm4j-*.jar lightgbm4j linux/x86_64
  # picocli's classes are of Java 5, which no archive takes
  "$jdk/bin/java" -XX:+UseSerialGC -cp "$app/trabecula.jar" org.trabecula.cli.ArchivableClasses "$app"/picocli-*.jar
  say "$(find "$app" -name '*.jar' | wc -l) jars"
}

class_path() {
  unzip -p "$jars/trabecula.jar" META-INF/MANIFEST.MF | tr -d '\r' | sed -e ':a' -e 'N;s/\n //;ta' -e 'P;D' | sed -n 's/^Class-Path: //p'
}

put_launcher() {
  mkdir -p "$image/bin" "$image/lib/flags"
  cp "$root/dist/launcher/trabecula" "$image/bin"
  cp "$root/dist/launcher/launch.sh" "$image/lib"
  cp "$root"/dist/launcher/flags/* "$image/lib/flags"
}
