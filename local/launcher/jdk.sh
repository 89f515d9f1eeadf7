# shellcheck shell=bash
# Finds a JDK 25: JAVA_HOME if it is one, then the platform's usual places, then `java` on the PATH.

# Reads the home's own `release` file: no JVM is started to ask.
is_jdk_25() {
  [ -x "$1/bin/javac" ] && grep -Eq '^JAVA_VERSION="25[."+-]' "$1/release" 2>/dev/null
}

jdk_candidates() {
  local home=${HOME:-/nonexistent}
  printf '%s\n' \
    "${JAVA_HOME:-}" \
    /usr/lib/jvm/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$home"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${SDKMAN_DIR:-$home/.sdkman}"/candidates/java/* \
    "$home"/.jdks/* \
    "$home"/.jdks/*/Contents/Home \
    "${ASDF_DATA_DIR:-$home/.asdf}"/installs/java/* \
    "${MISE_DATA_DIR:-$home/.local/share/mise}"/installs/java/* \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec
}

# The home behind `java`, through whatever links and shims there are.
java_on_path() {
  command -v java >/dev/null 2>&1 &&
    java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# Of the homes on stdin the first that is a JDK 25; fails when none is. Reads all of them: whoever
# writes them shall not find the pipe broken.
first_jdk_25() {
  local home found=''
  while IFS= read -r home; do
    [ -z "$found" ] && [ -n "$home" ] && is_jdk_25 "$home" && found=$home
  done
  [ -n "$found" ] && printf '%s\n' "$found"
}

need_jdk() {
  JAVA_HOME=$(jdk_candidates | first_jdk_25 || java_on_path | first_jdk_25)
  if [ -z "$JAVA_HOME" ]; then
    say_error "JDK 25가 필요합니다 · needs a JDK 25: $(how_to_get_a_jdk), or set JAVA_HOME"
    return 1
  fi
  export JAVA_HOME
}

how_to_get_a_jdk() {
  if [ "$(uname -s)" = Darwin ]; then
    echo "brew install openjdk@25"
  else
    echo "https://adoptium.net/installation/linux (temurin-25-jdk), or: sdk install java 25-tem"
  fi
}
