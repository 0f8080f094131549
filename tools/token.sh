# Makes a token in software with an AES key, and names its configuration; to be read by a script.
# Where the token cannot be made, nothing is named and the test that needs it says so.

make_token() {
  library=
  for place in /usr/lib/softhsm /usr/lib/*/softhsm /usr/local/lib/softhsm /opt/homebrew/lib/softhsm; do
    [ ! -f "$place/libsofthsm2.so" ] || library=$place/libsofthsm2.so
  done
  [ -n "$library" ] || return 1
  token=$PWD/target/token
  rm -rf "$token"
  mkdir -p "$token/tokens"
  printf 'directories.tokendir = %s/tokens\nlog.level = ERROR\n' "$token" >"$token/softhsm2.conf"
  SOFTHSM2_CONF=$token/softhsm2.conf
  export SOFTHSM2_CONF
  softhsm2-util --init-token --free --label test --pin 1234 --so-pin 5678 >/dev/null || return 1
  cat >"$token/token.cfg" <<TEXT
name = smartcorrection
library = $library
slotListIndex = 0
attributes(*, CKO_SECRET_KEY, *) = {
  CKA_SENSITIVE = true
  CKA_EXTRACTABLE = false
  CKA_ENCRYPT = true
  CKA_DECRYPT = true
}
TEXT
  "$(dirname "$JAVA")/keytool" -genseckey -alias smart-correction -keyalg AES -keysize 256 \
    -keystore NONE -storetype PKCS11 -storepass 1234 \
    -providerClass sun.security.pkcs11.SunPKCS11 -providerArg "$token/token.cfg" >/dev/null || return 1
  SMARTCORRECTION_TEST_PKCS11=$token/token.cfg
  export SMARTCORRECTION_TEST_PKCS11
}

make_token || echo "No token in software could be made: the test that opens one is skipped." >&2
