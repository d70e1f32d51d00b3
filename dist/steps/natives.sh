# libtorch as files beside the program, not as jars: nothing is unpacked into the cache of every user, and it packs smaller. Sourced by
# dist/build.

put_natives() {
  local native=$image/lib/native platform=linux-x86_64 jar
  mkdir -p "$native"
  for jar in $(class_path); do
    is_native "$jar" "$platform" || continue
    unzip -q -o -j "$jars/$jar" "org/bytedeco/*/$platform/*.so*" -d "$native"
  done
  rm "$native/libjniopenblas_full.so" "$native/libjnitorch_gloo.so" # never loaded here
  ln -s libopenblas.so.0 "$native/libopenblas_nolapack.so.0" # the name under which a part of the bindings asks for it
  chmod 755 "$native"/*.so*
  strip --strip-unneeded "$native/libtorch_cpu.so" # 89 MB of symbols for debuggers
  say "libtorch: $(du -sm "$native" | cut -f1) MB"
}
