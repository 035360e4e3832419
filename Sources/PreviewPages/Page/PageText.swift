public import LocaleIdentifiers

/// One message as a page of a locale shows it: formatted with its example values.
public struct PageText: Sendable {
  public var key: String
  /// The locale whose catalogue the text came from; nil where no catalogue has the key.
  public var locale: LocaleIdentifier?
  /// `ltr` or `rtl`, the direction of `locale`.
  public var direction: String
  /// The text with its markup as elements.
  public var html: String
  /// The text without its markup, not escaped.
  public var plain: String
  public var marks: Set<TextMark>
  /// Markup that was dropped.
  public var problems: [MarkupProblem]
  /// What the formatter said.
  public var errors: [String]

  public init(
    key: String, locale: LocaleIdentifier?, direction: String, html: String, plain: String,
    marks: Set<TextMark> = [], problems: [MarkupProblem] = [], errors: [String] = []
  ) {
    self.key = key
    self.locale = locale
    self.direction = direction
    self.html = html
    self.plain = plain
    self.marks = marks
    self.problems = problems
    self.errors = errors
  }
}

/// Why a translator should look at a text.
public enum TextMark: String, Hashable, Sendable, CaseIterable {
  /// No text in the page's own locale; another locale's is shown.
  case missing
  /// The source changed since this was translated.
  case stale
  /// Translated, and nobody has read it over.
  case unreviewed
  /// A check found something.
  case findings
  /// Longer than there is room for.
  case long

  /// What translators read.
  var label: String {
    switch self {
    case .missing: "Missing"
    case .stale: "Stale"
    case .unreviewed: "Not reviewed"
    case .findings: "Findings"
    case .long: "Too long"
    }
  }
}
