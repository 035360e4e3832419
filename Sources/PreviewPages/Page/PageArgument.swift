import StringCatalogs

/// The value of a message's variable on a page, before a formatter sees it.
public enum PageArgument: Hashable, Sendable {
  case string(String)
  /// A number's digits.
  case number(String)
  /// A date or a time in ISO 8601.
  case date(String)
  case list([String])

  /// A value that was written as text, for a variable of a kind; a list's items are separated by
  /// commas.
  init(_ text: String, kind: Placeholder.Kind) {
    switch kind {
    case .string: self = .string(text)
    case .integer, .number, .currency, .percent: self = .number(text)
    case .date, .datetime: self = .date(text)
    case .list: self = .list(text.split(separator: ",").map { String($0.drop { $0 == " " }) })
    }
  }
}
