# The image as archives that are the same bytes whenever and wherever they are made. Sourced by dist/build.

pack_archives() {
  local stem=$output/$name-$version-linux-x64
  tar --create --directory "$output" --sort=name --format=gnu --owner=0 --group=0 --numeric-owner trabecula |
    zstd -q -f -T2 "-${ZSTD_LEVEL:-19}" --long=27 -o "$stem.tar.zst"
  python3 "$root/dist/tools/zip.py" "$output/trabecula" "$stem.zip"
  local archive
  for archive in "$stem".*; do say "$(basename "$archive") $(du -b "$archive" | cut -f1 | numfmt --to=si)"; done
}

write_sums() {
  (cd "$output" && find . -maxdepth 1 -name 'trabecula*.*' -type f -printf '%f\n' | sort | xargs sha256sum >SHA256SUMS)
}
