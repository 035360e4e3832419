import LocaleIdentifiers
import LocaleServices

/// What the functions of a module share: the helpers they call, and the formats of `Intl` they use, each
/// once.
struct ModuleParts {
  private(set) var helpers: Set<String> = []
  private(set) var constants: [(name: String, value: String)] = []
  private var known: [String: String] = [:]
  private var counts: [Character: Int] = [:]

  /// A call of a helper.
  mutating func call(_ helper: String, _ arguments: String...) -> String {
    helpers.insert(helper)
    return "\(helper)(\(arguments.joined(separator: ", ")))"
  }

  /// The name of a constant, which is made where no other has its value.
  private mutating func constant(_ letter: Character, _ value: String) -> String {
    if let name = known[value] { return name }
    counts[letter, default: 0] += 1
    let name = "$$\(letter)\(counts[letter] ?? 0)"
    known[value] = name
    constants.append((name, value))
    return name
  }

  /// A format of `Intl` that is made when it is first used.
  mutating func intl(
    _ kind: String, _ locale: LocaleIdentifier, _ options: IntlOptions
  ) -> String {
    let tag = JavaScript.string(locale.tag)
    let list = options.isEmpty ? tag : "\(tag), \(JavaScript.object(options))"
    let make = call("$$once", "() => new Intl.\(kind)(\(list))")
    return constant(kind == "PluralRules" ? "p" : "f", "/*#__PURE__*/ \(make)")
  }

  /// A date format, which is made for each zone when it is first used.
  mutating func dateFormat(_ locale: LocaleIdentifier, _ options: IntlOptions) -> String {
    let make = call("$$dateFormat", JavaScript.string(locale.tag), JavaScript.object(options))
    return constant("d", "/*#__PURE__*/ \(make)")
  }

  /// A format whose options an argument decides.
  mutating func late(
    _ kind: String, _ locale: LocaleIdentifier, _ options: IntlOptions
  ) -> String {
    call("$$late", "\"\(kind)\"", JavaScript.string(locale.tag), JavaScript.object(options))
  }

  /// The formats of arguments without function.
  mutating func kit(_ locale: LocaleIdentifier) -> String {
    let numbers = intl("NumberFormat", locale, [])
    let lists = intl("ListFormat", locale, [("type", "\"conjunction\"")])
    let dates = dateFormat(locale, Self.plainDate)
    let mark = JavaScript.string(locale.direction.isolate)
    return constant("k", "[\(numbers), \(lists), \(dates), \(mark)]")
  }

  /// What a date without function shows.
  static let plainDate: IntlOptions = [
    ("year", "\"numeric\""), ("month", "\"short\""), ("day", "\"numeric\""),
    ("hour", "\"numeric\""), ("minute", "\"numeric\""),
  ]
}

extension TextDirection {
  /// The mark in front of a value that is written in a locale of this direction, inside a message of
  /// the same locale: none from left to right.
  var isolate: String {
    switch self {
    case .leftToRight: ""
    case .rightToLeft: "\u{2067}"
    }
  }
}
