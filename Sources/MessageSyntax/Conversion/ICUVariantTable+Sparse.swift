extension ICUVariantTable {
  /// Makes a row for each way through the message; false if there are too many.
  mutating func addSparseRows(
    _ message: ICUMessage, _ roles: ICUArgumentRoles, _ convert: Convert
  ) -> Bool {
    guard let rows = sparseRows(message, plural: nil, convert) else { return false }
    self.rows = rows
    return true
  }

  private mutating func sparseRows(
    _ message: ICUMessage, plural: ICUColumn?, _ convert: Convert
  ) -> [Row]? {
    var rows = [Row(keys: [:], elements: [])]
    for element in message.elements {
      let alternatives: [Row]
      if let selection = ICUSelection(element) {
        guard let branches = branchRows(selection, convert) else { return nil }
        alternatives = branches
      } else if case .tag(let tag) = element, let content = tag.content {
        // A tag may hold selections: its two ends go around each way through them.
        guard let inner = sparseRows(content, plural: plural, convert) else { return nil }
        alternatives = inner.map { row in
          Row(
            keys: row.keys,
            elements: [tag.markup(.open)] + row.elements
              + [tag.markup(.close)])
        }
      } else {
        alternatives = [Row(keys: [:], elements: convert(element, plural))]
      }
      guard rows.count * alternatives.count <= ICUToMessageFormat2.mostVariants else { return nil }
      rows = rows.flatMap { row in
        alternatives.map { alternative in
          // Each column belongs to one selection, so no key meets another.
          Row(
            keys: row.keys.merging(alternative.keys) { first, _ in first },
            elements: row.elements + alternative.elements)
        }
      }
    }
    return rows
  }

  private mutating func branchRows(_ selection: ICUSelection, _ convert: Convert) -> [Row]? {
    var indexes: [ICUColumn.Kind: Int] = [:]
    for kind in selection.kinds {
      let same = columns.count { $0.argument == selection.argument && $0.kind == kind }
      indexes[kind] = columns.count
      columns.append(ICUColumn(argument: selection.argument, kind: kind, instance: same))
    }
    var rows: [Row] = []
    for branch in selection.branches {
      let inner = sparseRows(branch.message, plural: selection.numberColumn, convert)
      guard let inner, rows.count + inner.count <= ICUToMessageFormat2.mostVariants else {
        return nil
      }
      for var row in inner {
        for (kind, key) in branch.keys {
          if let index = indexes[kind] { row.keys[index] = key }
        }
        rows.append(row)
      }
    }
    return rows
  }
}
