# Sourced by ./mockloop and ./mvnw: puts the home of a JDK of release 25 or newer into JDK_HOME.
# Looks where people keep JDKs, because the `java` on the PATH is often an older one.

mockloop_jdk_release() { # prints the feature release of the JDK in $1, or nothing
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release"
}

mockloop_find_jdk() {
  JDK_HOME=
  mockloop_path_java=$(command -v java 2>/dev/null) || mockloop_path_java=
  if [ -n "$mockloop_path_java" ]; then
    mockloop_path_java=$(readlink -f "$mockloop_path_java" 2>/dev/null || printf '%s' "$mockloop_path_java")
    mockloop_path_java=${mockloop_path_java%/bin/java}
  fi
  for mockloop_home in "${JAVA_HOME-}" "${JAVA25_HOME-}" "${JAVA26_HOME-}" "${JAVA27_HOME-}" "$mockloop_path_java" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.m2/jdks/* "$HOME"/.gradle/jdks/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$mockloop_home" ] || continue
    mockloop_release=$(mockloop_jdk_release "$mockloop_home")
    if [ -n "$mockloop_release" ] && [ "$mockloop_release" -ge 25 ]; then
      JDK_HOME=$mockloop_home
      return 0
    fi
  done
  return 1
}
