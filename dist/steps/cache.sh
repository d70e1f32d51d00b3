# Fixes what the cache depends on, then makes the cache. Sourced by dist/build.

# The cache knows each jar by its time and size, so times are set before it is made, and archives keep them.
seal() {
  chmod -R u=rwX,go=rX "$image"
  find "$image" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

# Classes as they lie in memory once loaded, made by the runtime that will read them: the only files that are not the same twice. One cache
# for every verb, and one for `extract`, whose classes are linked ahead. Not those of all verbs, for then every command would load all of
# them: --version took 0.65 s of processor time with, 0.48 s without (medians of 7 in turns).
make_cache() {
  rehearse trabecula all -XX:-AOTClassLinking
  rehearse extract extract -XX:+AOTClassLinking
  find "$image" "$image/lib" -maxdepth 1 -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

rehearse() { # cache, what, flag...
  (cd "$image" && runtime/bin/java @lib/flags/common @lib/flags/short "${@:3}" "-XX:AOTCacheOutput=lib/$1.aot" "-Dtrabecula.rehearsal=$2" \
    -jar lib/app/trabecula.jar) >"$output/cache.log" 2>&1 || stop "no cache was made, see $output/cache.log"
  chmod 644 "$image/lib/$1.aot"
  say "cache $1: $(du -sm "$image/lib/$1.aot" | cut -f1) MB"
}
