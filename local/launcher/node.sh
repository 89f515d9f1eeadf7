# shellcheck shell=bash
# The pages of the back office are built with Node.js; what was built runs without it.

needed_node='20.19'

# As package.json's "engines" says.
is_new_node() {
  local version major minor
  version=$(node --version 2>/dev/null) || return 1
  version=${version#v}
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%.*}
  [ "$major" -ge 23 ] || { [ "$major" -eq 22 ] && [ "$minor" -ge 13 ]; } || { [ "$major" -eq 20 ] && [ "$minor" -ge 19 ]; }
}

need_node() {
  is_new_node && return 0
  say_error "Node.js ${needed_node} 이상이 필요합니다 · needs Node.js $needed_node or newer: $(how_to_get_node)"
  return 1
}

how_to_get_node() {
  if [ "$(uname -s)" = Darwin ]; then
    echo "brew install node"
  else
    echo "https://nodejs.org/en/download"
  fi
}

# In the folder of a package.json.
install_node_packages() { npm ci --prefer-offline --no-audit --no-fund --loglevel=error; }

format_pages() {
  local pages
  need_node || return
  for pages in admin/src/main/web mobile; do
    cd "$root/$pages" && { [ -x node_modules/.bin/prettier ] || install_node_packages; } && npm run --silent fmt || return
  done
}

# For `bench mobile` alone: it is large, and nothing else uses it.
need_lighthouse() {
  case " $* " in
    *" mobile "*) ;;
    *) return 0 ;;
  esac
  export OJEOMNEO_LIGHTHOUSE=$root/bench/src/main/lighthouse
  need_node && { [ -d "$OJEOMNEO_LIGHTHOUSE/node_modules/lighthouse" ] || (cd "$OJEOMNEO_LIGHTHOUSE" && install_node_packages); }
}
