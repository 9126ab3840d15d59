# shellcheck shell=sh
# One mail in place of many. Not sent to anybody yet.

# digest ACCOUNT: reads `BOARD<tab>TEXT` lines and mails them in one message, grouped by board.
digest() {
  lines=$(sort -s -t "$(printf '\t')" -k 1,1)
  printf '%s\n' "$lines" | send_mail "$1" "Your boards since yesterday"
}
