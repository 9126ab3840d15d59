# shellcheck shell=sh
# What the demo is played with: a scratch folder, three people, and commands that are shown before they run.

# set_stage PROGRAM: a folder of its own, git without the reader's settings, the program first on PATH.
set_stage() {
  stage=$(mktemp -d "${TMPDIR:-/tmp}/git-handoff-demo.XXXXXX")
  mkdir -p "$stage/home" "$stage/bin"
  ln -s "$1" "$stage/bin/git-handoff"
  for name in $(git rev-parse --local-env-vars) MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES; do unset "$name"; done
  export PATH="$stage/bin:$PATH" HOME="$stage/home" XDG_CONFIG_HOME="$stage/home/.config"
  export GIT_CONFIG_GLOBAL="$stage/home/.gitconfig" GIT_CONFIG_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0
  export GIT_PAGER=cat PAGER=cat GIT_EDITOR=true
  git config --global init.defaultBranch main
  git config --global advice.detachedHead false
}

# acting_as NAME ADDRESS: whoever does what follows.
acting_as() {
  export GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$2" GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$2"
}

# say TEXT...: one paragraph of the story, a line an argument.
say() {
  printf '\n'
  printf '%s\n' "$@"
  printf '\n'
}

# shown ARGUMENT...: the command as one would type it, broken before an option where it gets long.
shown() {
  width=0
  printf '$'
  for word; do
    case $word in
      *[!A-Za-z0-9_./:=,@%+#-]* | '') word="'$(printf '%s' "$word" | sed "s/'/'\\\\''/g")'" ;;
      -*) [ "$width" -lt 60 ] || { printf ' \\\n   ' && width=0; } ;;
    esac
    printf ' %s' "$word"
    width=$((width + ${#word} + 1))
  done
  printf '\n'
}

# play COMMAND...: shows and runs a command, keeps its output in $output and its exit status in $status.
play() {
  shown "$@"
  status=0
  "$@" >"$stage/output" 2>&1 || status=$?
  sed 's/^/  /' "$stage/output"
  output=$(cat "$stage/output")
}

# run COMMAND...: a command that has to succeed.
run() {
  play "$@"
  [ "$status" -eq 0 ] || fail "this should have worked, and ended with status $status"
}

# refused COMMAND...: a command that has to be refused, not to crash.
refused() {
  play "$@"
  [ "$status" -eq 1 ] || fail "this should have been refused with status 1, and ended with status $status"
}

# expect TEXT: the last output has to hold it.
expect() {
  case $output in
    *"$1"*) ;;
    *) fail "the output above should hold: $1" ;;
  esac
}

fail() {
  printf '\ndemo: %s\ndemo: everything is left as it is in %s\n' "$1" "$stage" >&2
  exit 1
}
