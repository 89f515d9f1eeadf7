# shellcheck shell=bash
# Every test of every module, what they need installed first where that is allowed.

test_log=$data/log/test.log

run_tests() {
  mkdir -p "$data/log" && chmod 700 "$data" && cd "$root" || return 1
  local missing code
  missing=$(install_packages)
  forget_deleted_sources
  rm -f */target/surefire-reports/TEST-*.xml
  ./mvnw -B --fail-at-end verify "$@" 2>&1 </dev/null | tee "$test_log" | show_tests
  code=${PIPESTATUS[0]}
  # With options it is only a part that is wanted.
  [ $# -gt 0 ] || test_store_projects || code=1
  [ "$code" -eq 0 ] || say "로그 · the whole log: $test_log"
  summarize "$code" "$missing"
}

# --- the projects of the stores' apps, which need packages of their own ---

test_store_projects() {
  local log=$data/log/native.log
  echo "mobile/native"
  if (cd mobile/native && install_node_packages && npm run --silent test) >"$log" 2>&1; then
    grep -E '^. (tests|pass) ' "$log"
  else
    tail -n 40 "$log"
    return 1
  fi
}

# --- Debian packages that some tests drive ---

test_packages='redis-server redis-sentinel nginx-light wrk prometheus chromium fonts-noto-cjk'

# Installs what is missing when it may (root on Debian); prints what is missing after that.
install_packages() {
  local missing
  missing=$(missing_packages)
  if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ]; then
    say "설치 · installing:$missing"
    {
      apt-get update -q
      # shellcheck disable=SC2086
      DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
    } >"$data/log/apt.log" 2>&1 || say "apt-get: $data/log/apt.log"
    missing=$(missing_packages)
  fi
  printf '%s' "$missing"
}

missing_packages() {
  local package
  for package in $test_packages; do
    has_package "$package" || printf ' %s' "$package"
  done
}

has_package() {
  command -v "$1" >/dev/null 2>&1 && return 0
  if command -v dpkg-query >/dev/null 2>&1; then
    dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'
  else
    [ "$1" = fonts-noto-cjk ] # elsewhere a Korean font is part of the system
  fi
}

# --- progress: Maven's log without what nobody reads ---

show_tests() {
  local line downloaded=0
  while IFS= read -r line; do
    case $line in
      '[INFO] Building '*']') printf '%s\n' "${line#*Building }" | tr -s ' ' ;;
      *'Tests run:'* | *'BUILD SUCCESS'* | '[ERROR]'*) printf '  %s\n' "${line#\[INFO\] }" ;;
      *' Downloaded from '*)
        downloaded=$((downloaded + 1))
        [ $((downloaded % 100)) -ne 0 ] || printf '  내려받기 · downloaded %s files\n' "$downloaded"
        ;;
    esac
  done
}

# --- the sum, from Surefire's XML reports ---

# $1: Maven's exit code, $2: packages that could not be installed
summarize() {
  local tests failed skipped
  read -r tests failed skipped <<SUM
$(count_tests)
SUM
  echo
  echo "$((tests - failed - skipped)) passed, $failed failed, $skipped skipped"
  if [ -n "$2" ]; then
    echo "건너뜀 · skipped, needs Debian packages:$2"
  fi
  [ "$1" -eq 0 ] && [ "$failed" -eq 0 ] || return 1
  if [ "${CI:-}" = true ] && { [ "$skipped" -gt 0 ] || [ -n "$2" ]; }; then
    say_error "CI=true: 건너뛴 테스트는 실패입니다 · a skipped test is a failure"
    return 1
  fi
}

count_tests() {
  find . -path '*/target/surefire-reports/TEST-*.xml' -not -path '*/node_modules/*' \
    -exec sed -n 's/.*<testsuite .*/&/p' {} + | awk '
      function attribute(name) {
        return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0
      }
      { tests += attribute("tests"); failed += attribute("failures") + attribute("errors")
        skipped += attribute("skipped") }
      END { print tests + 0, failed + 0, skipped + 0 }'
}
