/// How much a finding matters: a `note` informs, a `warning` is worth a look, an `error` must go.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  case note, warning, error

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// One fault in one text, as a value: what is wrong, where exactly, what to do.
///
///     Diagnostic(
///       code: "invalid-syntax", message: "expected `}`", span: 5..<6,
///       help: "close the placeholder with `}`")
///
/// `span` counts UTF-8 bytes of the text that was looked at (a message, a manifest); whoever knows
/// the file turns it into lines and columns. Messages are lowercase, without a full stop.
public struct Diagnostic: Hashable, Sendable, Error {
  /// A second place that explains the first.
  public struct Note: Hashable, Sendable {
    public var message: String
    public var span: Range<Int>?

    public init(_ message: String, span: Range<Int>? = nil) {
      self.message = message
      self.span = span
    }
  }

  /// The rule's name in kebab-case; it never changes.
  public var code: String
  public var severity: Severity
  public var message: String
  public var span: Range<Int>
  public var help: String?
  public var notes: [Note]

  public init(
    code: String, severity: Severity = .error, message: String, span: Range<Int>,
    help: String? = nil, notes: [Note] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.span = span
    self.help = help
    self.notes = notes
  }
}
