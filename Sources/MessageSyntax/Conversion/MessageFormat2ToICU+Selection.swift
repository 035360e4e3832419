// Variants: one plural or select in the other, a column of keys for each.
extension MessageFormat2ToICU {
  /// A selector, or the two of a plural with offset, and what it becomes.
  struct Column {
    /// `exact` is a plural without categories.
    enum Kind { case plural, ordinal, exact, select }

    var argument: String
    var kind: Kind
    var offset = 0
    /// The indexes of the selectors: of the exact values, and of the categories.
    var exact: Int
    var keyword: Int

    func key(of variant: Variant) -> String? {
      for index in [exact, keyword] where variant.keys.indices.contains(index) {
        if case .literal(let literal) = variant.keys[index] { return literal.value }
      }
      return nil
    }

    /// Whether a key is ever chosen: numbers are compared by their digits.
    func isReachable(_ key: String) -> Bool {
      switch kind {
      case .select: true
      case .exact: VariantNumber.isWritten(key)
      case .plural, .ordinal: VariantNumber.isWritten(key) || ICUSelection.categories.contains(key)
      }
    }
  }

  mutating func selection(_ message: SelectMessage) -> ICUMessage {
    let single = columns(message)
    if log.hasErrors { return ICUMessage([]) }
    let variants = message.variants.filter { variant in
      let unreachable = single.lazy.compactMap { column in
        column.key(of: variant).flatMap { column.isReachable($0) ? nil : $0 }
      }.first
      guard let unreachable else { return true }
      log.warn(
        "variant is left out: its key `\(unreachable)` is never chosen", variant.span,
        help: "a number has the keys zero, one, two, few, many, other and numbers like 1 or 1.5")
      return false
    }
    var columns: [Column] = []
    for column in single {
      if let last = columns.last, let folded = fold(last, column, variants) {
        columns[columns.count - 1] = folded
      } else {
        columns.append(column)
      }
    }
    return expand(columns[...], variants, in: nil)
  }

  /// A column for each selector.
  private mutating func columns(_ message: SelectMessage) -> [Column] {
    var columns: [Column] = []
    for (index, selector) in message.selectors.enumerated() {
      let value = resolver.value(of: selector.name)
      guard case .argument(let argument) = value.source else {
        log.refuse("selector `$\(selector.name)` is not an argument", selector.span)
        continue
      }
      guard let kind = kind(value, selector) else { continue }
      columns.append(
        Column(
          argument: argument, kind: kind, offset: value.offset, exact: index, keyword: index))
    }
    return columns
  }

  private mutating func kind(
    _ value: ResolvedValue, _ selector: VariableReference
  ) -> Column.Kind? {
    switch value.function?.name {
    case "string": return .select
    case "number", "integer":
      let options = value.function?.options ?? []
      if options.contains(where: { $0.name.hasSuffix("Digits") || $0.name == "roundingIncrement" })
      {
        log.refuse(
          "selector `$\(selector.name)` is rounded, which plurals of ICU MessageFormat 1 are not",
          selector.span)
        return nil
      }
      if value.function?.name == "integer" {
        log.warn(
          "selector `$\(selector.name)` is not rounded to an integer any more", selector.span)
      }
      guard let select = options.first(where: { $0.name == "select" }) else { return .plural }
      if case .literal(let literal) = select.value {
        if literal.value == "ordinal" { return .ordinal }
        if literal.value == "plural" { return .plural }
        if literal.value == "exact" { return .exact }
      }
      log.refuse("option `select` of `$\(selector.name)` is not fixed", selector.span)
      return nil
    default:
      log.refuse(
        "function `\(value.function?.name ?? "")` does not select in ICU MessageFormat 1",
        selector.span, help: "`:number` and `:string` do")
      return nil
    }
  }

  /// `$n` with exact keys and `$n` less an offset with categories are one plural.
  private func fold(_ first: Column, _ second: Column, _ variants: [Variant]) -> Column? {
    guard first.argument == second.argument, first.offset == 0, second.offset != 0,
      first.kind == .plural, [.plural, .ordinal].contains(second.kind),
      first.exact == first.keyword
    else { return nil }
    for variant in variants {
      let exact = first.key(of: variant)
      let keyword = second.key(of: variant)
      if let exact, !VariantNumber.isWritten(exact) { return nil }
      if let keyword, VariantNumber.isWritten(keyword) { return nil }
      if exact != nil, keyword != nil { return nil }
    }
    var folded = second
    folded.exact = first.exact
    return folded
  }

