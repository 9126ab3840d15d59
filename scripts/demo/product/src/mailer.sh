# shellcheck shell=sh
# Sends mail. Here that means: writes one file a mail to outbox/.

OUTBOX=${OUTBOX:-outbox}

# send_mail ACCOUNT SUBJECT: sends standard input.
send_mail() {
  mkdir -p "$OUTBOX"
  number=1
  while [ -e "$OUTBOX/$number.txt" ]; do number=$((number + 1)); done
  {
    printf 'To: %s\nSubject: %s\n\n' "$(setting "$1" mail "$1@example.com")" "$2"
    cat
  } >"$OUTBOX/$number.txt"
}
