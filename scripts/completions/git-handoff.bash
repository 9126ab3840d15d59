
# `git handoff <TAB>`: git's own completion calls _git_<command> for a command that it does not know.
# Behind it the words are completed as those of git-handoff, and ids with what the plan has.
_git_handoff() {
  local index=1
  while [[ $index -lt $COMP_CWORD && ${COMP_WORDS[index]} != handoff ]]; do index=$((index + 1)); done
  local typed=${COMP_WORDS[COMP_CWORD]}
  if [[ $typed =~ ^(st|in|ep|de|so)- ]]; then
    COMPREPLY=($(git handoff complete "$typed" 2>/dev/null | cut -d ' ' -f 1))
    return
  fi
  local words=(git-handoff "${COMP_WORDS[@]:index + 1}")
  local COMP_WORDS=("${words[@]}") COMP_CWORD=$((COMP_CWORD - index))
  local COMP_LINE="${COMP_WORDS[*]}"
  local COMP_POINT=${#COMP_LINE}
  _git-handoff git-handoff "$typed" "${COMP_WORDS[COMP_CWORD - 1]}"
  _git_handoff_ids "$typed"
}

# The same without git before it.
_git_handoff_alone() {
  local typed=${COMP_WORDS[COMP_CWORD]}
  if [[ $typed =~ ^(st|in|ep|de|so)- ]]; then
    COMPREPLY=($(git-handoff complete "$typed" 2>/dev/null | cut -d ' ' -f 1))
    return
  fi
  _git-handoff "$@"
  _git_handoff_ids "$typed"
}
complete -o filenames -F _git_handoff_alone git-handoff

# Ids with their titles, where a command takes one and nothing else offers itself.
_git_handoff_ids() {
  [[ $COMP_CWORD -ge 2 && $1 != -* ]] || return 0
  local kind=$1 before=${COMP_WORDS[COMP_CWORD - 1]}
  case $before in
    --intent) kind=${1:-in-} ;;
    --story) kind=${1:-st-} ;;
    *)
      case ${COMP_WORDS[1]} in
        set)
          if [[ $COMP_CWORD -eq 3 ]]; then
            local fields="title status"
            case ${COMP_WORDS[2]} in
              st-*) fields+=" intent epic owner depends-on effort" ;;
              in-*) fields+=" priority effort" ;;
              ep-*) fields="title intent" ;;
              de-*) fields+=" date supersedes superseded-by" ;;
            esac
            COMPREPLY=($(compgen -W "$fields" -- "$1"))
            return
          fi
          [[ $COMP_CWORD -eq 2 ]] || return 0
          ;;
        accept | reject | start | waive) kind=${1:-st-} ;;
        answer | ask | bundle | comment | drift | edit | fmt | ground | impact | link | log | renumber | show | trace | \
          unlink | verify) ;;
        *) return 0 ;;
      esac
      ;;
  esac
  local line
  while IFS= read -r line; do
    # One candidate alone is inserted, so it is the id; of several the titles are shown.
    COMPREPLY+=("${line%% *}")
  done < <(git handoff complete "$kind" 2>/dev/null)
}
