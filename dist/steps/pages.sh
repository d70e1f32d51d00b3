# Completion and manual, made from the command line itself. Sourced by dist/build.

put_pages() {
  local pages=$output/pages share=$image/share
  "$jdk/bin/java" -cp "$image/lib/app/*:$(codegen)" "$root/dist/tools/Pages.java" "$pages"
  mkdir -p "$share/bash-completion/completions" "$share/man/man1"
  cp "$pages/trabecula.bash" "$share/bash-completion/completions/trabecula"
  asciidoctor --backend manpage --attribute reproducible --destination-dir "$share/man/man1" "$pages"/*.adoc
  gzip -9n "$share"/man/man1/*.1
  rm -r "$pages"
  say "$(find "$share/man" -name '*.gz' | wc -l) pages of the manual"
}

# The generator of manual pages is needed here only, so it is fetched once and is no dependency of the program.
codegen() {
  local version jar
  version=$(sed -n 's/.*<picocli.version>\(.*\)<.*/\1/p' "$root/pom.xml")
  jar=$HOME/.m2/repository/info/picocli/picocli-codegen/$version/picocli-codegen-$version.jar
  [ -f "$jar" ] ||
    mvn -B -ntp -q dependency:get -Dartifact="info.picocli:picocli-codegen:$version" -Dtransitive=false >&2 ||
    stop "picocli-codegen $version could not be fetched"
  printf '%s\n' "$jar"
}
