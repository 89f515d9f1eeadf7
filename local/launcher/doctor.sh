# shellcheck shell=bash
# Looks at this machine and says what `up` would miss. Needs nothing itself: no JDK, no build.

smallest_disk_mb=1500

# $1: as text or --json. 0 when `up` finds all it needs.
doctor() {
  findings=''
  broken=''
  look_at_jdk
  look_at_node
  look_at_folder
  look_at_postgres
  look_at_redis
  look_at_port 3000 needed Server --server-port
  look_at_port 4000 needed '결제 샌드박스 · sandbox' --sandbox-port
  look_at_port 8000 needed '관리자 · back office' --admin-port
  look_at_port 5432 spare PostgreSQL
  look_at_port 6379 spare Redis
  look_at_stack
  look_at_tools
  case ${1:-} in
    --json) print_json ;;
    '') print_findings ;;
    *)
      say_error "'$1': 모르는 옵션입니다 · no such option; doctor [--json]"
      return 2
      ;;
  esac
  [ -z "$broken" ]
}

# $1: ok, note (up works without it) or missing; $2: what was looked at; $3: what was found
found() {
  [ "$1" = missing ] && broken=yes
  findings="$findings$1	$2	$3
"
}

look_at_jdk() {
  local home
  home=$(jdk_candidates | first_jdk_25 || java_on_path | first_jdk_25)
  if [ -n "$home" ]; then
    found ok jdk "JDK $(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$home/release") ($home)"
  else
    found missing jdk "JDK 25가 없습니다 · no JDK 25: $(how_to_get_a_jdk), or set JAVA_HOME"
  fi
}

look_at_node() {
  if is_new_node; then
    found ok node "Node.js $(node --version)"
  else
    found missing node "Node.js $needed_node 이상이 없습니다 · no Node.js $needed_node or newer: $(how_to_get_node)"
  fi
}

look_at_folder() {
  local folder=$root free
  [ -d "$data" ] && folder=$data
  if [ -w "$folder" ]; then
    found ok folder "$folder 에 쓸 수 있습니다 · can be written"
  else
    found missing folder "$folder 에 쓸 수 없습니다 · cannot be written"
  fi
  free=$(df -Pk "$folder" | awk 'NR == 2 { print int($4 / 1024) }')
  if [ "${free:-0}" -ge "$smallest_disk_mb" ]; then
    found ok disk "디스크 여유 · free disk: $free MB"
  else
    found missing disk "디스크 여유 · free disk: ${free:-?} MB, $smallest_disk_mb MB가 필요합니다 · are needed"
  fi
}

# PostgreSQL comes with the build. It refuses to run as root, so root runs it in a user namespace.
look_at_postgres() {
  local folder
  if [ "$(id -u)" = 0 ] && ! unshare -U true 2>/dev/null; then
    found missing postgres "root에게는 unshare -U가 필요합니다 · root needs 'unshare -U' (user namespaces), or start as another user"
    return
  fi
  # shellcheck disable=SC2012
  folder=$(ls -dt "$data"/programs/postgres-*/ 2>/dev/null | head -n 1)
  if [ -n "$folder" ]; then
    found ok postgres "$("${folder}bin/postgres" --version 2>/dev/null) (${folder%/})"
  else
    found ok postgres "PostgreSQL 15: 빌드에 들어 있습니다 · comes with the build"
  fi
}

# As RedisProgram chooses: an installed one of version 7 or newer, else the bundled.
look_at_redis() {
  local program version
  for program in "$(command -v redis-server)" /usr/bin/redis-server /usr/local/bin/redis-server \
    /opt/homebrew/bin/redis-server; do
    [ -x "$program" ] || continue
    version=$("$program" --version 2>/dev/null | sed -n 's/.*v=\([0-9.]*\).*/\1/p')
    if [ "${version%%.*}" -ge 7 ] 2>/dev/null; then
      found ok redis "Redis $version ($program)"
      return
    fi
  done
  found note redis "Redis 7이 없어 내장 6.2를 씁니다 · no Redis 7: the bundled 6.2 is used${version:+ (found $version)}"
}

