# shellcheck shell=sh

: "${root:?}"

test_a_digest_is_one_mail_grouped_by_board() {
  printf 'shop\tKeys are back\neaster\tTwo trays\nshop\tCold room is warm\n' | "$root/bin/corkboard" digest astrid
  [ "$(find outbox -name '*.txt' | wc -l | tr -d ' ')" = 1 ]
  [ "$(sed -n '4,$p' outbox/1.txt | cut -f 1 | uniq | wc -l | tr -d ' ')" = 2 ]
}
