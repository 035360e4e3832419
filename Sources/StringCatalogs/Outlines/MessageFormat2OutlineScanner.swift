/// Finds the outline of a message in MessageFormat 2 in one walk over its bytes: of text with
/// placeholders, or of variants that are chosen by words and at most one number.
///
/// Placeholders and declarations are compared as they are written: one that is written as in the
/// source, which was read in full, is as good as that.
struct MessageFormat2OutlineScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var result = MessageOutline()

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// - Returns: nil where something is out of the ordinary.
  static func outline(of bytes: UnsafeBufferPointer<UInt8>) -> MessageOutline? {
    var scanner = MessageFormat2OutlineScanner(bytes: bytes)
    guard let first = bytes.first else { return nil }
    let shown =
      first == UInt8(ascii: ".") ? scanner.matcher() : scanner.pattern(number: nil, isQuoted: false)
    guard let shown, scanner.position == bytes.count else { return nil }
    scanner.result.signature = shown.signature
    scanner.result.width = shown.width
    return scanner.result
  }

  // MARK: Patterns

  /// Reads a pattern up to the end of the text or to the `}}` that ends it.
  private mutating func pattern(number: UInt64?, isQuoted: Bool) -> ShownOutline? {
    var shown = ShownOutline()
    var tags: UInt64 = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "{"):
        guard let placeholder = placeholder(number: number, &tags) else { return nil }
        shown.signature &+= placeholder.signature
        shown.withoutNumber &+= placeholder.withoutNumber
        shown.width += placeholder.width
      case UInt8(ascii: "}"):
        guard isQuoted, byte(1) == UInt8(ascii: "}") else { return nil }
        return shown.adding(tags: tags)
      case UInt8(ascii: "\\"), 0: return nil
      case UInt8(ascii: "<"):
        guard let width = tag(&tags) else { return nil }
        shown.width += width
      case 0x0A, 0x09, 0x0D:
        result.hasLines = true
        shown.width += 1
        position += 1
      case let byte:
        if byte.isVisible { result.isVisible = true }
        shown.width += bytes.skipText(&position, &result.hasLetter) { byte in
          switch byte {
          case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"), UInt8(ascii: "<"), 0,
            0x0A, 0x09, 0x0D:
            true
          default: false
          }
        }
      }
    }
    return isQuoted ? nil : shown.adding(tags: tags)
  }

  /// Reads `{$name}`, `{$name :function}`, `{#tag}` or `{/tag}`.
  private mutating func placeholder(number: UInt64?, _ tags: inout UInt64) -> ShownOutline? {
    let kind = byte(1)
    let start = position
    position += 2
    guard let name = name(), byte(0) == UInt8(ascii: "}") || byte(0) == 0x20,
      let span = restOfPlaceholder(from: start)
    else { return nil }
    let hash = OutlineHash.of(UnsafeBufferPointer(rebasing: bytes[span]))
    result.isVisible = true
    switch kind {
    case UInt8(ascii: "$"):
      let signature = OutlineHash.mixed(name, hash)
      // The room for what it stands for is not known.
      return ShownOutline(
        signature: signature, withoutNumber: name == number ? 0 : signature, width: 1)
    case UInt8(ascii: "#"), UInt8(ascii: "/"):
      tags = OutlineHash.mixed(tags, hash)
      return ShownOutline()
    default: return nil
    }
  }

  /// Goes on to behind the `}` of a placeholder that has neither quotes nor anything nested.
  private mutating func restOfPlaceholder(from start: Int) -> Range<Int>? {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "}"):
        position += 1
        return start..<position
      case UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "\\"): return nil
      default: position += 1
      }
    }
    return nil
  }

  /// Reads `<name …>` as a whole and returns its width; a `<` that starts no tag is text.
  private mutating func tag(_ tags: inout UInt64) -> Int? {
    let start = position
    position += 1
    guard byte(0) == UInt8(ascii: "/") || OutlineHash.isLetter(byte(0)) else { return 1 }
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      switch bytes[position] {
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): return nil
      default: position += 1
      }
    }
    guard position < bytes.count else { return nil }
    position += 1
    tags = OutlineHash.mixed(
      tags, OutlineHash.of(UnsafeBufferPointer(rebasing: bytes[start..<position])))
    return position - start
  }

  // MARK: Matchers

  private struct Selector {
    var name: UInt64
    var isPlural: Bool
  }

  /// The variants with the same words as keys.
  private struct Group {
    var words: UInt64
    var plural = PluralVariants()
    var shown: ShownOutline?
  }

  /// Reads `.input` declarations, `.match` and its variants.
  private mutating func matcher() -> ShownOutline? {
    var declared: [Selector] = []
    var signature: UInt64 = 0
    while skip(".input") {
      skipSpaces()
      let start = position
      guard byte(0) == UInt8(ascii: "{"), byte(1) == UInt8(ascii: "$") else { return nil }
      position += 2
      guard let name = name(), skipSpaces() else { return nil }
      let isPlural = skip(":number}")
      guard isPlural || skip(":string}"), declared.count < 4 else { return nil }
      declared.append(Selector(name: name, isPlural: isPlural))
      signature &+= OutlineHash.of(UnsafeBufferPointer(rebasing: bytes[start..<position]))
      skipSpaces()
    }
    guard skip(".match"), skipSpaces() else { return nil }
    var selectors: [Selector] = []
    while byte(0) == UInt8(ascii: "$") {
      position += 1
      guard let name = name(), let selector = declared.first(where: { $0.name == name }),
        !selectors.contains(where: { $0.name == name || $0.isPlural && selector.isPlural }),
        skipSpaces()
      else { return nil }
      selectors.append(selector)
      signature = OutlineHash.mixed(signature, OutlineHash.mixed(name, selector.isPlural ? 5 : 7))
    }
    guard !selectors.isEmpty, let shown = variants(of: selectors) else { return nil }
    return ShownOutline(
      signature: signature &+ shown.signature, withoutNumber: 0, width: shown.width)
  }

  private mutating func variants(of selectors: [Selector]) -> ShownOutline? {
    let number = selectors.first(where: \.isPlural)?.name
    var groups: [Group] = []
    var fallback: UInt64 = 0
    for selector in selectors where !selector.isPlural {
      fallback = OutlineHash.mixed(fallback, Self.anyWord)
    }
    var count = 0
    var width = 0
    while position < bytes.count {
      var words: UInt64 = 0
      var bit: PluralBits = .other
      var exact: Int?
      for selector in selectors {
        guard let key = key(), skipSpaces() || byte(0) == UInt8(ascii: "{") else { return nil }
        if !selector.isPlural {
          words = OutlineHash.mixed(words, key.hash)
        } else if key.hash != Self.anyWord {
          exact = key.number
          bit = PluralBits(named: UnsafeBufferPointer(rebasing: bytes[key.span]))
          // The category `other` is written `*`.
          if exact == nil, bit.isEmpty || bit == .other { return nil }
        }
      }
      guard byte(0) == UInt8(ascii: "{"), byte(1) == UInt8(ascii: "{") else { return nil }
      position += 2
      let start = position
      guard let shown = pattern(number: number, isQuoted: true) else { return nil }
      let text = start..<position
      if UnsafeBufferPointer(rebasing: bytes[text]).hasSpaceAtEdge { result.hasSpaceAtEdge = true }
      position += 2
      skipSpaces()
      count += 1
      width = max(width, shown.width)
      let place = groups.firstIndex { $0.words == words } ?? groups.count
      if place == groups.count {
        guard groups.count < 32 else { return nil }
        groups.append(Group(words: words))
      }
      if number == nil {
        guard groups[place].shown == nil else { return nil }
        groups[place].shown = shown
      } else {
        let isAlike =
          exact.map { groups[place].plural.add(exact: $0, shown) }
          ?? groups[place].plural.add(bit, shown, text: text, of: bytes)
        guard isAlike else { return nil }
      }
    }
    // A single variant that is chosen by words is read as any pattern is.
    guard count > 1 || number != nil, let first = groups.first,
      groups.contains(where: { $0.words == fallback })
    else { return nil }
    var signature: UInt64 = 0
    for group in groups {
      guard let shown = number == nil ? group.shown : group.plural.shown,
        group.plural.categories == first.plural.categories,
        group.plural.exact == first.plural.exact
      else { return nil }
      signature &+= OutlineHash.mixed(group.words, shown.signature)
    }
    if number != nil {
      result.categories = first.plural.categories
      result.exact = first.plural.exact
      result.hasDecimals = true
    }
    return ShownOutline(signature: signature, withoutNumber: 0, width: width)
  }

  /// What `*` counts as among the keys.
  private static let anyWord: UInt64 = 1

  /// Reads a key: `*`, a word or a small number.
  private mutating func key() -> (hash: UInt64, number: Int?, span: Range<Int>)? {
    let start = position
    if byte(0) == UInt8(ascii: "*") {
      position += 1
      return (Self.anyWord, nil, start..<position)
    }
    if (0x30...0x39).contains(byte(0)) {
      var number = 0
      while (0x30...0x39).contains(byte(0)), position < start + 3 {
        number = number * 10 + Int(byte(0) - 0x30)
        position += 1
      }
      guard position == start + 1 || bytes[start] != 0x30, number < 16 else { return nil }
      let span = start..<position
      return (OutlineHash.of(UnsafeBufferPointer(rebasing: bytes[span])), number, span)
    }
    guard let name = name() else { return nil }
    return (name, nil, start..<position)
  }

  // MARK: Words

  /// Reads a name of ASCII letters, digits, `_`, `-` and `.`.
  private mutating func name() -> UInt64? {
    let start = position
    while OutlineHash.isLetter(byte(0)) || byte(0) == UInt8(ascii: "_")
      || position > start
        && (byte(0) == UInt8(ascii: "-") || byte(0) == UInt8(ascii: ".")
          || (0x30...0x39).contains(byte(0)))
    {
      position += 1
    }
    guard position > start else { return nil }
    return OutlineHash.of(UnsafeBufferPointer(rebasing: bytes[start..<position]))
  }

  /// The byte so far ahead; 0 behind the end.
  private func byte(_ distance: Int) -> UInt8 {
    position + distance < bytes.count ? bytes[position + distance] : 0
  }

  private mutating func skip(_ word: StaticString) -> Bool {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count, UnsafeBufferPointer(rebasing: bytes[position..<end]).isSame(as: word)
    else { return false }
    position = end
    return true
  }

  /// Says whether there was a space.
  @discardableResult
  private mutating func skipSpaces() -> Bool {
    let start = position
    while byte(0) == 0x20 || byte(0) == 0x0A || byte(0) == 0x0D || byte(0) == 0x09 { position += 1 }
    return position > start
  }
}

extension ShownOutline {
  /// Tags, elements of HTML and markup, count in their order.
  fileprivate func adding(tags: UInt64) -> ShownOutline {
    guard tags != 0 else { return self }
    var shown = self
    shown.signature &+= OutlineHash.mixed(tags, 11)
    shown.withoutNumber &+= OutlineHash.mixed(tags, 11)
    return shown
  }
}
