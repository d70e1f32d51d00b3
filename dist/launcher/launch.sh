# What every launcher does before Java starts: ./trabecula, and bin/trabecula of what dist/build makes. Sourced, POSIX sh.
#
#   TRABECULA_HEAP   the largest heap, such as 8g (default: three fifths of the memory)

# Five lines on stderr as every refusal, with --json one document on stdout too; exit 3.
refuse() { # code, what, where, found, expected, fix
  printf 'error %s  %s\n  where     %s\n  found     %s\n  expected  %s\n  fix       %s\n' "$@" >&2
  if [ -n "$json" ]; then
    printf '%s\n' "$@" | sed 's/[\\"]/\\&/g' | {
      IFS= read -r code && IFS= read -r what && IFS= read -r where && IFS= read -r found && IFS= read -r expected && IFS= read -r fix
      printf '{"exit":3,"problems":[{"code":"%s","what":"%s","where":"%s","found":"%s","expected":"%s","fix":"%s"}]}\n' \
        "$code" "$what" "$where" "$found" "$expected" "$fix"
    }
  fi
  exit 3
}

read_words() { # the command line
  json=
  help=
  for word in "$@"; do
    case $word in
      --json) json=yes ;;
      -h | --help | --version) help=yes ;;
    esac
  done
}

# A command without a word, where a browser can be shown, opens the reading room; elsewhere it lists the verbs.
has_browser() {
  [ "$(uname)" = Darwin ] || { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && command -v xdg-open >/dev/null; }
}

# Under the locale C (containers, cron, a LANG that is not installed) Java can hold no path but ASCII, and does not start from a folder with
# an umlaut. Names in files are not changed by another locale. Locales of one byte a letter hold every path, and stay.
use_utf8() {
  letter=é
  if [ ${#letter} = 1 ]; then return; fi # a shell that counts letters reads UTF-8; one that counts bytes asks
  if command -v locale >/dev/null && [ "$(locale charmap 2>/dev/null)" = ANSI_X3.4-1968 ]; then
    for utf8 in C.UTF-8 C.utf8 en_US.UTF-8; do
      if [ "$(LC_ALL=$utf8 locale charmap 2>/dev/null)" = UTF-8 ]; then
        export LC_ALL=$utf8
        break
      fi
    done
  fi
}

require_heap() { # java
  if [ -n "${TRABECULA_HEAP:-}" ] &&
    ! "$1" "-Xmx$TRABECULA_HEAP" -XX:+UseSerialGC -Xshare:auto -version >/dev/null 2>&1; then
    refuse RUN-003 "the largest heap is not a size that Java can use" TRABECULA_HEAP \
      "$(printf '%s' "$TRABECULA_HEAP" | tr -c '[:print:]' '?')" "a number with k, m or g, such as 8g, that this machine has" \
      "export TRABECULA_HEAP=8g, or unset it for three fifths of the memory"
  fi
}

# Java alone opens about a hundred files, a cohort some more.
fewest_files=256
few_files() {
  files=
  if [ -r /proc/self/limits ]; then
    while read -r limit of what soft _; do
      if [ "$limit $of $what" = "Max open files" ]; then files=$soft && break; fi
    done </proc/self/limits
  fi
  if [ -z "$files" ]; then files=$(ulimit -S -n); fi
  [ "$files" != unlimited ] && [ "$files" -lt "$fewest_files" ]
}
require_files() {
  if few_files; then ulimit -S -n "$(ulimit -H -n)" 2>/dev/null || true; fi
  if few_files; then
    refuse RUN-004 "too few files may be open at once" "the limits of this shell (ulimit -n)" "$files" \
      "at least $fewest_files" "ulimit -n 1024, or start from a shell without this limit"
  fi
}

# Three fifths of the memory; of more than 52 GB, 31 GB: beyond, every reference takes twice the room, and no archive fits. What a
# container may use counts, where that is less.
set_heap() {
  if [ -n "${TRABECULA_HEAP:-}" ]; then
    heap=-Xmx$TRABECULA_HEAP
    return
  fi
  much=$((52 * 1024 * 1024))
  kilobytes=0
  if [ -r /proc/meminfo ]; then
    while read -r name value _; do
      if [ "$name" = MemTotal: ]; then kilobytes=$value && break; fi
    done </proc/meminfo
  fi
  for file in /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes; do
    if [ -r "$file" ] && read -r limit <"$file"; then
      case $limit in
        '' | *[!0-9]* | ????????????????*) ;; # no limit: "max", or a number of 16 digits and more
        *) if [ $((limit / 1024)) -lt "$kilobytes" ]; then kilobytes=$((limit / 1024)); fi ;;
      esac
    fi
  done
  if [ "$kilobytes" -gt "$much" ]; then heap=-Xmx31g; else heap=-XX:MaxRAMPercentage=60; fi
}

# Which file of flags fits the command. Verbs that run for a second want a fast start; the others want the optimising compiler.
most_of_some=100
set_work() { # the command line
  work=short
  case ${1:-} in
    demo | study | phantom | crop | finetune | embed | gradcam | serve) work=long ;;
    select | evaluate | predict) work=tables ;;
    extract)
      case ${2:-} in
        *.csv | *.tsv | *.txt)
          work=many
          if [ -f "$2" ] && [ "$(wc -l <"$2")" -le "$most_of_some" ]; then work=some; fi
          ;;
      esac
      ;;
  esac
  if [ -n "$help" ]; then work=short; fi
}

# A cache holds classes loaded and linked, all of them at each start, so that each is for one kind of command; the others have an archive,
# which loads what is asked for.
set_cache() { # the command line
  cache=
  if [ -n "$help" ]; then
    if [ $# = 1 ]; then cache=start; fi
  elif [ "${1:-}" = extract ]; then
    cache=extract
  fi
}

# Pages of 2 MB, where the system gives them to those who ask: a short command spends a tenth of its time on getting 10,000 small ones.
set_pages() {
  pages=
  if { [ "$work" = short ] || [ "$work" = some ]; } && [ -r /sys/kernel/mm/transparent_hugepage/enabled ] &&
    read -r modes </sys/kernel/mm/transparent_hugepage/enabled; then
    case $modes in *'[madvise]'* | *'[always]'*) pages=-XX:+UseTransparentHugePages ;; esac
  fi
}

set_environment() { # the command line
  # XGBoost and LightGBM: waiting threads of OpenMP must not spin on cores that others need. Read when the library is loaded.
  case ${1:-} in demo | study) export OMP_WAIT_POLICY="${OMP_WAIT_POLICY:-PASSIVE}" ;; esac
  if [ -t 2 ]; then export TRABECULA_TTY=1; else unset TRABECULA_TTY; fi
}
