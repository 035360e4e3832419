import LocaleServices
import MessageSyntax
import StringCatalogs

/// A message as formats see it that know texts and plurals, but no free selection.
enum PluralShape {
  /// A form of a plural: a category, or a number itself.
  enum Form: Hashable {
    case category(PluralCategory)
    case exact(Int)

    /// The key of MessageFormat 2.
    var key: String {
      switch self {
      case .category(.other): "*"
      case .category(let category): category.rawValue
      case .exact(let number): String(number)
      }
    }
  }

  struct Plural {
    var variable: String
    var kind: PluralRules.Kind
    var forms: [(form: Form, pattern: Pattern)]

    subscript(form: Form) -> Pattern? { forms.first { $0.form == form }?.pattern }

    /// The pattern that a whole number gets.
    func pattern(for number: Int, _ rules: PluralRules) -> Pattern? {
      self[.exact(number)] ?? self[.category(rules.category(of: number))]
        ?? self[.category(.other)]
    }
  }

  case text(Pattern)
  case plural(Plural)
  /// A choice by words, by several values, or by numbers with a fraction.
  case other(String)

  init(_ message: Message) {
    switch message {
    case .pattern(let message): self = .text(message.pattern)
    case .select(let message): self = Self.shape(of: message)
    }
  }

  private static func shape(of message: SelectMessage) -> PluralShape {
    guard message.selectors.count == 1, let meaning = message.selectorMeanings().first else {
      return .other("it chooses by \(message.selectors.count) values at once")
    }
    let kind: PluralRules.Kind
    switch meaning.kind {
    case .plural(let plural): kind = plural
    case .exact: kind = .cardinal
    case .text: return .other("it chooses by the words of `$\(meaning.variable)`")
    }
    var forms: [(form: Form, pattern: Pattern)] = []
    for variant in message.variants {
      switch variant.keys.first {
      case .literal(let literal)?:
        if let category = PluralCategory(rawValue: literal.value) {
          forms.append((.category(category), variant.value))
        } else if let number = Int(literal.value), number >= 0 {
          forms.append((.exact(number), variant.value))
        } else {
          return .other("it has a variant for `\(literal.value)`")
        }
      case .catchall?:
        // `other` written out is reached by fewer numbers than `*`, but by all that matter.
        if !forms.contains(where: { $0.form == .category(.other) }) {
          forms.append((.category(.other), variant.value))
        }
      case nil: return .other("it has a variant without a key")
      }
    }
    return .plural(Plural(variable: meaning.variable, kind: kind, forms: forms))
  }
}
