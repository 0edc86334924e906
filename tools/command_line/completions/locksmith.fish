# SPDX-License-Identifier: MIT
function __locksmith_names
    set -l words (commandline -opc)
    $words[1] names $argv[1] 2>/dev/null
end
function __locksmith_first
    test (count (commandline -opc)) -eq 1
end
function __locksmith_in
    set -l words (commandline -opc)
    test (count $words) -gt 1; and contains -- $words[2] $argv
end
complete -c locksmith -f
complete -c locksmith -n __locksmith_first -a '(__locksmith_names commands)'
complete -c locksmith -n '__locksmith_in start check watch hint solution reset trace' -a '(__locksmith_names exercises)'
complete -c locksmith -n '__locksmith_in check watch trace' -l limit -x
complete -c locksmith -n '__locksmith_in watch' -l plain
complete -c locksmith -n '__locksmith_in watch' -l poll
complete -c locksmith -n '__locksmith_in solution' -l spoil
complete -c locksmith -n '__locksmith_in trace' -l json
complete -c locksmith -n '__locksmith_in trace' -l no-browser
complete -c locksmith -n '__locksmith_in copy' -a '(__locksmith_names headers)'
complete -c locksmith -n '__locksmith_in copy' -l to -x -a '(__fish_complete_directories)'
complete -c locksmith -n '__locksmith_in copy' -l force
complete -c locksmith -n '__locksmith_in compile' -F -a '(__locksmith_names options)'
complete -c locksmith -n '__locksmith_in compile' -s c -l compiler -x -a '(__locksmith_names compilers)'
complete -c locksmith -n '__locksmith_in serve' -l port -x
complete -c locksmith -n '__locksmith_in serve' -l build-only
complete -c locksmith -n '__locksmith_in new; and test (count (commandline -opc)) -eq 2' -a 'chapter exercise'
complete -c locksmith -n '__locksmith_in completions' -a 'bash zsh fish'
