# SPDX-License-Identifier: MIT
_locksmith() {
  local tool=${words[1]} names=()
  if ((CURRENT == 2)); then
    names=(${(f)"$($tool names commands 2>/dev/null)"} --help)
  elif [[ ${words[CURRENT - 1]} == --to ]]; then
    _files -/
    return
  else
    case ${words[2]} in
      start | check | watch | hint | solution | reset | trace)
        names=(${(f)"$($tool names exercises 2>/dev/null)"})
        ;;
      copy) names=(${(f)"$($tool names headers 2>/dev/null)"} --to --force) ;;
      compile)
        if [[ ${words[CURRENT - 1]} == (-c|--compiler) ]]; then
          names=(${(f)"$($tool names compilers 2>/dev/null)"})
        else
          names=(${(f)"$($tool names options 2>/dev/null)"})
          _files
        fi
        ;;
      serve) names=(--port --build-only) ;;
      new) ((CURRENT > 3)) || names=(chapter exercise) ;;
      completions) names=(bash zsh fish) ;;
    esac
    case ${words[2]} in
      check) names+=(--limit) ;;
      watch) names+=(--limit --plain --poll) ;;
      solution) names+=(--spoil) ;;
      trace) names+=(--limit --json --no-browser) ;;
    esac
  fi
  # Whoever leaves out the chapter finds the exercise, too.
  compadd -M 'l:|=* r:|=*' -- $names
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
compdef _locksmith locksmith
