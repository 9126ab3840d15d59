# shellcheck shell=sh
# The links in mails.

# board_link BOARD: the address that opens this board, in the app and in a browser.
board_link() {
  printf 'https://corkboard.example/boards/%s\n' "$1"
}
