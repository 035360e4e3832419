// Variants: one plural or select in the other, a column of keys for each.
extension MessageFormat2ToICU {
  /// A selector, or the two of a plural with offset, and what it becomes.
  struct Column {
    enum Kind { case plural, ordinal, select }

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
  }

  mutating func selection(_ message: SelectMessage) -> ICUMessage {
    let columns = columns(message)
    if log.hasErrors { return ICUMessage([]) }
    return expand(columns[...], message.variants, path: [], in: nil)
  }

  private mutating func columns(_ message: SelectMessage) -> [Column] {
    var columns: [Column] = []
    for (index, selector) in message.selectors.enumerated() {
      let value = resolver.value(of: selector.name)
      guard case .argument(let argument) = value.source else {
        log.refuse("selector `$\(selector.name)` is not an argument", selector.span)
        continue
      }
      guard let kind = kind(value, selector) else { continue }
      let column = Column(
        argument: argument, kind: kind, offset: value.offset, exact: index, keyword: index)
      if let last = columns.last, let folded = fold(last, column, message.variants) {
        columns[columns.count - 1] = folded
      } else {
        columns.append(column)
      }
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
        if literal.value == "plural" || literal.value == "exact" { return .plural }
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
      first.kind == .plural, second.kind != .select, first.exact == first.keyword
    else { return nil }
    for variant in variants {
      let exact = first.key(of: variant)
      let keyword = second.key(of: variant)
      if let exact, Double(exact) == nil { return nil }
      if let keyword, Double(keyword) != nil { return nil }
      if exact != nil, keyword != nil { return nil }
    }
    var folded = second
    folded.exact = first.exact
    return folded
  }

  /// Writes the columns from one on, for the variants that are left; `path` has the key chosen in
  /// each column before, nil for `*`.
  private mutating func expand(
    _ columns: ArraySlice<Column>, _ variants: [Variant], path: [String?], in plural: Plural?
  ) -> ICUMessage {
    guard let column = columns.first else {
      return best(variants).map { pattern($0.value, in: plural) } ?? ICUMessage([])
    }
    var keys: [String] = []
    var spans: [String: SourceSpan] = [:]
    for variant in variants {
      if let key = column.key(of: variant), !keys.contains(key) {
        keys.append(key)
        spans[key] = variant.span
      }
    }
    let rest = columns.dropFirst()
    if keys.isEmpty { return expand(rest, variants, path: path + [nil], in: plural) }
    let inner =
      column.kind == .select ? nil : Plural(argument: column.argument, offset: column.offset)
    var branches: [(key: String, message: ICUMessage)] = []
    for key in keys {
      let fitting = variants.filter { (column.key(of: $0) ?? key) == key }
      checkExact(key, keys, fitting, column, rest, spans[key] ?? .none)
      branches.append((key, expand(rest, fitting, path: path + [key], in: inner)))
    }
    let others = variants.filter { column.key(of: $0) == nil }
    let other = expand(rest, others, path: path + [nil], in: inner)
    return ICUMessage([
      .argument(
        ICUArgument(
          name: names.name(for: column.argument), kind: kind(column, branches, other, spans)))
    ])
  }

  /// The variant that MessageFormat 2 takes of those that fit: column by column a key before `*`.
  private func best(_ variants: [Variant]) -> Variant? {
    var best: (variant: Variant, keys: [Int])?
    for variant in variants {
      let keys = variant.keys.map { key in
        if case .catchall = key { 0 } else { 1 }
      }
      if let current = best, !current.keys.lexicographicallyPrecedes(keys) { continue }
      best = (variant, keys)
    }
    return best?.variant
  }

  /// An exact key that does not cover all other columns falls back to its category in
  /// MessageFormat 2, and to `other` in ICU MessageFormat 1.
  private mutating func checkExact(
    _ key: String, _ keys: [String], _ fitting: [Variant], _ column: Column,
    _ rest: ArraySlice<Column>, _ span: SourceSpan
  ) {
    guard column.kind != .select, Double(key) != nil, keys.contains(where: { Double($0) == nil })
    else { return }
    let isCovered = fitting.contains { variant in
      column.key(of: variant) == key && rest.allSatisfy { $0.key(of: variant) == nil }
    }
    if !isCovered {
      log.warn(
        "`\(key)` no longer falls back to its plural category", span,
        help: "add a variant with `\(key)` and `*`")
    }
  }

  private mutating func kind(
    _ column: Column, _ branches: [(key: String, message: ICUMessage)], _ other: ICUMessage,
    _ spans: [String: SourceSpan]
  ) -> ICUArgumentKind {
    if column.kind == .select {
      for (key, _) in branches where key == "other" || !isIdentifier(key) {
        log.refuse(
          "key `\(key)` cannot stand in a `select`", spans[key] ?? .none,
          help: "use letters, digits and `_`; `other` means everything else")
      }
      return .select(
        branches.map { ICUSelectBranch($0.key, $0.message) } + [ICUSelectBranch("other", other)])
    }
    var plural: [ICUPluralBranch] = []
    for (key, message) in branches {
      if let value = Double(key), value.isFinite {
        plural.append(ICUPluralBranch(exact(key, value, column), message))
      } else if key == "other" {
        log.warn(
          "key `other` of `$\(column.argument)` takes in everything else", spans[key] ?? .none)
      } else {
        plural.append(ICUPluralBranch(.keyword(key), message))
      }
    }
    plural.append(ICUPluralBranch(.keyword("other"), other))
    return .plural(
      ICUPlural(
        isOrdinal: column.kind == .ordinal,
        offset: ICUNumber(value: Double(column.offset), text: "\(column.offset)"),
        branches: plural))
  }

  /// ICU compares the value itself; a selector with an offset of its own compares what is left.
  private func exact(
    _ key: String, _ value: Double, _ column: Column
  ) -> ICUPluralBranch.Selector {
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
