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

# The libraries of the system: their names here, pkg-config's module, a header, and the packages of apt,
# dnf, apk and brew that bring the header.
libraries='
icu    icu-i18n  unicode/ucol.h  libicu-dev     libicu-devel   icu-dev    icu4c
expat  expat     expat.h         libexpat1-dev  expat-devel    expat-dev  expat
yaml   yaml-0.1  yaml.h          libyaml-dev    libyaml-devel  yaml-dev   libyaml
'

# library NAME COLUMN : one word of a library's line.
library() { printf '%s' "$libraries" | awk -v name="$1" -v column="$2" '$1 == name { print $column }'; }

has_library() {
  # Apple's SDK brings Expat.
  if [ "$1" = expat ] && [ "$(uname)" = Darwin ]; then return 0; fi
  local module header folder
  module=$(library "$1" 2)
  header=$(library "$1" 3)
  if command -v pkg-config >/dev/null 2>&1 && pkg-config --exists "$module" 2>/dev/null; then
    return 0
  fi
  for folder in /usr/include /usr/local/include /opt/homebrew/include \
    "/opt/homebrew/opt/$(library "$1" 7)/include" "/usr/local/opt/$(library "$1" 7)/include"; do
    if [ -f "$folder/$header" ]; then return 0; fi
  done
  return 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@" >&2; else sudo "$@" >&2; fi
}

# need_libraries NAME… : installs the development files of libraries where they are missing, with the
# system's own package manager.
need_libraries() {
  local name column manager missing=() packages=()
  for name in "$@"; do
    has_library "$name" || missing+=("$name")
  done
  if [ "${#missing[@]}" = 0 ]; then return 0; fi
  if [ "$(uname)" = Darwin ] && command -v brew >/dev/null 2>&1; then
    manager=brew
  elif command -v apt-get >/dev/null 2>&1; then
    manager=apt-get
  elif command -v dnf >/dev/null 2>&1; then
    manager=dnf
  elif command -v apk >/dev/null 2>&1; then
    manager=apk
  elif command -v brew >/dev/null 2>&1; then
    manager=brew
  else
    fail "development files of ${missing[*]} are missing and no apt-get, dnf, apk or brew is here;" \
      "install them"
  fi
  case $manager in
    apt-get) column=4 ;;
    dnf) column=5 ;;
    apk) column=6 ;;
    brew) column=7 ;;
  esac
  for name in "${missing[@]}"; do packages+=("$(library "$name" "$column")"); done
  if [ "$manager" != brew ] && [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null 2>&1; then
    fail "development files are missing; as root, install ${packages[*]}"
  fi
  say "development files are missing: installing ${packages[*]} with $manager"
  case $manager in
    apt-get)
      # A fresh image has no package lists yet, an old one has stale ones.
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y "${packages[@]}" 2>/dev/null || {
        as_root apt-get update -qq
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y "${packages[@]}"
      }
      ;;
    dnf) as_root dnf install -q -y "${packages[@]}" ;;
    apk) as_root apk add -q "${packages[@]}" ;;
    brew) brew install "${packages[@]}" >&2 ;;
  esac || fail "${packages[*]} could not be installed"
  for name in "${missing[@]}"; do
    has_library "$name" ||
      fail "the development files of $name were installed but are not where they are looked for"
  done
}

# What the tool and a site's server need; the exchange formats need more.
need_icu() { need_libraries icu; }

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
  if [ "$product" = langue-exchange ]; then
    need_libraries icu expat yaml
  else
    need_icu
  fi
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

# need_readers : other people's readers of catalogues, from PyPI, in the folder `$readers`.
need_readers() {
  readers=${TMPDIR:-/tmp}/langue-readers-$(id -u)
  if ! "$readers/bin/python" -c 'import polib, translate, moz.l10n, fluent.syntax, fluent.runtime, yaml' 2>/dev/null; then
    say "installing readers from PyPI into $readers"
    { python3 -m venv --clear "$readers" &&
      "$readers/bin/pip" install -q polib==1.2.0 'translate-toolkit[yaml]==3.20.4' moz.l10n==0.15.0 \
        fluent.syntax==0.19.0 fluent.runtime==0.4.0 PyYAML; } >&2 ||
      fail "the readers could not be installed"
  fi
}
