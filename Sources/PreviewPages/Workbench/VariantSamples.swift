import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import StringCatalogs

/// Values that bring out every variant of a message that a reader can meet.
///
/// For a number the samples come from ICU's plural rules of the language: the smallest whole number of
/// each category, a fraction where no whole number has it, and each exact number that the message names.
struct VariantSamples {
  struct Sample: Hashable {
    /// What was tried: `$count = 2 (few)`.
    var label: String
    var arguments: [String: PageArgument]
  }

  /// More are of no use to anybody who reads them.
  private static let limit = 24

  let samples: [Sample]

  init(message: Message, source: CatalogEntry, locale: LocaleIdentifier) {
    guard case .select(let select) = message else {
      samples = []
      return
    }
    var samples = [Sample(label: "", arguments: [:])]
    for (index, selector) in select.selectors.enumerated() {
      let values = Self.values(of: selector.name, at: index, in: select, source, locale)
      guard !values.isEmpty else { continue }
      samples = samples.flatMap { sample in
        values.map { value in
          Sample(
            label: sample.label.isEmpty ? value.label : "\(sample.label), \(value.label)",
            arguments: sample.arguments.merging(value.arguments) { $1 })
        }
      }
      samples = Array(samples.prefix(Self.limit))
    }
    self.samples = samples.filter { !$0.label.isEmpty }
  }

  private static func values(
    of variable: String, at index: Int, in select: SelectMessage, _ source: CatalogEntry,
    _ locale: LocaleIdentifier
  ) -> [Sample] {
    let expression = select.declarations.first { $0.name == variable }?.value
    // A selector that was derived from an argument is tried through that argument.
    guard case .variable(let argument)? = expression?.operand else { return [] }
    let placeholder = source.metadata.placeholders[argument.name]
    let keys: [String] = select.variants.compactMap { variant in
      guard variant.keys.indices.contains(index), case .literal(let key) = variant.keys[index]
      else { return nil }
      return key.value
    }
    switch expression?.function?.name {
    case "number", "integer", "offset", "percent", "currency", "unit":
      return numbers(for: argument.name, expression, keys, locale)
    default:
      var values = placeholder?.values ?? []
      for key in keys where !values.contains(key) { values.append(key) }
      if !values.contains("other") { values.append("other") }
      return values.map { value in
        Sample(label: "$\(argument.name) = \(value)", arguments: [argument.name: .string(value)])
      }
    }
  }

  private static func numbers(
    for variable: String, _ expression: Expression?, _ keys: [String], _ locale: LocaleIdentifier
  ) -> [Sample] {
    let options = expression?.function?.options ?? []
    let isOrdinal = options.contains { option in
      guard option.name == "select", case .literal(let value) = option.value else { return false }
      return value.value == "ordinal"
    }
    let isExact = options.contains { option in
      guard option.name == "select", case .literal(let value) = option.value else { return false }
      return value.value == "exact"
    }
    var values: [(digits: String, label: String)] = []
    for key in keys where Int(key) != nil && !values.contains(where: { $0.digits == key }) {
      values.append((key, "= \(key)"))
    }
    if !isExact,
      let rules = try? PluralRules(locale: locale, type: isOrdinal ? .ordinal : .cardinal)
    {
      let takesFractions = expression?.function?.name != "integer" && !isOrdinal
      for category in PluralCategory.allCases {
        let reachability = rules.reachability(of: category)
        let whole = reachability.integers.first.map { String($0) }
        guard let digits = whole ?? (takesFractions ? reachability.decimals.first : nil) else {
          continue
        }
        values.append((digits, "= \(digits) (\(category.rawValue))"))
      }
    }
    return values.map { value in
      Sample(label: "$\(variable) \(value.label)", arguments: [variable: .number(value.digits)])
    }
  }
}
