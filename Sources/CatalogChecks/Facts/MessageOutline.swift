import LocaleServices
import StringCatalogs

/// The outline of a message whose structure is plain to see: its variables, branches and tags, as
/// numbers that can be compared.
///
///     MessageOutline("{n, plural, one {# file} other {# files}}", .icu)
///     == MessageOutline("{n, plural, one {# Datei} other {# Dateien}}", .icu)
///
/// Nearly all translations have their source's outline, and then nothing of their structure needs
/// to be read. Where anything is out of the ordinary (quoting, offsets, branches that differ in
/// what they show) there is no outline, and the message is read in full.
struct MessageOutline: Hashable {
  /// The variables with their formats and the keys that are chosen by, in any order.
  var signature: UInt64 = 0
  /// The tags in their order.
  var tags: UInt64 = 0
  /// The plural categories that have a branch, a bit for each.
  var categories: PluralBits = []
  /// The exact numbers up to 15 that have a branch, a bit for each.
  var exact: UInt16 = 0
  /// An upper bound of the width of the pattern that stands last.
  var width = 0

  /// Whether a translation with this outline has the structure of its source.
  func isAlike(_ source: MessageOutline) -> Bool {
    signature == source.signature && tags == source.tags
  }

  init(width: Int = 0) { self.width = width }

  /// - Returns: nil where something is out of the ordinary.
  init?(of entry: CatalogEntry, _ scan: TextScan) {
    let traits = scan.traits
    if traits.isDisjoint(with: [.syntax, .html, .control]) {
      let first = entry.text.utf8.first
      guard let first, entry.text.utf8.count <= 65_536 else { return nil }
      // A message of MessageFormat 2 that starts with a full stop is another thing.
      if entry.syntax == .messageFormat2, first == UInt8(ascii: ".") || first <= 0x20 { return nil }
      self.init(width: scan.width)
      return
    }
    self.init(entry.text, entry.syntax)
  }

  /// - Returns: nil where something is out of the ordinary.
  init?(_ text: String, _ syntax: MessageSyntaxKind) {
    guard syntax == .icu else { return nil }
    var text = text
    let outline = text.withUTF8 { bytes -> MessageOutline? in
      guard bytes.count <= 65_536 else { return nil }
      var scanner = ICUOutlineScanner(bytes: bytes)
      return scanner.outline()
    }
    guard let outline else { return nil }
    self = outline
  }
}

/// Plural categories as bits, in CLDR's order.
struct PluralBits: OptionSet, Hashable, Sendable {
  let rawValue: UInt8
  static let other = PluralBits(rawValue: 1 << 5)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ category: PluralCategory) {
    rawValue = 1 << UInt8(PluralCategory.allCases.firstIndex(of: category) ?? 0)
  }

  var categories: [PluralCategory] {
    PluralCategory.allCases.filter { contains(PluralBits($0)) }
  }
}

