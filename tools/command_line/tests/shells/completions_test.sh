# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# completions_test.sh SHELL TOOL: has this shell complete lines that begin with
# TOOL, a program that this test makes `locksmith`, by what TOOL completions says.
set -euo pipefail
shell=$1
tool=$2
command -v "$shell" >/dev/null || {
  echo "Left out: $shell is not installed"
  exit 77
}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
ln -s "$tool" "$place/locksmith"
export PATH=$place:$PATH HOME=$place
"$tool" completions "$shell" >"$place/script"

# completed WORD...: what the last word may become, sorted.
case $shell in
  bash)
    completed() {
      bash -c 'source "$0"; COMP_WORDS=(locksmith "$@"); COMP_CWORD=$#
        $(complete -p locksmith | sed "s/.*-F \([^ ]*\).*/\1/")
        printf "%s\n" "${COMPREPLY[@]}"' "$place/script" "$@"
    }
    ;;
  zsh)
    # In a terminal of its own, by the keys that a reader presses. What is typed
    # is never executed: Tab completes, writes down that it has, and clears it.
    cat >"$place/.zshrc" <<'END'
autoload -Uz compinit
compinit -u -D
source $HOME/script
compadd() {
  builtin compadd -O found "$@"
  print -rl -- $found >>$HOME/found
}
complete_and_tell() {
  zle complete-word
  BUFFER=
  print over >$HOME/over
}
zle -N complete_and_tell
bindkey '^I' complete_and_tell
END
    completed() {
      touch "$place/found"
      zsh -f -c '
        zmodload zsh/zpty
        zpty shell "ZDOTDIR=$HOME TERM=dumb zsh -d -i"
        zpty -n -w shell "locksmith $*"$'"'\t'"'
        for ((k = 0; k < 6000 && ! ${#${(f)"$(<$HOME/over)"}}; ++k)); do
          zpty -r -t shell some
          sleep 0.01
        done 2>/dev/null
      ' zsh "$@"
      sort -u "$place/found"
      rm -f "$place/found" "$place/over"
    }
    ;;
  fish)
    completed() {
      fish --no-config -c "source $place/script; complete -C 'locksmith $*'" | cut -f 1
    }
    ;;
esac

# offers WORDS NAME...: a line of these words may go on with each of the names.
offers() {
  local words name all
  read -r -a words <<<"$1"
  [[ $1 != *' ' ]] || words+=('')
  shift
  all=$(completed "${words[@]}")
  for name; do
    grep -qxF -- "$name" <<<"$all" || {
      printf '%s: after "%s" there is no %s, but:\n%s\n' "$shell" "${words[*]}" "$name" "$all"
      exit 1
    }
  done
}

offers 'w' watch
offers 'check ' semaphore/wake_enough semaphore/parker
offers 'copy sem' semaphore
offers 'compile try.cpp -c a' arm64-gcc
offers 'new ' chapter exercise
offers 'completions ' bash zsh fish
case $shell in
  bash) offers 'check wak' wake_enough ;;
  *) offers 'check wak' semaphore/wake_enough ;;
esac
