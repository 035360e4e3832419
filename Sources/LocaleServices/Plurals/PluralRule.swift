/// One category's condition in CLDR's notation (UTS 35 part 3, section 5.1), ready to be tested.
///
///     PluralRule("v = 0 and i % 10 = 2..4 and i % 100 != 12..14")
struct PluralRule: Sendable {
  /// `operand % modulus = ranges`
  private struct Relation {
    var operand: Operand
    var modulus: UInt64?
    var isNegated: Bool
    var ranges: [ClosedRange<UInt64>]
  }

  private enum Operand: String {
    case n, i, v, w, f, t, e, c
  }

  /// Joined by `or`; the inner ones by `and`. Empty: always true, as `other` is.
  private let alternatives: [[Relation]]

  /// nil if the text is not in CLDR's notation. Samples (`@integer …`) are passed over.
  init?(_ text: Substring) {
    let condition = text.prefix { $0 != "@" }.split(separator: " ")
    guard !condition.isEmpty else {
      alternatives = []
      return
    }
    var alternatives: [[Relation]] = []
    for alternative in condition.split(separator: "or", omittingEmptySubsequences: false) {
      var relations: [Relation] = []
      for words in alternative.split(separator: "and", omittingEmptySubsequences: false) {
        guard let relation = Self.relation(Array(words)) else { return nil }
        relations.append(relation)
      }
      alternatives.append(relations)
    }
    self.alternatives = alternatives
  }

  func matches(_ number: PluralOperands) -> Bool {
    alternatives.isEmpty || alternatives.contains { $0.allSatisfy { Self.holds($0, for: number) } }
  }

  private static func holds(_ relation: Relation, for number: PluralOperands) -> Bool {
    var value: UInt64
    switch relation.operand {
    case .n:
      // The ranges hold whole numbers only, which a number with a fraction is never in.
      guard number.t == 0 else { return relation.isNegated }
      value = number.i
    case .i: value = number.i
    case .v: value = number.v
    case .w: value = number.w
    case .f: value = number.f
    case .t: value = number.t
    case .e, .c: value = number.e
    }
    if let modulus = relation.modulus { value %= modulus }
    return relation.ranges.contains { $0.contains(value) } != relation.isNegated
  }

  /// `i`, `%`, `10`, `!=`, `2..4,7`
  private static func relation(_ words: [Substring]) -> Relation? {
    var words = words[...]
    guard let name = words.popFirst(), let operand = Operand(rawValue: String(name))
    else { return nil }
    var modulus: UInt64?
    if words.first == "%" {
      words.removeFirst()
      guard let divisor = words.popFirst().flatMap({ UInt64($0) }), divisor > 0 else { return nil }
      modulus = divisor
    }
    guard let comparison = words.popFirst(), comparison == "=" || comparison == "!=",
      let list = words.popFirst(), words.isEmpty
    else { return nil }
    var ranges: [ClosedRange<UInt64>] = []
    for item in list.split(separator: ",", omittingEmptySubsequences: false) {
      let bounds = item.split(separator: ".").map { UInt64($0) }
      guard let first = bounds.first, let lower = first, let last = bounds.last, let upper = last,
        bounds.count <= 2, lower <= upper
      else { return nil }
      ranges.append(lower...upper)
    }
    return Relation(
      operand: operand, modulus: modulus, isNegated: comparison == "!=", ranges: ranges)
  }
}
