# Sourced by ./mockloop: puts the ahead-of-time cache (JEP 483, 514, 515) of this jar and this JDK into AOT_CACHE,
# or nothing when there is none yet. The JVM itself passes over a cache that does not fit, and says so only
# when its log is on.

mockloop_aot_cache() { # $1: the command that is about to run
  AOT_CACHE="$here/target/mockloop-$(cat "$JDK_HOME/release" "$options" "$jar" | cksum | tr ' ' '-').aot"
  if [ -f "$AOT_CACHE" ] && [ "$AOT_CACHE" -nt "$jar" ]; then
    return
  fi
  if [ "$1" = serve ]; then
    mockloop_make_aot_cache "$AOT_CACHE"
  fi
  AOT_CACHE=
}

mockloop_make_aot_cache() { # makes $1 some seconds from now, on time that nothing else wants
  making="$1.making"
  # a making that was cut short leaves its folder behind
  find "$making" -prune -mmin +10 -exec rm -rf {} + 2>/dev/null || :
  mkdir "$making" 2>/dev/null || return 0
  (
    sleep "${MOCKLOOP_AOT_AFTER:-3}"
    rm -f "$here"/target/mockloop-*.aot
    nice -n 19 "$JDK_HOME/bin/java" "@$options" -Xlog:disable -XX:AOTCacheOutput="$making/cache" -jar "$jar" train &&
      mv "$making/cache" "$1"
    rm -rf "$making"
  ) </dev/null >/dev/null 2>&1 &
}
