# Licences, notices and the bill of materials, of exactly what is shipped. Sourced by dist/build and dist/portable.

put_notices() {
  local doc=$image/share/doc/trabecula
  mkdir -p "$doc"
  cp "$root/LICENSE" "$doc"
  notice jars runtime >"$doc/NOTICE"
  if [ -f "$jdk/NOTICE" ]; then cp "$jdk/NOTICE" "$image/runtime/NOTICE"; fi
  bill_of_materials >"$doc/sbom.json"
  # the documentation as pages, for trabecula help --open
  "$jdk/bin/java" -cp "$root/site/target/lib/*" org.trabecula.site.SiteMain "$root" "$doc/guide"
}

# Who made what is shipped, and under which licence.
notice() { # parts besides libtorch
  local part
  cat "$root/NOTICE"
  for part in "$@" $(if [ "$edition" = full ]; then echo libtorch; fi) bsd; do cat "$root/dist/notices/$part"; done
}

# Maven's bill, with the runtime and, in the edition with the network, what Maven cannot see inside libtorch's libraries. Without the hashes of our own
# jars: those are of files that are not shipped, and differ by the Java that packed them.
bill_of_materials() {
  local java
  java=$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$jdk/release")
  jq --arg edition "$edition" --arg java "$java" --slurpfile inside "$root/dist/notices/inside-libtorch.json" '
    def network: (.purl // "") | test("classifier=linux-x86_64|/(pytorch|openblas)@");
    .components |= (map(select($edition == "full" or (network | not))) | map(if .group == "org.trabecula" then del(.hashes) else . end)
      + [{type: "platform", name: "Eclipse Temurin", version: $java, description: "Java runtime, parts of it",
          licenses: [{expression: "GPL-2.0-only WITH Classpath-exception-2.0"}]}]
      + (if $edition == "full" then $inside[0] else [] end))
    | ([.components[]."bom-ref" // empty] + [.metadata.component."bom-ref"]) as $refs
    | .dependencies |= (map(select(.ref | IN($refs[]))) | map(if .dependsOn then .dependsOn |= map(select(IN($refs[]))) else . end))
  ' "$root/cli/target/dist/trabecula-sbom.json"
}
