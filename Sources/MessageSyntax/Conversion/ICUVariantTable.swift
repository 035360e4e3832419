/// What a selector of the converted message looks at.
struct ICUColumn: Hashable {
  enum Kind: Hashable {
    /// A plural without offset: exact values and categories.
    case number(isOrdinal: Bool)
    /// A plural with offset is two columns: the exact values of the argument itself …
    case exact
    /// … and the categories of the argument less the offset.
    case offset(Int, isOrdinal: Bool)
    case select
  }

  /// The argument's name in the source.
  var argument: String
  var kind: Kind
  /// Which of several columns of the same kind it is, from 0.
  var instance = 0
}

/// The variants of a converted message: a row of keys and a pattern for each.
///
/// There are two ways to make them. *Sparse* rows have a column for each plural and select in the
/// source, however often an argument returns, and a row for each way through them, with `*` in the
/// columns that the way does not pass. MessageFormat 2's choice, column by column, is then always
/// that of the source. *Product* rows have one column for each argument and kind, and a row for
/// each combination of keys; they read better, but exist only where the keys alone decide.
struct ICUVariantTable {
  enum Key: Hashable {
    case catchall
    case exact(String)
    case keyword(String)

    var variantKey: VariantKey {
      switch self {
      case .catchall: .catchall(.none)
      case .exact(let text), .keyword(let text): .literal(Literal(text))
      }
    }
  }

  struct Row {
    /// By the index of the column; none is `*`.
    var keys: [Int: Key]
    var elements: [PatternElement]
  }

  /// What an element becomes that selects nothing, in a branch of the plural column given.
  typealias Convert = (ICUMessageElement, ICUColumn?) -> [PatternElement]

  var columns: [ICUColumn] = []
  var rows: [Row] = []
  /// The keys of each column, for product rows.
  var keys: [[Key]] = []

  var variants: [Variant] {
    rows.map { row in
      Variant(
        keys: columns.indices.map { (row.keys[$0] ?? .catchall).variantKey },
        value: Pattern(row.elements.joiningTexts))
    }
  }
}

/// A plural or select of the source, its branches ready for rows.
struct ICUSelection {
  struct Branch {
    /// The keys in the selection's columns; missing ones are `*`.
    var keys: [ICUColumn.Kind: ICUVariantTable.Key]
    var message: ICUMessage
  }

  var argument: String
  /// One column, or two of a plural with offset.
  var kinds: [ICUColumn.Kind]
  /// Without those that can never be chosen; `other` last.
  var branches: [Branch]

  /// The column whose number `#` shows, for plurals.
  var numberColumn: ICUColumn? {
    guard let kind = kinds.last, kind != .select else { return nil }
    return ICUColumn(argument: argument, kind: kind)
  }

  init?(_ element: ICUMessageElement) {
    guard case .argument(let argument) = element else { return nil }
    self.argument = argument.name
    switch argument.kind {
    case .select(let branches):
      kinds = [.select]
      var seen: Set<String> = []
      self.branches = branches.filter { seen.insert($0.key).inserted }.map { branch in
        Branch(
          keys: branch.key == "other" ? [:] : [.select: .keyword(branch.key)],
          message: branch.message)
      }
    case .plural(let plural):
      let exactKind: ICUColumn.Kind
      let keywordKind: ICUColumn.Kind
      if plural.offset.value == 0 {
        exactKind = .number(isOrdinal: plural.isOrdinal)
        keywordKind = exactKind
        kinds = [exactKind]
      } else {
        exactKind = .exact
        keywordKind = .offset(plural.offset.integer ?? 0, isOrdinal: plural.isOrdinal)
        kinds = [exactKind, keywordKind]
      }
      var seen: Set<ICUPluralBranch.Selector> = []
      self.branches = plural.branches.filter { seen.insert($0.selector).inserted }
        .compactMap { branch in
          switch branch.selector {
          case .exact(let number):
            let text = number.integer.map(String.init) ?? "\(number.value)"
            return Branch(keys: [exactKind: .exact(text)], message: branch.message)
          case .keyword("other"):
            return Branch(keys: [:], message: branch.message)
          case .keyword(let keyword):
            guard Self.categories.contains(keyword) else { return nil }
            return Branch(keys: [keywordKind: .keyword(keyword)], message: branch.message)
          }
        }
    default:
      return nil
    }
    // `other` last, as people write it.
    branches = branches.filter { !$0.keys.isEmpty } + branches.filter { $0.keys.isEmpty }
  }

  static let categories: Set<String> = ["zero", "one", "two", "few", "many", "other"]
}
