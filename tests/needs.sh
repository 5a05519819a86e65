#!/bin/sh
# Sees that what the tests need from the system is there: Dovecot (IMAP), Chromium (pages, PDF), Noto Sans CJK (statements).
# Root on Debian gets what is missing; anyone else is told. Under CI=true something missing is a failure.
set -eu
PATH="$PATH:/usr/sbin:/usr/local/sbin"

missing() {
  command -v dovecot >/dev/null || echo dovecot-imapd
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null ||
    command -v google-chrome >/dev/null || echo chromium
  find /usr/share/fonts /usr/local/share/fonts -name 'NotoSansCJK*-Bold.*' 2>/dev/null | grep -q . ||
    echo fonts-noto-cjk
}

install() {  # the packages named, and none of their services started
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT INT TERM
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get -q update && apt-get -q -y install --no-install-recommends "$@"
}

packages=$(missing | xargs)
[ -n "$packages" ] || exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "The tests need $packages: installing."
  log=$(mktemp)
  # shellcheck disable=SC2086  # package names, split on purpose
  install $packages >"$log" 2>&1 || tail -n 20 "$log" >&2
  rm -f "$log"
  packages=$(missing | xargs)
  [ -n "$packages" ] || exit 0
fi

echo "Not here: $packages (Debian: apt-get install $packages)" >&2
[ "${CI:-}" = true ] && exit 1
echo "The tests that need it are skipped, each with its reason." >&2
