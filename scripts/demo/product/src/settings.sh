# shellcheck shell=sh
# What an account has chosen: one `key=value` a line in accounts/NAME.

ACCOUNTS=${ACCOUNTS:-accounts}

# setting ACCOUNT KEY DEFAULT: prints the value, or the default when the account has not chosen.
setting() {
  value=$(sed -n "s/^$2=//p" "$ACCOUNTS/$1" 2>/dev/null | tail -n 1)
  printf '%s\n' "${value:-$3}"
}

# settings_page ACCOUNT: what the account owner sees under Settings.
settings_page() {
  printf 'Name: %s\n' "$(setting "$1" name "$1")"
  printf 'Language: %s\n' "$(setting "$1" language en)"
}
