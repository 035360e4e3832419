public import MessageSyntax

/// A short mark of what a message means: equal for two messages that mean the same.
///
///     Fingerprint(of: message).hexadecimal  // "9f3c61d0a4b7e218"
///
/// It is made from the data model, so that neither the white space of a message's syntax, its quotes
/// and escapes, nor the order of its options and variants matters, nor attributes, which never change
/// what is formatted. Nor does the kind and amount of white space in its text: mending a no-break
/// space makes no translation stale. It is 64 bits of FNV-1a, the same on every machine; a translation
/// keeps the one of its source in its metadata's `source`.
public struct Fingerprint: Hashable, Sendable {
  public let value: UInt64

  /// Reads 16 hexadecimal digits.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 16, text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }),
      let value = UInt64(text, radix: 16)
    else { return nil }
    self.value = value
  }

  public init(of message: Message) {
    var hash = FingerprintHash()
    hash.add(message)
    value = hash.value
  }

  /// The fingerprint of an entry: of its message, or of its text where that cannot be read.
  public init(of entry: CatalogEntry) {
    if let message = entry.parsed.message {
      self.init(of: message)
    } else {
      self.init(ofUnreadable: entry.text)
    }
  }

  /// The fingerprint of texts in their order, for what is known by several names.
  public init(of texts: [String]) {
    var hash = FingerprintHash()
    for text in texts { hash.add(text) }
    value = hash.value
  }

  private init(ofUnreadable text: String) {
    var hash = FingerprintHash()
    hash.add("unreadable")
    hash.add(text)
    value = hash.value
  }

  /// The 16 digits that stand in catalogues.
  public var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension CatalogEntry {
  /// The fingerprint of what the message means.
  public var fingerprint: String { Fingerprint(of: self).hexadecimal }

  /// Whether the source has changed its meaning since this was translated. Where the translation does
  /// not say what it was made from, nothing is known and it does not count as stale.
  public func isStale(comparedWith source: CatalogEntry) -> Bool {
    // Reading the source is only worth while where there is something to compare it with.
    metadata.source != nil && isStale(comparedWith: Fingerprint(of: source))
  }

  /// The same, where the source's fingerprint is known already.
  public func isStale(comparedWith source: Fingerprint) -> Bool {
    guard let made = metadata.source.flatMap({ Fingerprint($0) }) else { return false }
    return made != source
  }
}

/// FNV-1a over a message's data model; every piece is closed by a byte that is not UTF-8, so that two
/// pieces never run together.
private struct FingerprintHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  private mutating func mix(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { mix(byte) }
    mix(0xFF)
  }

  private mutating func add(_ number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      mix(UInt8(truncatingIfNeeded: number >> shift))
    }
    mix(0xFF)
  }

  /// Adds pieces whose order means nothing.
  private mutating func addUnordered<Piece>(
    _ pieces: [Piece], _ body: (inout FingerprintHash, Piece) -> Void
  ) {
    let hashes = pieces.map { piece in
      var hash = FingerprintHash()
      body(&hash, piece)
      return hash.value
    }
    for hash in hashes.sorted() { add(hash) }
    mix(0xFE)
  }

  mutating func add(_ message: Message) {
    for declaration in message.declarations {
      switch declaration {
      case .input: add("input")
      case .local: add("local")
      }
      add(declaration.name)
      add(declaration.value)
    }
    switch message {
    case .pattern(let message):
      add("pattern")
      add(message.pattern)
    case .select(let message):
      add("select")
      for selector in message.selectors { add(selector.name) }
      mix(0xFE)
      addUnordered(message.variants) { hash, variant in
        for key in variant.keys {
          switch key {
          case .literal(let literal): hash.add("=" + literal.value)
          case .catchall: hash.add("*")
          }
        }
        hash.add(variant.value)
      }
    }
  }

  private mutating func add(_ pattern: Pattern) {
    var text = ""
    var isFirst = true
    for element in pattern.elements {
      if case .text(let piece) = element {
        text += piece.value
        continue
      }
      addText(text, trimmingStart: isFirst, trimmingEnd: false)
      text = ""
      isFirst = false
      switch element {
      case .text: break
      case .expression(let expression): add(expression)
      case .markup(let markup): add(markup)
      }
    }
    addText(text, trimmingStart: isFirst, trimmingEnd: true)
    mix(0xFE)
  }

  /// Adds text with every run of white space as one space.
  private mutating func addText(_ text: String, trimmingStart: Bool, trimmingEnd: Bool) {
    var pendingSpace = false
    var isEmpty = true
    for scalar in text.unicodeScalars {
      let isSpace =
        scalar.isASCII
        ? scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value)
        : scalar.properties.isWhitespace
      if isSpace {
        pendingSpace = !(isEmpty && trimmingStart)
        continue
      }
      if isEmpty { add("text") }
      if pendingSpace { mix(UInt8(ascii: " ")) }
      pendingSpace = false
      isEmpty = false
      if scalar.isASCII {
        mix(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { mix(byte) }
      }
    }
    if pendingSpace, !trimmingEnd { mix(UInt8(ascii: " ")) }
    if !isEmpty { mix(0xFF) }
  }

  private mutating func add(_ expression: Expression) {
    add("expression")
    if let operand = expression.operand { add(operand) }
    if let function = expression.function {
      add(":" + function.name)
      add(function.options)
    }
    mix(0xFE)
  }

  private mutating func add(_ markup: Markup) {
    add("markup")
    add(markup.kind.rawValue)
    add(markup.name)
    add(markup.options)
  }

  private mutating func add(_ options: [Option]) {
    addUnordered(options) { hash, option in
      hash.add(option.name)
      hash.add(option.value)
    }
  }

  private mutating func add(_ operand: Operand) {
    switch operand {
    case .literal(let literal): add("|" + literal.value)
    case .variable(let variable): add("$" + variable.name)
    }
  }
}
