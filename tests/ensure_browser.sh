#!/usr/bin/env bash
# Make sure that there is a Chromium for the browser tests and the PDF: the user's own, else
# the system's package, else Playwright's.
# Usage, in the checkout: ensure_browser.sh PYTHON (the virtual environment's)
set -euo pipefail

python=$1

# It must answer, not only exist: Ubuntu's chromium-browser may be a stub that asks for a snap.
works() { "$1" --version >/dev/null 2>&1; }

done_with() {
  echo "Browser: $(command -v "$1")"
  exit 0
}

use_installed() {
  local candidate
  while IFS= read -r candidate; do
    if works "$candidate"; then done_with "$candidate"; fi
  done < <("$python" -c '
from dossier.book.chromium import CANDIDATES
print(*CANDIDATES, sep="\n")')
}

use_playwrights() {
  local path
  path=$("$python" - <<'PYTHON'
from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
PYTHON
  ) || return 0
  if works "$path"; then done_with "$path"; fi
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

# Whatever the package manager has to say is shown only when it fails.
install_package() {
  local log
  echo "Installing the package chromium …"
  log=$(as_root apt-get update -qq 2>&1 &&
    as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends chromium 2>&1) ||
    printf '%s\n' "$log" >&2
}

if [ -n "${DOSSIER_CHROMIUM:-}" ]; then
  if works "$DOSSIER_CHROMIUM"; then done_with "$DOSSIER_CHROMIUM"; fi
  echo "DOSSIER_CHROMIUM is set to $DOSSIER_CHROMIUM, which does not run." >&2
  exit 1
fi

use_installed
use_playwrights

if command -v apt-get >/dev/null && as_root true 2>/dev/null; then
  install_package
  use_installed
fi

echo "Installing Playwright's Chromium …"
"$python" -m playwright install chromium || true
use_playwrights

cat >&2 <<'MESSAGE'
The tests and the PDF need Chromium or Google Chrome, and none could be installed. Do one of these:
  Debian:           sudo apt install chromium
  Ubuntu:           sudo .venv/bin/python -m playwright install --with-deps chromium
  macOS:            brew install --cask google-chrome
  anywhere else:    DOSSIER_CHROMIUM=/path/to/chromium make test (or pdf)
MESSAGE
exit 1