  /// Writes the columns from one on, for the variants that are left.
  private mutating func expand(
    _ columns: ArraySlice<Column>, _ variants: [Variant], in plural: Plural?
  ) -> ICUMessage {
    guard patterns < Self.mostPatterns else {
      log.refuse("message would have more than \(Self.mostPatterns) patterns", .none)
      return ICUMessage([])
    }
    guard let column = columns.first else {
      patterns += 1
      return best(variants).map { pattern($0.value, in: plural) } ?? ICUMessage([])
    }
    var keys: [String] = []
    var spans: [String: SourceSpan] = [:]
    for variant in variants {
      if let key = column.key(of: variant), spans.updateValue(variant.span, forKey: key) == nil {
        keys.append(key)
      }
    }
    let rest = columns.dropFirst()
    if keys.isEmpty { return expand(rest, variants, in: plural) }
    let inner =
      column.kind == .select ? nil : Plural(argument: column.argument, offset: column.offset)
    func fitting(_ chosen: String?...) -> [Variant] {
      variants.filter { variant in
        column.key(of: variant).map { chosen.contains($0) } ?? true
      }
    }
    let categories = column.kind == .select ? [] : keys.filter { !VariantNumber.isWritten($0) }
    var branches: [(key: String, message: ICUMessage)] = []
    for key in keys {
      guard !categories.isEmpty, VariantNumber.isWritten(key),
        !isCovered(key, column, variants, rest)
      else {
        branches.append((key, expand(rest, fitting(key), in: inner)))
        continue
      }
      // Where nothing fits the exact value, MessageFormat 2 goes on with its category.
      var byCategory: [(key: String, message: ICUMessage)] = []
      for category in categories {
        byCategory.append((category, expand(rest, fitting(key, category), in: inner)))
      }
      let other = expand(rest, fitting(key), in: inner)
      branches.append((key, ICUMessage([argument(column, byCategory, other, spans)])))
    }
    let other = expand(rest, fitting(), in: inner)
    return ICUMessage([argument(column, branches, other, spans)])
  }

  /// The variant that MessageFormat 2 takes of those that fit: column by column an exact key before a
  /// category, and that before `*`.
  private func best(_ variants: [Variant]) -> Variant? {
    var best: (variant: Variant, ranks: [Int])?
    for variant in variants {
      let ranks = variant.keys.map { key in
        switch key {
        case .catchall: 0
        case .literal(let literal): VariantNumber.isWritten(literal.value) ? 2 : 1
        }
      }
      if let current = best, !current.ranks.lexicographicallyPrecedes(ranks) { continue }
      best = (variant, ranks)
    }
    return best?.variant
  }

  /// Whether an exact key has a variant for everything that the other columns may be, and one that
  /// is taken before any with a category.
  private func isCovered(
    _ key: String, _ column: Column, _ variants: [Variant], _ rest: ArraySlice<Column>
  ) -> Bool {
    let rivals = variants.filter { variant in
      column.key(of: variant).map { !VariantNumber.isWritten($0) } ?? false
    }
    return variants.contains { variant in
      column.key(of: variant) == key && rest.allSatisfy { $0.key(of: variant) == nil }
        && rivals.allSatisfy { best([$0, variant]) == variant }
    }
  }

  private mutating func argument(
    _ column: Column, _ branches: [(key: String, message: ICUMessage)], _ other: ICUMessage,
    _ spans: [String: SourceSpan]
  ) -> ICUMessageElement {
    let kind: ICUArgumentKind
    if column.kind == .select {
      for (key, _) in branches where key == "other" || !isIdentifier(key) {
        log.refuse(
          "key `\(key)` cannot stand in a `select`", spans[key] ?? .none,
          help: "use letters, digits and `_`; `other` means everything else")
      }
      kind = .select(
        branches.map { ICUSelectBranch($0.key, $0.message) } + [ICUSelectBranch("other", other)])
    } else {
      let plural = ICUPlural(
        isOrdinal: column.kind == .ordinal,
        offset: ICUNumber(value: Double(column.offset), text: "\(column.offset)"),
        branches: pluralBranches(column, branches, other))
      let name = names.name(for: column.argument)
      if case .number(.named(let style))? = plural.decidingKind(of: name),
        branches.contains(where: { !VariantNumber.isWritten($0.key) })
      {
        log.warn(
          "ICU chooses a branch by the number as `other` shows it, here as `\(style)`",
          spans.values.min { $0.lowerBound < $1.lowerBound } ?? .none)
      }
      kind = .plural(plural)
    }
    return .argument(ICUArgument(name: names.name(for: column.argument), kind: kind))
  }

  private func pluralBranches(
    _ column: Column, _ branches: [(key: String, message: ICUMessage)], _ other: ICUMessage
  ) -> [ICUPluralBranch] {
    var result: [ICUPluralBranch] = []
    for (key, message) in branches where key != "other" {
      let selector: ICUPluralBranch.Selector =
        VariantNumber.isWritten(key) ? exact(key, column) : .keyword(key)
      result.append(ICUPluralBranch(selector, message))
    }
    guard let own = branches.first(where: { $0.key == "other" })?.message, own != other else {
      return result + [ICUPluralBranch(.keyword("other"), other)]
    }
    // In ICU `other` takes in every category without a branch, so each of them gets the pattern of `*`.
    for category in ["zero", "one", "two", "few", "many"]
    where !branches.contains(where: { $0.key == category }) {
      result.append(ICUPluralBranch(.keyword(category), other))
    }
    return result + [ICUPluralBranch(.keyword("other"), own)]
  }

  /// ICU compares the value itself; a selector with an offset of its own compares what is left.
  private func exact(_ key: String, _ column: Column) -> ICUPluralBranch.Selector {
    let value = Double(key) ?? .nan
    guard column.exact == column.keyword, column.offset != 0, let whole = Int(exactly: value),
      whole.magnitude < 1 << 53
    else { return .exact(ICUNumber(value: value, text: key)) }
    let sum = whole + column.offset
    return .exact(ICUNumber(value: Double(sum), text: "\(sum)"))
  }

  private func isIdentifier(_ key: String) -> Bool {
    !key.isEmpty
      && key.unicodeScalars.allSatisfy {
        !PatternCharacters.isSyntax($0.value) && !PatternCharacters.isWhiteSpace($0.value)
      }
  }
}
