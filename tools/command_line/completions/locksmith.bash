# SPDX-License-Identifier: MIT
# shellcheck shell=bash
_locksmith() {
  local tool=${COMP_WORDS[0]} word=${COMP_WORDS[COMP_CWORD]} words='' each
  local before=${COMP_WORDS[COMP_CWORD - 1]}
  if ((COMP_CWORD == 1)); then
    words="$("$tool" names commands 2>/dev/null) --help"
  elif [[ $before == --to ]]; then
    mapfile -t COMPREPLY < <(compgen -d -- "$word")
    return
  else
    case ${COMP_WORDS[1]} in
      start | check | watch | hint | solution | reset | trace)
        # Whoever leaves out the chapter finds the exercise, too.
        for each in $("$tool" names exercises 2>/dev/null); do
          words+=" $each"
          [[ ! $word || $word == */* ]] || words+=" ${each##*/}"
        done
        ;;
    esac
    case ${COMP_WORDS[1]} in
      check) words+=" --limit" ;;
      watch) words+=" --limit --plain --poll" ;;
      solution) words+=" --spoil" ;;
      trace) words+=" --limit --json --no-browser" ;;
      copy) words="$("$tool" names headers 2>/dev/null) --to --force" ;;
      compile)
        if [[ $before == -c || $before == --compiler ]]; then
          words=$("$tool" names compilers 2>/dev/null)
        else
          mapfile -t COMPREPLY < <(compgen -f -W "$("$tool" names options 2>/dev/null)" -- "$word")
          return
        fi
        ;;
      serve) words="--port --build-only" ;;
      new) ((COMP_CWORD > 2)) || words="chapter exercise" ;;
      completions) words="bash zsh fish" ;;
    esac
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -F _locksmith locksmith