# --- ports ---

# $1: port, $2: needed or spare (another is taken instead), $3: whose, $4: the option that changes it
look_at_port() {
  local owner
  if ! listens "$1"; then
    found ok "port $1" "$3: 비어 있습니다 · free"
    return
  fi
  owner=$(listener "$1")
  if is_ours "${owner%% *}"; then
    found ok "port $1" "$3: 이 스택이 쓰고 있습니다 · used by this stack (pid $owner)"
  elif [ "$2" = needed ]; then
    found missing "port $1" "$3: 사용 중 · taken${owner:+ (pid $owner)}; up $4 N"
  else
    found note "port $1" "$3: 사용 중이라 다른 포트를 씁니다 · taken${owner:+ (pid $owner)}, another is used"
  fi
}

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null || (exec 3<>"/dev/tcp/::1/$1") 2>/dev/null; }

# "PID NAME" of who listens there, as far as this user may see it.
listener() {
  if command -v ss >/dev/null 2>&1; then
    ss -Hltnp "sport = :$1" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/\2 \1/p' | head -n 1
  elif command -v lsof >/dev/null 2>&1; then
    lsof -nP -iTCP:"$1" -sTCP:LISTEN 2>/dev/null | awk 'NR == 2 { print $2, $1 }'
  fi
}

children() { grep -o '"pid" *: *[0-9]*' "$data/children.json" 2>/dev/null | grep -o '[0-9]*$'; }

is_ours() { [ -n "$1" ] && children | grep -qx "$1"; }

# --- what runs, what else there is ---

look_at_stack() {
  local launcher child left=''
  launcher=$(cat "$data/up.lock" 2>/dev/null)
  if [ -n "$launcher" ] && kill -0 "$launcher" 2>/dev/null && [ -f "$data/access.json" ]; then
    found ok stack "실행 중 · running (pid $launcher)"
    return
  fi
  for child in $(children); do
    kill -0 "$child" 2>/dev/null && left="$left $child"
  done
  if [ -n "$left" ]; then
    found note stack "지난 실행이 남긴 프로세스, 다음 up이 정리합니다 · left by an earlier run, the next up ends them:$left"
  else
    found ok stack "실행 중이 아닙니다 · not running"
  fi
}

look_at_tools() {
  local missing
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *UTF-8 | *utf8 | *UTF8 | *utf-8) found ok locale "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" ;;
    *) found note locale "UTF-8이 아닙니다 · not UTF-8: 한글이 깨질 수 있습니다" ;;
  esac
  if command -v git >/dev/null 2>&1; then
    found ok git "$(git --version)"
  else
    found note git "git이 없습니다 · no git: 빌드할 때 파일을 모두 살핍니다 · builds look at every file"
  fi
  missing=$(missing_packages)
  if [ -z "$missing" ]; then
    found ok packages "테스트에 필요한 패키지: $test_packages · packages for the tests"
  else
    found note packages "없는 패키지의 테스트는 건너뜁니다 · tests that need these are skipped:$missing"
  fi
}

# --- the answer ---

print_findings() {
  local state name text mark
  printf '%s' "$findings" | while IFS='	' read -r state name text; do
    case $state in
      ok) mark=✓ ;;
      note) mark=– ;;
      *) mark=✗ ;;
    esac
    printf '  %s %-10s %s\n' "$mark" "$name" "$text"
  done
  if [ -z "$broken" ]; then
    echo "준비되었습니다 · ready: ./ojeomneo up"
  else
    echo "✗를 먼저 해결하세요 · solve what is marked ✗ first"
  fi
}

print_json() {
  local state name text comma=''
  printf '{"ok":%s,"checks":[' "$([ -z "$broken" ] && echo true || echo false)"
  printf '%s' "$findings" | while IFS='	' read -r state name text; do
    printf '%s{"name":"%s","state":"%s","found":"%s"}' "$comma" "$name" "$state" "$(escaped "$text")"
    comma=,
  done
  printf ']}\n'
}

escaped() { printf '%s' "$1" | sed 's/\\/\\\\/g; s/"/\\"/g' | tr -d '\000-\037'; }
