# shellcheck shell=sh
# Decides who hears of what.

# notify_comment ACCOUNT BOARD TEXT: tells a member of a board that somebody commented.
notify_comment() {
  {
    printf '%s\n\n' "$3"
    board_link "$2"
  } | send_mail "$1" "New comment on $2"
}

# notify_sign_in ACCOUNT DEVICE: tells the owner of an account that somebody signed in from a new device.
notify_sign_in() {
  printf 'Your account was opened from %s. If this was not you, change your password.\n' "$2" |
    send_mail "$1" "New sign-in to your account"
}
