import LocaleServices

/// How a flat program chooses its variant: each selector's argument becomes a small number, and these
/// together the place in a table.
final class FlatDecision: Sendable {
  /// The operations of a variant.
  struct Choice: Sendable {
    var start: Int
    var end: Int
  }

  private let columns: ConstantTable<Unmanaged<FlatColumn>>
  private let owners: [FlatColumn]
  /// The best variants first, so that the first that matches is chosen.
  private let variants: [FlatProgram.Variant]
  private let choices: ConstantTable<Choice>
  /// The place in `choices` for every combination of what the columns find; empty where there are too
  /// many combinations.
  private let table: ConstantTable<UInt16>
  private static let largestTable = 1024

  init(_ columns: [FlatColumn], _ variants: [FlatProgram.Variant]) {
    self.columns = ConstantTable(columns.map { Unmanaged.passUnretained($0) })
    owners = columns
    self.variants = variants
    choices = ConstantTable(variants.map { Choice(start: $0.start, end: $0.end) })
    var size = 1
    for column in columns where size <= Self.largestTable { size *= column.width }
    var table: [UInt16] = []
    if size <= Self.largestTable, variants.count < Int(UInt16.max) {
      for place in 0..<size {
        var rest = place
        let found = columns.map { column in
          defer { rest /= column.width }
          return rest % column.width
        }
        let index = Self.first(of: variants, columns, found)
        table.append(index.map { UInt16($0) } ?? .max)
      }
    }
    self.table = ConstantTable(table)
  }

  deinit {
    columns.deallocate()
    choices.deallocate()
    table.deallocate()
  }

  /// The variant whose keys match best; nil if an argument is not of the expected kind.
  @inline(__always)
  func choose(_ arguments: ArgumentValues.Storage) -> Choice? {
    guard table.count > 0 else { return search(arguments) }
    var place = 0
    var stride = 1
    for index in 0..<columns.count {
      let found = columns[index]._withUnsafeGuaranteedRef { column in
        let found = column.find(arguments)
        place &+= found &* stride
        stride &*= column.width
        return found
      }
      guard found >= 0 else { return nil }
    }
    let index = Int(table[place])
    return index < choices.count ? choices[index] : nil
  }

  private func search(_ arguments: ArgumentValues.Storage) -> Choice? {
    let found = owners.map { $0.find(arguments) }
    guard found.allSatisfy({ $0 >= 0 }) else { return nil }
    return Self.first(of: variants, owners, found).map { choices[$0] }
  }

  /// The first variant whose keys all match what the columns found.
  private static func first(
    of variants: [FlatProgram.Variant], _ columns: [FlatColumn], _ found: [Int]
  ) -> Int? {
    variants.firstIndex { variant in
      zip(columns, zip(variant.keys, found)).allSatisfy { column, pair in
        column.matches(key: pair.0, found: pair.1)
      }
    }
  }
}
