/// Finds the outline of a message in ICU's syntax in one walk over its bytes.
struct ICUOutlineScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var result = MessageOutline()
  private var hasPlural = false

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  static func outline(of bytes: UnsafeBufferPointer<UInt8>) -> MessageOutline? {
    var scanner = ICUOutlineScanner(bytes: bytes)
    return scanner.outline()
  }

  private mutating func outline() -> MessageOutline? {
    guard let shown = pattern(depth: 0, number: nil), position == bytes.count else { return nil }
    result.signature = shown.signature
    result.width = shown.width
    return result
  }

  /// Reads a pattern up to the end of the text or to the `}` that ends it.
  private mutating func pattern(depth: Int, number: UInt64?) -> ShownOutline? {
    guard depth < 4 else { return nil }
    var shown = ShownOutline()
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
        switch next {
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "|"),
          UInt8(ascii: "'"), UInt8(ascii: "<"):
          return nil
        default:
          shown.width += 1
          position += 1
        }
      case UInt8(ascii: "#") where number != nil:
        result.isVisible = true
        shown.signature &+= OutlineHash.mixed(number ?? 0, 3)
        shown.width += 1
        position += 1
      case UInt8(ascii: "<"):
        guard let width = tag() else { return nil }
        shown.width += width
      default:
        if byte.isVisible { result.isVisible = true }
        shown.width += bytes.skipText(&position, &result.hasLetter) { byte in
          switch byte {
          case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "'"), UInt8(ascii: "#"),
            UInt8(ascii: "<"):
            true
          default: false
          }
        }
      }
    }
    return depth == 0 ? shown : nil
  }

  /// Reads `<name …>` as a whole and returns its width; a `<` that starts no tag is text.
  private mutating func tag() -> Int? {
    let start = position
    position += 1
    guard position < bytes.count,
      bytes[position] == UInt8(ascii: "/") || OutlineHash.isLetter(bytes[position])
    else { return 1 }
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      if bytes[position] == UInt8(ascii: "{") || bytes[position] == UInt8(ascii: "}") {
        return nil
      }
      position += 1
    }
    guard position < bytes.count else { return nil }
    position += 1
    result.tags = OutlineHash.mixed(result.tags, hash(start..<position))
    return position - start
  }

  /// Reads an argument behind its `{`, with its `}`.
  private mutating func argument(depth: Int, number: UInt64?) -> ShownOutline? {
    skipSpaces()
    guard let name = word() else { return nil }
    skipSpaces()
    guard position < bytes.count else { return nil }
    if bytes[position] == UInt8(ascii: "}") {
      position += 1
      return simple(OutlineHash.mixed(name, 1), name, number)
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
    return simple(OutlineHash.mixed(name, style), name, number)
  }

  /// A placeholder counts as one character: the room for it is not known.
  private mutating func simple(
    _ signature: UInt64, _ name: UInt64, _ number: UInt64?
  ) -> ShownOutline {
    result.isVisible = true
    return ShownOutline(
      signature: signature, withoutNumber: name == number ? 0 : signature, width: 1)
  }

  private mutating func plural(_ name: UInt64, depth: Int, outer: UInt64?) -> ShownOutline? {
    var variants = PluralVariants()
    var texts: [Range<Int>] = []
    var width = 0
    while true {
      skipSpaces()
      guard position < bytes.count else { return nil }
      if bytes[position] == UInt8(ascii: "}") { break }
      var bit: PluralBits = []
      var number: Int?
      if bytes[position] == UInt8(ascii: "=") {
        number = exactNumber()
        guard number != nil else { return nil }
      } else {
        let start = position
        guard word() != nil else { return nil }
        bit = PluralBits(named: UnsafeBufferPointer(rebasing: bytes[start..<position]))
      }
      skipSpaces()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "{") else { return nil }
      position += 1
      let start = position
      guard let shown = pattern(depth: depth + 1, number: name) else { return nil }
      let text = start..<position
      noteTwins(of: text, among: &texts)
      position += 1
      width = max(width, shown.width)
      let isAlike =
        number.map { variants.add(exact: $0, shown) }
        ?? variants.add(bit, shown, text: text, of: bytes)
      guard isAlike else { return nil }
    }
    position += 1
    guard let rest = variants.shown else { return nil }
    if hasPlural, variants.categories != result.categories || variants.exact != result.exact {
      return nil
    }
    hasPlural = true
    result.categories = variants.categories
    result.exact = variants.exact
    let signature = OutlineHash.mixed(OutlineHash.mixed(name, 5), rest.signature)
    return ShownOutline(
      signature: signature, withoutNumber: name == outer ? 0 : signature, width: width)
  }

  private mutating func select(_ name: UInt64, depth: Int, number: UInt64?) -> ShownOutline? {
    var signature = OutlineHash.mixed(name, 7)
    var keys: [UInt64] = []
    var texts: [Range<Int>] = []
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
      let textStart = position
      // The number of a plural around is out of reach of `#` here.
      guard number == nil, let shown = pattern(depth: depth + 1, number: nil) else { return nil }
      noteTwins(of: textStart..<position, among: &texts)
      position += 1
      signature &+= OutlineHash.mixed(key, shown.signature)
      width = max(width, shown.width)
    }
    position += 1
    guard hasOther else { return nil }
    return ShownOutline(signature: signature, withoutNumber: signature, width: width)
  }

  private mutating func noteTwins(of text: Range<Int>, among texts: inout [Range<Int>]) {
    let bytes = bytes
    let branch = UnsafeBufferPointer(rebasing: bytes[text])
    if texts.contains(where: { UnsafeBufferPointer(rebasing: bytes[$0]).isSame(as: branch) }) {
      result.hasTwins = true
    }
    texts.append(text)
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
      OutlineHash.isLetter(bytes[position]) || bytes[position] == UInt8(ascii: "_")
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

  private func isWord(_ span: Range<Int>, _ word: StaticString) -> Bool {
    UnsafeBufferPointer(rebasing: bytes[span]).isSame(as: word)
  }

  private func hash(_ span: Range<Int>) -> UInt64 {
    OutlineHash.of(UnsafeBufferPointer(rebasing: bytes[span]))
  }
}
