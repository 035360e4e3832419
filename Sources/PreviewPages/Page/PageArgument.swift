/// The value of a message's variable on a page, before a formatter sees it.
public enum PageArgument: Hashable, Sendable {
  case string(String)
  /// A number's digits.
  case number(String)
  /// A date or a time in ISO 8601.
  case date(String)
  case list([String])
}
