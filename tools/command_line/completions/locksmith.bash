# SPDX-License-Identifier: MIT
# shellcheck shell=bash
_locksmith() {
  local tool=${COMP_WORDS[0]} word=${COMP_WORDS[COMP_CWORD]} words=
  if ((COMP_CWORD == 1)); then
    words="$("$tool" names commands 2>/dev/null) --help"
  elif [[ ${COMP_WORDS[COMP_CWORD - 1]} == --to ]]; then
    mapfile -t COMPREPLY < <(compgen -d -- "$word")
    return
  else
    case ${COMP_WORDS[1]} in
      start | hint | reset) words=$("$tool" names exercises 2>/dev/null) ;;
      check) words="$("$tool" names exercises 2>/dev/null) --limit" ;;
      watch) words="$("$tool" names exercises 2>/dev/null) --limit --plain --poll" ;;
      solution) words="$("$tool" names exercises 2>/dev/null) --spoil" ;;
      trace) words="$("$tool" names exercises 2>/dev/null) --json --no-browser" ;;
      copy) words="$("$tool" names headers 2>/dev/null) --to --force" ;;
      compile)
        mapfile -t COMPREPLY < <(compgen -f -W "--compiler --run --asm --link --open --list" -- "$word")
        return
        ;;
      serve) words="--port --build-only" ;;
      new) words="chapter exercise" ;;
      completions) words="bash zsh fish" ;;
    esac
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -F _locksmith tools/locksmith ./tools/locksmith locksmith
