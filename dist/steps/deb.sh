# The package for Debian and its kin: the image under /usr/lib, its command, manual and completion where the system looks for them. Made by
# hand, because jpackage's asks for X11 and makes no command. Sourced by dist/build.

make_deb() {
  local tree=$output/deb package
  package=$output/${name}_$(debian_version)_amd64.deb
  mkdir -p "$tree"/{DEBIAN,usr/bin,usr/lib}
  cp -al "$image" "$tree/usr/lib/trabecula"
  mv "$tree/usr/lib/trabecula/share" "$tree/usr/share"
  mkdir -p "$tree/usr/lib/trabecula/share/doc" # where the program looks for its pages
  ln -s "../../../../share/doc/$name" "$tree/usr/lib/trabecula/share/doc/trabecula"
  if [ "$name" != trabecula ]; then mv "$tree/usr/share/doc/trabecula" "$tree/usr/share/doc/$name"; fi
  install -D -m 644 "$root/dist/desktop/trabecula.desktop" "$tree/usr/share/applications/trabecula.desktop"
  install -D -m 644 "$root/dist/desktop/trabecula.svg" "$tree/usr/share/icons/hicolor/scalable/apps/trabecula.svg"
  ln -s ../lib/trabecula/bin/trabecula "$tree/usr/bin/trabecula"
  copyright >"$tree/usr/share/doc/$name/copyright"
  control >"$tree/DEBIAN/control"
  (cd "$tree" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
  chmod -R u=rwX,go=rX "$tree/DEBIAN" "$tree/usr/share"
  find "$tree" -newermt "@$SOURCE_DATE_EPOCH" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  dpkg-deb --root-owner-group -Zzstd "-z${ZSTD_LEVEL:-19}" --build "$tree" "$package" >/dev/null
  rm -r "$tree"
  say "$(basename "$package") $(du -b "$package" | cut -f1 | numfmt --to=si)"
}

# A snapshot comes before the version that it leads to.
debian_version() {
  printf '%s' "$version" | sed 's/-SNAPSHOT/~snapshot/'
}

# XGBoost and LightGBM want libgomp; libtorch was built on a system with glibc 2.35.
control() {
  local libc=2.29 other=trabecula summary="radiomics and leak-proof studies, without the network"
  if [ "$edition" = full ]; then
    libc=2.35
    other=trabecula-engine
    summary="radiomics, deep features and leak-proof studies"
  fi
  cat <<END
Package: $name
Version: $(debian_version)
Architecture: amd64
Section: science
Priority: optional
Maintainer: Trabecula <trabecula@localhost>
Installed-Size: $(du -sk "$output/deb/usr" | cut -f1)
Depends: libc6 (>= $libc), libstdc++6, libgomp1
Conflicts: $other
Replaces: $other
Description: acute or chronic vertebral fracture from plain CT: $summary
 Trabecula reads a CT and a mask of vertebrae, computes radiomics and deep
 transfer features, fits and evaluates models without leaks, writes a report
 and predicts the next patient. It brings its own Java runtime.
 .
 Not a medical device. For research.
END
}

copyright() {
  printf 'Trabecula is licensed under the Apache License 2.0: /usr/share/common-licenses/Apache-2.0\n\n'
  cat "$image/share/doc/trabecula/NOTICE"
}
