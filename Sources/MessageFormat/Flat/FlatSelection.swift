import LocaleServices

/// The variants of a message, in an order in which the first that matches is the best.
struct FlatSelection {
  struct Row {
    /// Which variant.
    var variant: Int
    var keys: [UInt16]
  }

  private(set) var columns: [FlatColumn] = []
  private(set) var rows: [Row] = []

  /// nil if a selector is not a plain string or number, or a key is one that has to be reported.
  init?(
    _ selectors: [MessageProgram.Selector], _ variants: [ProgramVariant], compiler: FlatCompiler
  ) {
    let formatter = compiler.formatter
    var coded = variants.map { _ in [UInt16]() }
    for (index, selector) in selectors.enumerated() {
      let expression = formatter.program.slots[selector.slot].value
      guard let value = FlatValue(expression, formatter: formatter), value.isSelectable,
        let column = Self.column(value, variants.map { $0.keys[index] }, compiler)
      else { return nil }
      columns.append(column.column)
      for (row, code) in column.codes.enumerated() { coded[row].append(code) }
    }
    // Each column's exact keys go before its categories, and those before `*`; the first column that
    // differs decides. Equal rows keep their order.
    let ranks = coded.map { $0.map(Self.rank) }
    let order = coded.indices.sorted { left, right in
      if ranks[left] == ranks[right] { return left < right }
      return ranks[left].lexicographicallyPrecedes(ranks[right])
    }
    rows = order.map { Row(variant: $0, keys: coded[$0]) }
  }

  private static func rank(_ key: UInt16) -> Int {
    switch key {
    case FlatColumn.Key.catchall: 2
    case ..<FlatColumn.Key.firstOwn: 1
    default: 0
    }
  }

  private static func column(
    _ value: FlatValue, _ keys: [String?], _ compiler: FlatCompiler
  ) -> (column: FlatColumn, codes: [UInt16])? {
    switch value.content {
    case .string(let argument):
      var own: [String] = []
      let codes = keys.map { key -> UInt16 in
        guard let key else { return FlatColumn.Key.catchall }
        let index = own.firstIndex(of: key) ?? own.count
        if index == own.count { own.append(key) }
        return FlatColumn.Key.firstOwn + UInt16(clamping: index)
      }
      guard own.count < 1024 else { return nil }
      return (FlatColumn(argument: argument, strings: own), codes)
    case .number(let argument, let number):
      return self.column(argument, number, keys, compiler)
    case .constant, .argument, .date: return nil
    }
  }

  private static func column(
    _ argument: Int, _ number: FlatValue.Number, _ keys: [String?], _ compiler: FlatCompiler
  ) -> (column: FlatColumn, codes: [UInt16])? {
    guard let flat = compiler.flatNumber(argument, number), flat.format.isNative,
      case .decimal = number.value.options.style
    else { return nil }
    var exact: [Int] = []
    var hasFractions = false
    var hasCategories = false
    var codes: [UInt16] = []
    for key in keys {
      guard let key else {
        codes.append(FlatColumn.Key.catchall)
        continue
      }
      if ExactDecimal.isNumberLiteral(key) {
        let whole = Int(key).flatMap { String($0) == key ? $0 : nil }
        hasFractions = hasFractions || whole == nil
        // A key that no whole number is written as has a place that none is found at.
        let index = whole.flatMap { exact.firstIndex(of: $0) } ?? exact.count
        if let whole, index == exact.count { exact.append(whole) }
        codes.append(
          whole == nil
            ? FlatColumn.Key.never : FlatColumn.Key.firstOwn + UInt16(clamping: index))
      } else if let category = PluralCategory(rawValue: key) {
        hasCategories = hasCategories || number.value.selection != .exact
        codes.append(
          number.value.selection == .exact
            ? FlatColumn.Key.never : FlatColumn.Key.category(category))
      } else {
        return nil
      }
    }
    guard exact.count < 1024 else { return nil }
    let context = compiler.formatter.context
    let isOrdinal = number.value.selection == .ordinal
    let numberKeys = FlatNumberKeys(
      flat, exact: exact, hasFractions: hasFractions,
      small: hasCategories ? context.smallCategories(isOrdinal: isOrdinal) : [],
      rules: isOrdinal ? context.ordinals : context.cardinals,
      fractionDigits: number.value.options.fractionDigits)
    return (FlatColumn(numberKeys), codes)
  }
}
