# Read by Scripts/langue and Scripts/test: what both need before they can build.
# Data goes to standard output, so everything here speaks on standard error.

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

# An error of usage, configuration or set-up ends with 2.
fail() {
  say "$*"
  exit 2
}

# The repository's folder, also when the script was started through a symbolic link.
repository() {
  local path=$1 target
  while [ -L "$path" ]; do
    target=$(readlink "$path")
    case $target in
      /*) path=$target ;;
      *) path=$(dirname "$path")/$target ;;
    esac
  done
  (cd -P "$(dirname "$path")/.." && pwd)
}

need_swift() {
  command -v swift >/dev/null 2>&1 ||
    fail "the Swift toolchain is not on the PATH; get 6.2 or later from https://swift.org/install"
}

has_icu() {
  if command -v pkg-config >/dev/null 2>&1 && pkg-config --exists icu-i18n 2>/dev/null; then
    return 0
  fi
  local folder
  for folder in /usr/include /usr/local/include /opt/homebrew/opt/icu4c/include \
    /usr/local/opt/icu4c/include; do
    if [ -f "$folder/unicode/ucol.h" ]; then return 0; fi
  done
  return 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@" >&2; else sudo "$@" >&2; fi
}

# Installs ICU's headers where they are missing, with the system's own package manager.
need_icu() {
  if has_icu; then return 0; fi
  local missing="ICU's development files are missing: installing"
  if [ "$(uname)" != Darwin ] && [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null 2>&1; then
    fail "ICU's development files are missing; as root, install libicu-dev (libicu-devel, icu-dev)"
  fi
  if [ "$(uname)" = Darwin ] && command -v brew >/dev/null 2>&1; then
    say "$missing icu4c with brew"
    brew install icu4c >&2
  elif command -v apt-get >/dev/null 2>&1; then
    say "$missing libicu-dev with apt-get"
    # A fresh image has no package lists yet, an old one has stale ones.
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y libicu-dev 2>/dev/null || {
      as_root apt-get update -qq
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y libicu-dev
    }
  elif command -v dnf >/dev/null 2>&1; then
    say "$missing libicu-devel with dnf"
    as_root dnf install -q -y libicu-devel
  elif command -v apk >/dev/null 2>&1; then
    say "$missing icu-dev with apk"
    as_root apk add -q icu-dev
  elif command -v brew >/dev/null 2>&1; then
    say "$missing icu4c with brew"
    brew install icu4c >&2
  else
    fail "ICU's development files are missing and no apt-get, dnf, apk or brew is here; install them"
  fi || fail "ICU's development files could not be installed"
  has_icu || fail "ICU's development files were installed but are not where they are looked for"
}

# build PRODUCT FOLDER FLAG… : builds a product of the package at $root into a folder of its own, unless
# nothing has changed.
build() {
  local product=$1 folder=$root/$2
  shift 2
  local binary=$folder/release/$product stamp=$folder/$product.built
  if [ -x "$binary" ] && [ -f "$stamp" ] &&
    [ -z "$(find "$root/Package.swift" "$root/Sources" -newer "$stamp" -print -quit)" ]; then
    return 0
  fi
  need_swift
  need_icu
  say "building $product"
  mkdir -p "$folder"
  # The time from before the build: what is changed while it runs is built next time.
  touch "$stamp.new"
  # Two threads a module: the modules of the tool mostly wait for each other.
  swift build --package-path "$root" --scratch-path "$folder" -c release --static-swift-stdlib \
    -Xswiftc -num-threads -Xswiftc 2 \
    --product "$product" "$@" >&2 || {
    rm -f "$stamp.new"
    fail "$product could not be built"
  }
  mv "$stamp.new" "$stamp"
}