/// Finds the outline of a message in ICU's syntax in one walk over its bytes.
private struct ICUOutlineScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var result = MessageOutline()
  private var hasPlural = false

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// What a pattern shows.
  private struct Shown: Equatable {
    var signature: UInt64 = 0
    /// Without the number of the plural that the pattern stands in.
    var withoutNumber: UInt64 = 0
    var width = 0
  }

  mutating func outline() -> MessageOutline? {
    guard let shown = pattern(depth: 0, number: nil), position == bytes.count else { return nil }
    result.signature = shown.signature
    result.width = shown.width
    return result
  }

  /// Reads a pattern up to the end of the text or to the `}` that ends it.
  private mutating func pattern(depth: Int, number: UInt64?) -> Shown? {
    guard depth < 4 else { return nil }
    var shown = Shown()
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "{"):
        position += 1
        guard let argument = argument(depth: depth, number: number) else { return nil }
        shown.signature &+= argument.signature
        shown.withoutNumber &+= argument.withoutNumber
        shown.width += argument.width
      case UInt8(ascii: "}"):
        return depth == 0 ? nil : shown
      case UInt8(ascii: "'"):
        let next = position + 1 < bytes.count ? bytes[position + 1] : 0
        if "{}#|'<".utf8.contains(next) { return nil }
        shown.width += 1
        position += 1
      case UInt8(ascii: "#") where number != nil:
        shown.signature &+= Self.mixed(number ?? 0, 3)
        shown.width += 1
        position += 1
      case UInt8(ascii: "<"):
        guard let width = tag() else { return nil }
        shown.width += width
      default:
        shown.width += byte < 0x80 ? 1 : byte < 0xC0 ? 0 : byte < 0xE1 ? 1 : 2
        position += 1
      }
    }
    return depth == 0 ? shown : nil
  }

  /// Reads `<name …>` as a whole and returns its width; a `<` that starts no tag is text.
  private mutating func tag() -> Int? {
    let start = position
    position += 1
    guard position < bytes.count,
      bytes[position] == UInt8(ascii: "/") || isLetter(bytes[position])
    else { return 1 }
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      if bytes[position] == UInt8(ascii: "{") || bytes[position] == UInt8(ascii: "}") {
        return nil
      }
      position += 1
    }
    guard position < bytes.count else { return nil }
    position += 1
    result.tags = Self.mixed(result.tags, hash(start..<position))
    return position - start
  }

  /// Reads an argument behind its `{`, with its `}`.
  private mutating func argument(depth: Int, number: UInt64?) -> Shown? {
    let start = position
    skipSpaces()
    guard let name = word() else { return nil }
    skipSpaces()
    guard position < bytes.count else { return nil }
    if bytes[position] == UInt8(ascii: "}") {
      position += 1
      return simple(Self.mixed(name, 1), name, number, width: position - start)
    }
    guard bytes[position] == UInt8(ascii: ",") else { return nil }
    position += 1
    skipSpaces()
    let typeStart = position
    guard word() != nil else { return nil }
    let type = typeStart..<position
    skipSpaces()
    guard position < bytes.count else { return nil }
    if isWord(type, "plural") || isWord(type, "select") {
      guard bytes[position] == UInt8(ascii: ",") else { return nil }
      position += 1
      return isWord(type, "plural")
        ? plural(name, depth: depth, outer: number) : select(name, depth: depth, number: number)
    }
    if isWord(type, "selectordinal") || isWord(type, "choice") { return nil }
    while position < bytes.count, bytes[position] != UInt8(ascii: "}") {
      if bytes[position] == UInt8(ascii: "{") || bytes[position] == UInt8(ascii: "'") { return nil }
      position += 1
    }
    guard position < bytes.count else { return nil }
    let style = hash(typeStart..<position)
    position += 1
    return simple(Self.mixed(name, style), name, number, width: position - start)
  }

  private func simple(_ signature: UInt64, _ name: UInt64, _ number: UInt64?, width: Int) -> Shown {
    Shown(
      signature: signature, withoutNumber: name == number ? 0 : signature, width: width)
  }

  private mutating func plural(_ name: UInt64, depth: Int, outer: UInt64?) -> Shown? {
    var categories: PluralBits = []
    var exact: UInt16 = 0
    var rest: Shown?
    var exactShown: [UInt64] = []
    var categoryShown: [Shown] = []
    var texts: Set<UInt64> = []
    var width = 0
    while true {
      skipSpaces()
      guard position < bytes.count else { return nil }
      if bytes[position] == UInt8(ascii: "}") { break }
      var bit: PluralBits = []
      if bytes[position] == UInt8(ascii: "=") {
        guard let number = exactNumber(), exact & (1 << number) == 0 else { return nil }
        exact |= 1 << number
      } else {
        let start = position
        guard word() != nil else { return nil }
        bit = Self.category(bytes, start..<position)
        guard !bit.isEmpty, categories.isDisjoint(with: bit) else { return nil }
        categories.insert(bit)
      }
      skipSpaces()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "{") else { return nil }
      position += 1
      let start = position
      guard let shown = pattern(depth: depth + 1, number: name) else { return nil }
      texts.insert(hash(start..<position))
      position += 1
      width = shown.width
      if bit.isEmpty {
        exactShown.append(shown.withoutNumber)
      } else {
        categoryShown.append(shown)
        if bit == .other { rest = shown }
      }
    }
    position += 1
    guard let rest, categoryShown.allSatisfy({ $0.signature == rest.signature }),
      exactShown.allSatisfy({ $0 == rest.withoutNumber }),
      // Variants that say the same are looked at.
      categoryShown.count < 3 || texts.count > 1
    else { return nil }
    if hasPlural, categories != result.categories || exact != result.exact { return nil }
    hasPlural = true
    result.categories = categories
    result.exact = exact
    let signature = Self.mixed(Self.mixed(name, 5), rest.signature)
    return Shown(
      signature: signature, withoutNumber: name == outer ? 0 : signature, width: width)
  }

  private mutating func select(_ name: UInt64, depth: Int, number: UInt64?) -> Shown? {
    var signature = Self.mixed(name, 7)
    var keys: [UInt64] = []
    var hasOther = false
    var width = 0
    while true {
      skipSpaces()
      guard position < bytes.count else { return nil }
      if bytes[position] == UInt8(ascii: "}") { break }
      let start = position
      guard let key = word(), !keys.contains(key) else { return nil }
      keys.append(key)
      if isWord(start..<position, "other") { hasOther = true }
      skipSpaces()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "{") else { return nil }
      position += 1
      // The number of a plural around is out of reach of `#` here.
      guard number == nil, let shown = pattern(depth: depth + 1, number: nil) else { return nil }
      position += 1
      signature &+= Self.mixed(key, shown.signature)
      width = shown.width
    }
    position += 1
    guard hasOther else { return nil }
    return Shown(signature: signature, withoutNumber: signature, width: width)
  }

  private mutating func exactNumber() -> Int? {
    position += 1
    var number = 0
    let start = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]), position < start + 2 {
      number = number * 10 + Int(bytes[position] - 0x30)
      position += 1
    }
    return position > start && number < 16 ? number : nil
  }

  // MARK: Words and hashes

  private mutating func word() -> UInt64? {
    let start = position
    while position < bytes.count,
      isLetter(bytes[position]) || bytes[position] == UInt8(ascii: "_")
        || (0x30...0x39).contains(bytes[position])
    {
      position += 1
    }
    return position > start ? hash(start..<position) : nil
  }

  private mutating func skipSpaces() {
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x0A {
      position += 1
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private func isWord(_ span: Range<Int>, _ word: StaticString) -> Bool {
    span.count == word.utf8CodeUnitCount
      && word.withUTF8Buffer { UnsafeBufferPointer(rebasing: bytes[span]).elementsEqual($0) }
  }

  /// FNV-1a.
  private func hash(_ span: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in span { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var value = (left ^ (right &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
    value ^= value >> 29
    return value &* 0x94D0_49BB_1331_11EB
  }

  private static func category(
    _ bytes: UnsafeBufferPointer<UInt8>, _ span: Range<Int>
  ) -> PluralBits {
    let names: [StaticString] = ["zero", "one", "two", "few", "many", "other"]
    for (index, name) in names.enumerated() where name.utf8CodeUnitCount == span.count {
      let isName = name.withUTF8Buffer {
        UnsafeBufferPointer(rebasing: bytes[span]).elementsEqual($0)
      }
      if isName { return PluralBits(rawValue: 1 << UInt8(index)) }
    }
    return []
  }
}
