/// A stretch of a formatted number; kinds have the names of ECMA-402's `formatToParts`.
public struct NumberPart: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case integer, group, decimal, fraction, minusSign, plusSign, percentSign, currency, unit
    case compact, exponentSeparator, exponentMinusSign, exponentInteger, infinity, nan, literal
  }

  public var kind: Kind
  public var value: String

  public init(kind: Kind, value: String) {
    self.kind = kind
    self.value = value
  }
}

/// Where ICU found a field, in bytes.
struct NumberField {
  var kind: NumberPart.Kind
  var range: Range<Int>
}

extension NumberPart.Kind {
  /// The kind of one of ICU's `UNumberFormatFields`.
  init(icuField: Int32) {
    self =
      switch icuField {
      case 0: .integer
      case 1: .fraction
      case 2: .decimal
      case 3: .exponentSeparator
      case 4: .exponentMinusSign
      case 5: .exponentInteger
      case 6: .group
      case 7: .currency
      case 8, 9: .percentSign
      case 10: .minusSign
      case 11: .unit
      case 12: .compact
      default: .literal
      }
  }
}

extension NumberPart {
  /// Cuts a text where its fields begin and end; a field inside another (a separator in the integer)
  /// wins over it.
  static func parts(of text: String, fields: [NumberField]) -> [NumberPart] {
    let bytes = Array(text.utf8)
    var kinds = [Kind](repeating: .literal, count: bytes.count)
    let outerFirst = fields.sorted { $0.range.count > $1.range.count }
    for field in outerFirst {
      for index in field.range.clamped(to: kinds.indices) { kinds[index] = field.kind }
    }
    var parts: [NumberPart] = []
    var start = 0
    while start < bytes.count {
      let kind = kinds[start]
      let end = kinds[start...].firstIndex { $0 != kind } ?? bytes.count
      let value = String(decoding: bytes[start..<end], as: UTF8.self)
      parts.append(NumberPart(kind: refined(kind, value), value: value))
      start = end
    }
    return parts
  }

  /// ICU has one field for both signs, and calls infinity and NaN integers.
  private static func refined(_ kind: Kind, _ value: String) -> Kind {
    switch kind {
    case .minusSign: value.contains("+") || value.contains("＋") ? .plusSign : .minusSign
    case .integer where value.contains("∞"): .infinity
    case .integer where value == "NaN": .nan
    default: kind
    }
  }
}
