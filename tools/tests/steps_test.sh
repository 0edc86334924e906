# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# shellcheck disable=SC2317  # what it puts in a function's place is called
# Tests what tools/read and tools/test share, in the folder it is run in, where
# it makes a repository of its own. Nothing is installed.
set -euo pipefail
setup=$(cd "$(dirname "${BASH_SOURCE[0]}")/../setup" && pwd)
rm -rf steps_test
mkdir -p steps_test/tools steps_test/bin steps_test/book
cd steps_test
ln -s "$setup" tools/setup
# shellcheck source=tools/setup/functions.sh
source tools/setup/functions.sh

expect() {
  [[ $1 == *"$2"* ]] || stop "expected: $2" "found: $1"
}

# fails <command>...: what it said, if it failed.
fails() {
  if ("$@") 2>&1; then
    stop "should have failed: $*"
  fi
}

# A step that fails names its command, the end of its log, and the mend.
said=$(fails step broken "Breaking it" "Mend it." bash -c 'echo reason; exit 3')
expect "$said" "failed: bash -c echo reason; exit 3"
expect "$said" "    reason"
expect "$said" "Mend it."
expect "$(<build/logs/broken.log)" "reason"

# A step that works says what it does, and keeps what its command said.
said=$(step fine "Doing it" "Mend it." echo word)
expect "<$said>" "<Doing it>"
expect "$(<build/logs/fine.log)" "word"

# Without apt: what is missing, and what follows; all of it, and no more.
for program in bash awk mkdir tee tput tail sed cmake ninja g++; do
  ln -s "$(command -v "$program")" bin/
done
system_python() { :; }
said=$(PATH=$PWD/bin fails need_packages read)
expect "$said" "No doxygen: the headers' comments are not read."
expect "$said" "Nothing was built: it takes doxygen."
expect "$said" "Install doxygen "
expect "<$said>" "Then try again.>"

# With apt: what is missing and offered is installed, and nothing else.
for program in grep env cat; do
  ln -s "$(command -v "$program")" bin/
done
program() {
  cat >"bin/$1"
  chmod +x "bin/$1"
}
program apt-cache <<'END'
#!/usr/bin/env bash
case $2 in
  doxygen) printf 'doxygen:\n  Installed: (none)\n  Candidate: 1.9.4-4\n' ;;
  googletest) printf 'googletest:\n  Installed: (none)\n  Candidate: (none)\n' ;;
esac
END
program apt-get <<'END'
#!/usr/bin/env bash
echo "apt-get $*" >>asked
[[ $1 == update ]] || cat bin/cmake >bin/doxygen
END
program sudo <<'END'
#!/usr/bin/env bash
exec "$@"
END
is_there() { [[ $1 == import:* || $1 != /* && -e bin/$1 ]]; }
said=$(PATH=$PWD/bin need_packages read)
expect "$said" "No googletest: CMake downloads its sources."
expect "$(<asked)" "apt-get update"
expect "<$(tail -n 1 asked)" "<apt-get install --yes"
expect "$(<asked)>" "=120 doxygen>"

# When apt fails, the package and the mend are named.
rm bin/doxygen
program apt-get <<'END'
#!/usr/bin/env bash
echo "W: Failed to fetch the lists"
[[ $1 == update ]]
END
said=$(PATH=$PWD/bin fails need_packages read)
expect "$said" "Is the network up?"
expect "$said" "failed: "
expect "$said" "apt-get install"

# Who may install nothing is given the command, and stops where it must be.
(
  can_install() { false; }
  said=$(PATH=$PWD/bin fails need_packages read)
  expect "$said" "No googletest: CMake downloads its sources."
  expect "$said" "Nothing was built: it takes doxygen."
  expect "<$said>" "apt-get install --no-install-recommends doxygen
Then try again.>"
  touch bin/doxygen
  said=$(PATH=$PWD/bin need_packages read)
  expect "$said" "No googletest: CMake downloads its sources."
  [[ $said != *apt-get* ]] || stop "there is nothing to install: $said"
)
rm bin/apt-get

# What the tests can do without is named, and does not stop them.
is_there() { [[ $1 != clang* && $1 != chromium ]]; }
said=$(PATH=$PWD/bin need_packages read test)
expect "$said" "No clang-14: the tests with clang 14 are left out."
expect "$said" "No chromium: the tests of the pages in a browser are left out."

# The virtual environment is made of pinned packages, and again only for others.
system_python() {
  mkdir -p "$3/bin"
  printf '#!/bin/sh\necho "$@" >>installed\n' >"$3/bin/python"
  chmod +x "$3/bin/python"
}
times() { echo "$(wc -l <installed) times"; }
touch book/requirements.txt book/requirements-test.txt
need_python requirements.txt
need_python requirements.txt
expect "$(times)" "1 times"
need_python requirements.txt requirements-test.txt
need_python requirements.txt
expect "$(times)" "2 times"
echo other >book/requirements.txt
need_python requirements.txt
expect "$(times)" "3 times"
expect "$(<installed)" \
  "--require-hashes -r book/requirements.txt -r book/requirements-test.txt"

# One that cannot be made leaves the last one.
echo third >book/requirements.txt
system_python() { false; }
said=$(fails need_python requirements.txt)
expect "$said" "Is the network up?"
expect "$(<build/venv/made-of/requirements.txt)" "other"
