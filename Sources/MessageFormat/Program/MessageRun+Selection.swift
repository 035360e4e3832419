import LocaleServices

// Selection (LDML part 9, "Pattern Selection")
extension MessageRun {
  /// The pattern of the best variant: of those whose keys all match, the one that is better in the
  /// first column in which they differ.
  mutating func selectPattern(
    _ selectors: [MessageProgram.Selector], _ variants: [ProgramVariant]
  ) -> ProgramPattern? {
    var columns: [Column] = []
    for selector in selectors {
      let value = value(ofSlot: selector.slot)
      if !value.isSelectable {
        report(
          .badSelector, "`\(selector.source)` cannot choose a variant", source: selector.source,
          span: selector.span)
      }
      columns.append(Column(value: value.isSelectable ? value : nil, selector: selector))
    }
    var best: (ranks: [Int], pattern: ProgramPattern)?
    for variant in variants {
      guard let ranks = ranks(of: variant.keys, columns: &columns) else { continue }
      if let known = best, !ranks.lexicographicallyPrecedes(known.ranks) { continue }
      best = (ranks, variant.pattern)
    }
    return best?.pattern
  }

  /// A selector with what was found out about its keys.
  private struct Column {
    /// nil if only `*` matches.
    var value: MessageValue?
    let selector: MessageProgram.Selector
    var category: PluralCategory?
    var badKeys: Set<String> = []
  }

  /// How well each key matches, 0 best; nil if one does not match.
  private mutating func ranks(of keys: [String?], columns: inout [Column]) -> [Int]? {
    var ranks: [Int] = []
    for (index, key) in keys.enumerated() {
      guard let key else {
        ranks.append(Int.max)
        continue
      }
      guard let rank = rank(of: key, in: &columns[index]) else { return nil }
      ranks.append(rank)
    }
    return ranks
  }

  private mutating func rank(of key: String, in column: inout Column) -> Int? {
    switch column.value?.content {
    // Swift's equality is canonical equivalence, so both sides need no normalization.
    case .string(let text): return text == key ? 0 : nil
    case .number(let number): return rank(of: key, number, &column)
    case .custom(let custom):
      do throws(MessageFormatError.Kind) {
        return try custom.match(key)
      } catch {
        report(
          error, "`\(column.selector.source)` failed to choose a variant",
          source: column.selector.source, span: column.selector.span)
        column.value = nil
        return nil
      }
    case nil, .fallback, .date, .list, .boolean: return nil
    }
  }

  /// An exact match is better than one of the plural category.
  private mutating func rank(
    of key: String, _ number: NumberMessageValue, _ column: inout Column
  ) -> Int? {
    if ExactDecimal.isNumberLiteral(key) { return key == number.exactKey ? 0 : nil }
    guard let category = PluralCategory(rawValue: key) else {
      if column.badKeys.insert(key).inserted {
        report(
          .badVariantKey, "`\(key)` is neither a number nor a plural category",
          source: column.selector.source, span: column.selector.span)
      }
      return nil
    }
    guard number.selection != .exact else { return nil }
    let own = column.category ?? context.category(of: number)
    column.category = own
    return category == own ? 1 : nil
  }
}
