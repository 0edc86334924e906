# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# What tools/read and tools/test share. They stand at the root of the repository.

say() { printf '%s\n' "$*"; }

stop() {
  printf '%s\n' "$@" >&2
  exit 1
}

# Waits for whoever else installs or builds in this folder, and then keeps others
# out until this process has ended, or begun to serve.
take_the_folder() {
  mkdir -p build
  exec 9>build/.lock
  command -v flock >/dev/null || return 0
  flock --nonblock 9 || {
    say "Waiting for another tools/read or tools/test in this folder to end."
    flock 9
  }
}

# How far a command is: its newest line at a terminal, else a line every 10 s.
show_progress() {
  local line columns next=$((SECONDS + 10))
  columns=$(tput cols 2>/dev/null) || columns=80
  while IFS= read -r line; do
    if [[ -t 1 ]]; then
      printf '\r\033[K  %s' "${line:0:columns-3}"
    elif ((SECONDS >= next)); then
      say "  $line"
      next=$((SECONDS + 10))
    fi
  done
  [[ ! -t 1 ]] || printf '\r\033[K'
}

# attempt <log> <what it does> <command>...
#
# Runs the command with its output in build/logs/<log>.log.
attempt() {
  local log=build/logs/$1.log what=$2 start=$SECONDS
  shift 2
  mkdir -p build/logs
  say "$what"
  "$@" </dev/null 2>&1 | tee "$log" | show_progress || return
  ((SECONDS - start < 2)) || say "  done in $((SECONDS - start)) s"
}

# step <log> <what it does> <what to do if it fails> <command>...
step() {
  local log=$1 what=$2 advice=$3
  shift 3
  attempt "$log" "$what" "$@" || {
    say "  failed: $*"
    say "  The end of build/logs/$log.log:"
    tail -n 25 "build/logs/$log.log" | sed 's/^/    /'
    stop "$advice"
  } >&2
}

# The distribution's Python, which apt installs the parts of; or any other.
system_python() {
  local python=/usr/bin/python3
  [[ -x $python ]] || python=python3
  "$python" "$@"
}

is_there() {
  case $1 in
    /*) [[ -e $1 ]] ;;
    import:*) system_python -c "import ${1#*:}" 2>/dev/null ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

# packages_missing <for>...: those rows of the list, as `how package without it`.
packages_missing() {
  local for wanted how package there without
  while read -r for how package there without; do
    for wanted; do
      [[ ,$for, == *,$wanted,* ]] || continue
      is_there "$there" || say "$how $package $without"
      break
    done
  done <tools/setup/packages.txt
}

# Whether packages can be installed. Asks for the password of sudo if it must.
can_install() {
  command -v apt-get >/dev/null || return
  ((EUID == 0)) && return
  command -v sudo >/dev/null || return
  sudo -n true 2>/dev/null || {
    say "To install packages, sudo is asked:"
    sudo -v
  }
}

# offered <package>...: those that apt has.
offered() {
  local package
  for package; do
    if [[ $(apt-cache policy "$package") == *"Candidate: "[^\(]* ]]; then
      say "$package"
    fi
  done
}

apt_install() {
  local packages as_root=()
  ((EUID == 0)) || as_root=(sudo)
  attempt apt-update "Asking apt what it offers" "${as_root[@]}" apt-get update || true
  if grep -q '^[EW]: ' build/logs/apt-update.log; then
    say "  It did not reach everything (build/logs/apt-update.log). Is the network up?"
  fi
  mapfile -t packages < <(offered "$@")
  ((${#packages[@]})) || return 0
  step apt-install "Installing ${packages[*]}" \
    "Is the network up? Then try again, or install these packages by hand." \
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install \
    --yes --no-install-recommends -o DPkg::Lock::Timeout=120 "${packages[@]}"
}

# to_install <package>...: what has those installed that are to be had.
to_install() {
  local packages
  if command -v apt-get >/dev/null; then
    mapfile -t packages < <(offered "$@")
    ((${#packages[@]} == 0)) ||
      say "As root: apt-get install --no-install-recommends ${packages[*]}"
  else
    say "Install $*."
  fi
}

# need_packages <for>...
#
# Installs what is missing if it can, says what is missing still, and stops if
# that must not be.
need_packages() {
  local rows how package without names must=()
  rows=$(packages_missing "$@")
  [[ $rows ]] || return 0
  mapfile -t names < <(awk '{ print $2 }' <<<"$rows")
  if can_install; then
    apt_install "${names[@]}"
    rows=$(packages_missing "$@")
  else
    say "Packages are missing. Installing them takes apt, and root or sudo."
  fi
  while read -r how package without; do
    [[ ! $how ]] || say "No $package: $without."
    [[ $how != must ]] || must+=("$package")
  done <<<"$rows"
  [[ $rows ]] || return 0
  mapfile -t names < <(awk '{ print $2 }' <<<"$rows")
  if ((${#must[@]})); then
    stop "Nothing was built: it takes ${must[*]}." "$(to_install "${names[@]}")" \
      "Then try again."
  fi
  to_install "${names[@]}"
}

# need_python <requirements file of book/>...
#
# Makes build/venv with these packages, unless it was made of the same files.
need_python() {
  local file requirements=() stale=0 advice="Is the network up? Then try again."
  for file; do
    requirements+=(-r "book/$file")
    cmp -s "book/$file" "build/venv/made-of/$file" || stale=1
  done
  ((stale)) || return 0
  rm -rf build/venv.new
  step venv "Making a virtual environment for Python" "$advice" \
    system_python -m venv build/venv.new
  step pip "Installing the book's Python packages" "$advice" \
    build/venv.new/bin/python -m pip install --require-hashes "${requirements[@]}"
  mkdir build/venv.new/made-of
  cp "${@/#/book/}" build/venv.new/made-of
  # Nothing runs the scripts in its bin/, which name the folder it was made in.
  rm -rf build/venv
  mv build/venv.new build/venv
}
