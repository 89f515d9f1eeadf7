# shellcheck shell=bash
# Runs the Java side. The stack gets a process group of its own, below this script: a Ctrl-C in the
# terminal reaches only the script, which asks the stack to stop, and the stack ends its children
# in order. Should the script be killed, the stack notices and stops; should the stack be killed,
# the script ends what is left of its group.

# Becomes the Java process: a signal to its pid must reach Java, not a shell around it.
# $1: heap, $2: main class, then its arguments. A command is over before a second compiler pays.
become_java() {
  local heap=$1 main=$2
  shift 2
  exec "$JAVA_HOME/bin/java" "-Xmx$heap" -XX:+UseSerialGC \
    -XX:TieredStopAtLevel=1 -Xshare:auto \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
    "-Dojeomneo.data=$data" "-Dojeomneo.app=$app" "-Dojeomneo.launcher=$$" \
    "-Dojeomneo.colour=$(wants_colour && echo true || echo false)" \
    -cp "$app/lib/*" "$main" "$@"
}

# After a kill -9 the file would lie until the new stack is ready: who waits for it would be misled.
forget_dead_stack() {
  local launcher
  launcher=$(cat "$data/up.lock" 2>/dev/null) || return 0
  kill -0 "${launcher:-0}" 2>/dev/null || rm -f "$data/access.json"
}

# A shell that starts something with `&` makes it ignore Ctrl-C, and bash cannot trap what was ignored
# before it began; but only being asked stops the stack in order. Begins anew, listening, where
# the system can (coreutils); elsewhere TERM stops it.
heed_interrupts() {
  [ "$(trap -p INT)" = "trap -- '' SIGINT" ] || return 0
  env --default-signal=INT true 2>/dev/null || return 0
  exec env --default-signal=INT "$@"
}

run_command() { become_java 96m com.ojeomneo.local.Ojeomneo "$@"; }

# Some batches of rows are at hand here.
run_seed() { become_java 256m com.ojeomneo.local.Ojeomneo seed "$@"; }

run_stack() { supervise become_java 96m com.ojeomneo.local.Ojeomneo up "$@"; }

run_bench() { supervise become_java 128m com.ojeomneo.bench.Benches "$@"; }

run_drill() { supervise become_java 384m com.ojeomneo.drills.Drills "$@"; }

# Runs a command in a process group of its own until it ends. Asked to stop (INT, TERM, HUP), asks
# it with TERM and answers 0 once it has ended. Otherwise answers its exit code.
supervise() {
  local child asked='' code
  set -m # for this one job: bash gives it a group of its own, also where there is no setsid
  "$@" </dev/null &
  child=$!
  set +m
  trap 'asked=yes; kill -TERM "$child" 2>/dev/null' INT TERM HUP
  while :; do
    wait "$child" 2>/dev/null
    code=$?
    kill -0 "$child" 2>/dev/null || break # else a signal has interrupted the waiting
  done
  trap - INT TERM HUP
  end_group "$child"
  [ -n "$asked" ] && return 0
  [ "$code" -lt 128 ] || say_error "강제 종료되었습니다 · the stack was killed; its processes are ended"
  return "$code"
}

# What outlived the leader of the group: only after a kill -9. INT is PostgreSQL's fast shutdown.
end_group() {
  local tries=0
  kill -INT -- "-$1" 2>/dev/null || return 0
  while kill -0 -- "-$1" 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -gt 150 ] && kill -KILL -- "-$1" 2>/dev/null
    sleep 0.1
  done
}
