# shellcheck shell=bash
# Builds what is not built. A build is kept under the fingerprint of its sources, as a copy that
# no later build touches: a running stack survives `./ojeomneo test` and `mvn clean`.

apps=$data/app
build_log=$data/log/build.log

modules() { sed -n 's|.*<module>\(.*\)</module>.*|\1|p' "$root/pom.xml"; }

# Every file of the modules, and of the app that the Server serves, that is not ignored (target/, node_modules/), one a
# line.
all_sources() {
  # shellcheck disable=SC2046
  set -- pom.xml .mvn build mobile $(modules)
  if git -C "$root" rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    git -C "$root" ls-files -z --cached --others --exclude-standard -- "$@"
  else
    (cd "$root" && find "$@" \( -name target -o -name node_modules \) -prune -o -type f -print0)
  fi | tr '\0' '\n' | LC_ALL=C sort -u
}

# What goes into a build; tests do not.
source_files() { all_sources | grep -Ev '/src/test/|/launcher/'; }

# Maven keeps what it made of a source that is gone: a deleted page would still be served, a deleted
# test still run. Modules that lost a file since the last time are compiled afresh.
forget_deleted_sources() {
  local list=$data/sources.list file
  all_sources | (cd "$root" && while IFS= read -r file; do
    [ -e "$file" ] && printf '%s\n' "$file"
  done) >"$list.now"
  if [ -f "$list" ]; then
    LC_ALL=C comm -23 "$list" "$list.now" | cut -d / -f 1 | sort -u | while IFS= read -r file; do
      rm -rf "$root/$file/target/classes" "$root/$file/target/test-classes"
    done
  fi
  mv "$list.now" "$list"
}

# cksum (POSIX, everywhere) over each file with its name, and once more over that list.
fingerprint() {
  (cd "$root" && source_files | tr '\n' '\0' | xargs -0 cksum 2>/dev/null | cksum | tr ' ' '-')
}

build_if_changed() {
  app=$apps/$(fingerprint)
  [ -d "$app" ] || build
}

# Commands that only talk to a running stack use what is there, so that they start at once.
build_if_missing() {
  # shellcheck disable=SC2012
  app=$(ls -dt "$apps"/*/ 2>/dev/null | head -n 1)
  app=${app%/}
  [ -n "$app" ] || build_if_changed
}

build() {
  need_node || return 1
  mkdir -p "$data/log" && chmod 700 "$data" || return 1
  say "빌드 · building (로그 · log: ${build_log#"$root"/})"
  forget_deleted_sources
  rm -rf "$root/drills/target/lib"
  (cd "$root" && exec ./mvnw -B -DskipTests -Dspotless.check.skip package) >"$build_log" 2>&1 </dev/null &
  local maven=$!
  # Maven and what it forks go with an impatient Ctrl-C: they are in the terminal's own group.
  trap 'kill "$maven" 2>/dev/null; say ""; exit 130' INT TERM HUP
  watch_build "$maven"
  wait "$maven"
  local code=$?
  trap - INT TERM HUP
  if [ "$code" -ne 0 ]; then
    show_errors >&2
    say_error "빌드 실패 · the build failed, see $build_log"
    return 1
  fi
  keep_build
}

# The errors in the code, without Maven's advice on how to run Maven; where it says none, the end.
show_errors() {
  if grep -q '^\[ERROR\]' "$build_log"; then
    grep '^\[ERROR\] .' "$build_log" | sed '/\[Help 1\]/,$d' | head -n 20
  else
    tail -n 20 "$build_log"
  fi
}

# Complete or not there: the name appears last. `up` deletes the others once no stack can use them.
keep_build() {
  local new=$data/app.unfinished
  rm -rf "$new" && mkdir -p "$new" "$apps" &&
    cp -R "$root/server/target/quarkus-app" "$new/server" &&
    cp -R "$root/admin/target/quarkus-app" "$new/admin" &&
    cp -R "$root/drills/target/lib" "$new/lib" &&
    cp "$root"/drills/target/drills-*.jar "$root"/bench/target/bench-*.jar "$new/lib/" &&
    mv "$new" "$app"
}

# --- progress: the current module and its time, read from Maven's log ---

watch_build() {
  local maven=$1 since=$SECONDS said=$SECONDS last='' now=''
  while kill -0 "$maven" 2>/dev/null; do
    now=$(current_module)
    if [ "$now" != "$last" ]; then
      [ -n "$last" ] && finished_module "$last" $((SECONDS - since))
      last=$now since=$SECONDS
      on_terminal || say "  $last ..."
    fi
    if on_terminal; then
      say_over "  ${last:-Maven} ... $((SECONDS - since)) s$(downloads)"
    elif [ $((SECONDS - said)) -ge 20 ]; then
      said=$SECONDS
      say "  ${last:-Maven} ... $((SECONDS - since)) s$(downloads)"
    fi
    sleep 1
  done
  [ -n "$last" ] && finished_module "$last" $((SECONDS - since))
}

finished_module() {
  if on_terminal; then
    say_over "  $1  $2 s"
    say ""
  fi
}

# "[2/6] platform", from "[INFO] Building Ojeomneo: platform 1.0.0        [2/6]".
current_module() {
  sed -n 's/^\[INFO\] Building \(Ojeomneo: \)\{0,1\}\(.*[^ ]\) [0-9][^ ]* *\(\[[0-9]*\/[0-9]*\]\)$/\3 \2/p' \
    "$build_log" | tail -n 1
}

# A first run fetches hundreds of files: say so, or it looks hung.
downloads() {
  local count
  count=$(grep -c '^\[INFO\] Downloaded from' "$build_log" || true)
  [ "$count" -eq 0 ] || printf ' (내려받기 · downloaded %s files)' "$count"
}
