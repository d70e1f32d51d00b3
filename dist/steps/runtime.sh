# The Java runtime that is shipped. Sourced by dist/build.

# The outer archive compresses better than jlink would, so the runtime stays plain.
make_runtime() {
  require_modules
  say "runtime of $(paste -sd, "$root/dist/modules")"
  "$jdk/bin/jlink" --add-modules "$(paste -sd, "$root/dist/modules")" \
    --strip-debug --no-header-files --no-man-pages --output "$image/runtime"
}

# What the jars need is computed, and held against the list that is looked after: a module more is noticed. jdk.charsets is loaded by
# name (DICOM's Japanese, Korean and Chinese), which jdeps does not see.
require_modules() {
  local computed
  computed=$("$jdk/bin/jdeps" --multi-release 25 --ignore-missing-deps --print-module-deps "$jars"/*.jar 2>/dev/null | tr , '\n')
  diff <(printf '%s\njdk.charsets\n' "$computed" | sort) <(sort "$root/dist/modules") >&2 ||
    stop "the jars need other modules of Java (<) than dist/modules lists (>)"
}
