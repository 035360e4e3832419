import MessageSyntax

/// Takes a message that varies by several numbers apart: one text, with a place for each number that changes
/// by that number alone.
///
///     .match $a $b  one one {{1 file in 1 folder}} …  →  `[a] in [b]`
struct PluralFactors {
  /// A piece of the common text.
  enum Piece {
    case common(Pattern)
    /// The texts of one number, by the keys of its variants.
    case varying(selector: Int, forms: [(key: VariantKey, pattern: Pattern)])
  }

  private(set) var pieces: [Piece] = []

  private enum Token: Hashable {
    case character(Character)
    case element(PatternElement)

    var isSpace: Bool { self == .character(" ") || self == .character("\u{A0}") }
  }

  /// - Returns: nil where the variants are not made so.
  init?(_ message: SelectMessage) {
    let count = message.selectors.count
    let open = Array(repeating: VariantKey.catchall(.none), count: count)
    guard let basePattern = message.pattern(for: open) else { return nil }
    let base = Self.tokens(basePattern)
    var keys: [[VariantKey]] = Array(repeating: [], count: count)
    for variant in message.variants {
      for (index, key) in variant.keys.enumerated() where index < count {
        if case .literal = key, !keys[index].contains(key) { keys[index].append(key) }
      }
    }
    // A message of one number varies as a whole.
    var regions: [Range<Int>] = count == 1 ? [0..<base.count] : []
    if count > 1 {
      for index in 0..<count {
        guard let region = Self.region(base, message, open, index, keys[index]) else { return nil }
        regions.append(region)
      }
    }
    let order = regions.indices.sorted { regions[$0].lowerBound < regions[$1].lowerBound }
    var end = 0
    for index in order {
      guard regions[index].lowerBound >= end else { return nil }
      let before = Array(base[end..<regions[index].lowerBound])
      if !before.isEmpty { pieces.append(.common(Self.pattern(before))) }
      var forms: [(key: VariantKey, pattern: Pattern)] = []
      for key in keys[index] + [.catchall(.none)] {
        var chosen = open
        chosen[index] = key
        guard let pattern = message.pattern(for: chosen) else { return nil }
        let tokens = Self.tokens(pattern)
        let rest = base.count - regions[index].upperBound
        guard tokens.count >= regions[index].lowerBound + rest else { return nil }
        let own = tokens[regions[index].lowerBound..<tokens.count - rest]
        forms.append((key, Self.pattern(Array(own))))
      }
      pieces.append(.varying(selector: index, forms: forms))
      end = regions[index].upperBound
    }
    let after = Array(base[end...])
    if !after.isEmpty { pieces.append(.common(Self.pattern(after))) }
    guard count == 1 || agrees(with: message, keys) else { return nil }
  }

  /// Where the text changes with one number, whole words of it.
  private static func region(
    _ base: [Token], _ message: SelectMessage, _ open: [VariantKey], _ index: Int,
    _ keys: [VariantKey]
  ) -> Range<Int>? {
    var prefix = base.count
    var suffix = base.count
    for key in keys {
      var chosen = open
      chosen[index] = key
      guard let pattern = message.pattern(for: chosen) else { return nil }
      let tokens = tokens(pattern)
      prefix = min(prefix, zip(base, tokens).prefix { $0 == $1 }.count)
      suffix = min(suffix, zip(base.reversed(), tokens.reversed()).prefix { $0 == $1 }.count)
    }
    // The number itself belongs to the text that changes with it.
    let name = message.selectors[index].name
    if let place = base.firstIndex(where: {
      if case .element(let element) = $0 { element.variableName == name } else { false }
    }) {
      prefix = min(prefix, place)
      suffix = min(suffix, base.count - place - 1)
    }
    // A number that changes nothing has no place of its own.
    if prefix == base.count, suffix == base.count { return 0..<0 }
    while prefix > 0, prefix < base.count, !base[prefix - 1].isSpace { prefix -= 1 }
    var end = base.count - min(suffix, base.count - prefix)
    while end < base.count, !base[end].isSpace { end += 1 }
    return prefix..<max(prefix, end)
  }

  /// Whether the pieces put together give every variant.
  private func agrees(with message: SelectMessage, _ keys: [[VariantKey]]) -> Bool {
    func check(_ chosen: [VariantKey]) -> Bool {
      guard chosen.count < keys.count else {
        guard let pattern = message.pattern(for: chosen) else { return false }
        var tokens: [Token] = []
        for piece in pieces {
          switch piece {
          case .common(let pattern): tokens += Self.tokens(pattern)
          case .varying(let selector, let forms):
            guard let form = forms.first(where: { $0.key == chosen[selector] }) else {
              return false
            }
            tokens += Self.tokens(form.pattern)
          }
        }
        return tokens == Self.tokens(pattern)
      }
      return (keys[chosen.count] + [.catchall(.none)]).allSatisfy { check(chosen + [$0]) }
    }
    let count = keys.reduce(1) { $0 > ChoiceTree.maximumVariants ? $0 : $0 * ($1.count + 1) }
    return count <= ChoiceTree.maximumVariants && check([])
  }

  private static func tokens(_ pattern: Pattern) -> [Token] {
    pattern.elements.flatMap { element -> [Token] in
      if case .text(let text) = element { return text.value.map { .character($0) } }
      return [.element(element)]
    }
  }

  private static func pattern(_ tokens: [Token]) -> Pattern {
    var elements: [PatternElement] = []
    for token in tokens {
      switch token {
      case .element(let element): elements.append(element)
      case .character(let character):
        if case .text(let last)? = elements.last {
          elements[elements.count - 1] = .text(Text(last.value + String(character)))
        } else {
          elements.append(.text(Text(String(character))))
        }
      }
    }
    return Pattern(elements)
  }
}
