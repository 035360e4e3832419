extension ICUVariantTable {
  /// The largest product of keys that is looked at, and of the values that they are tried with.
  private static let mostCombinations = 96
  private static let mostCases = 1_000

  /// Makes a row for each combination of keys, less those that say nothing new; false if the keys
  /// alone do not decide what the source would show, or there are too many of them.
  mutating func addProductRows(
    _ message: ICUMessage, _ roles: ICUArgumentRoles, _ convert: Convert
  ) -> Bool {
    collectKeys(message)
    var combinations: [[Key]] = [[]]
    for keys in self.keys {
      guard combinations.count * (keys.count + 1) <= Self.mostCombinations else { return false }
      combinations = combinations.flatMap { prefix in
        (keys + [.catchall]).map { prefix + [$0] }
      }
    }
    var cases: [Case] = []
    for combination in combinations {
      var result: [PatternElement]?
      guard let alternatives = values(of: combination) else { return false }
      for values in alternatives {
        let elements = resolve(message, values, plural: nil, convert).joiningTexts
        if let result, result != elements { return false }
        guard cases.count < Self.mostCases else { return false }
        result = elements
        cases.append(Case(values: values, row: rows.count))
      }
      rows.append(
        Row(
          keys: Dictionary(uniqueKeysWithValues: combination.enumerated().map { ($0, $1) }),
          elements: result ?? []))
    }
    removeRedundantRows(&cases)
    return true
  }

  /// What a column's selector may be: an exact value that some key names, and a category.
  private struct Value {
    var exact: Key?
    var keyword: Key?
  }

  /// Some values, and the index of the row that is taken for them.
  private struct Case {
    var values: [Value]
    var row: Int
  }

  private mutating func collectKeys(_ message: ICUMessage) {
    for element in message.elements {
      if case .tag(let tag) = element, let content = tag.content { collectKeys(content) }
      guard let selection = ICUSelection(element) else { continue }
      for kind in selection.kinds {
        let index = column(selection.argument, kind)
        for branch in selection.branches {
          if let key = branch.keys[kind], !keys[index].contains(key) { keys[index].append(key) }
        }
      }
      for branch in selection.branches { collectKeys(branch.message) }
    }
  }

  private mutating func column(_ argument: String, _ kind: ICUColumn.Kind) -> Int {
    let column = ICUColumn(argument: argument, kind: kind)
    if let index = columns.firstIndex(of: column) { return index }
    columns.append(column)
    keys.append([])
    return columns.count - 1
  }

  /// Every combination of values for which these keys are the best; nil if there are too many.
  private func values(of combination: [Key]) -> [[Value]]? {
    var result: [[Value]] = [[]]
    for (index, key) in combination.enumerated() {
      let alternatives: [Value]
      switch key {
      case .exact:
        // Whatever its category is: it may be any of those that have a key, or another.
        let categories = keys[index].filter { if case .keyword = $0 { true } else { false } }
        alternatives =
          categories.map { Value(exact: key, keyword: $0) } + [Value(exact: key, keyword: nil)]
      case .keyword: alternatives = [Value(exact: nil, keyword: key)]
      case .catchall: alternatives = [Value(exact: nil, keyword: nil)]
      }
      guard result.count * alternatives.count <= Self.mostCases else { return nil }
      result = result.flatMap { prefix in alternatives.map { prefix + [$0] } }
    }
    return result
  }

  /// What the source shows for some values.
  private func resolve(
    _ message: ICUMessage, _ values: [Value], plural: ICUColumn?, _ convert: Convert
  ) -> [PatternElement] {
    message.elements.flatMap { element in
      if case .tag(let tag) = element, let content = tag.content {
        return [tag.markup(.open)]
          + resolve(content, values, plural: plural, convert)
          + [tag.markup(.close)]
      }
      guard let selection = ICUSelection(element) else { return convert(element, plural) }
      guard let branch = chosen(selection, values) else { return [] }
      return resolve(branch.message, values, plural: selection.numberColumn, convert)
    }
  }

  /// The branch that ICU takes: an exact value, else a category, else `other`.
  private func chosen(_ selection: ICUSelection, _ values: [Value]) -> ICUSelection.Branch? {
    func fits(_ branch: ICUSelection.Branch, exact: Bool) -> Bool {
      branch.keys.contains { kind, key in
        let column = ICUColumn(argument: selection.argument, kind: kind)
        guard let index = columns.firstIndex(of: column), index < values.count else { return false }
        return exact ? values[index].exact == key : values[index].keyword == key
      }
    }
    return selection.branches.first { fits($0, exact: true) }
      ?? selection.branches.first { fits($0, exact: false) }
      ?? selection.branches.last { $0.keys.isEmpty }
  }

  /// Removes each row without which every case still gets its pattern.
  private mutating func removeRedundantRows(_ cases: inout [Case]) {
    var remaining = Set(rows.indices)
    for (index, row) in rows.enumerated() {
      // The row of `*` alone is needed as the fallback.
      guard row.keys.values.contains(where: { $0 != .catchall }) else { continue }
      remaining.remove(index)
      // Only the cases that took this row get another.
      var changed = cases
      for place in changed.indices where changed[place].row == index {
        guard let best = best(for: changed[place].values, among: remaining),
          rows[best].elements == row.elements
        else {
          remaining.insert(index)
          break
        }
        changed[place].row = best
      }
      if !remaining.contains(index) { cases = changed }
    }
    rows = remaining.sorted().map { rows[$0] }
  }

  /// The row that MessageFormat 2 takes: column by column the best key.
  private func best(for values: [Value], among indexes: Set<Int>) -> Int? {
    var best: (row: Int, scores: [Int])?
    for index in indexes {
      let row = rows[index]
      var scores: [Int] = []
      for (column, value) in values.enumerated() {
        switch row.keys[column] ?? .catchall {
        case .catchall: scores.append(0)
        case let key where key == value.keyword: scores.append(1)
        case let key where key == value.exact: scores.append(2)
        default: break
        }
      }
      // All of a case's rows differ in their keys, so that no two of them are equally good.
      guard scores.count == values.count else { continue }
      if let current = best, !current.scores.lexicographicallyPrecedes(scores) { continue }
      best = (index, scores)
    }
    return best?.row
  }
}
