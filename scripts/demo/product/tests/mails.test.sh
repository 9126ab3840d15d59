# shellcheck shell=sh
# Each test runs in an empty folder; $root is the product.

: "${root:?}"

corkboard() { "$root/bin/corkboard" "$@"; }
mails() { find outbox -name '*.txt' 2>/dev/null | wc -l | tr -d ' '; }
says() { grep -rq -- "$1" outbox || { echo "no mail says: $1"; return 1; }; }

test_a_comment_is_mailed() {
  corkboard comment marisol easter-orders "Two more trays, please"
  [ "$(mails)" = 1 ]
  says "Two more trays, please"
}

test_a_sign_in_from_a_new_device_is_mailed() {
  corkboard sign-in marisol "a new phone in Ronda"
  says "a new phone in Ronda"
}

test_the_link_in_a_mail_opens_the_board_that_it_is_about() {
  corkboard comment marisol easter-orders "Two more trays, please"
  says "https://corkboard.example/boards/easter-orders$"
}
