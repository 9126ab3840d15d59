
# `git handoff <TAB>`, and ids with the words of their titles.
complete -c git -n '__fish_seen_subcommand_from handoff' -f -a '(
  set -l words (commandline -opc) (commandline -ct)
  complete -C (string join " " "git-handoff" $words[(math (contains -i handoff $words) + 1)..-1])
)'
complete -c git -n '__fish_seen_subcommand_from handoff; and commandline -ct | string match -qr "^(st|in|ep|de|so)-?"' \
  -f -a '(git handoff complete 2>/dev/null | string replace " " \t)'
