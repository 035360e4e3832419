public import Diagnostics
public import LocaleIdentifiers

/// One thing that can be wrong with a site's strings: what it is called, why it matters, how to
/// find it.
///
///     CheckList.all.first { $0.rule == "missing-variable" }?.summary
///
/// A check is a value: its explanation and examples are printed by `langue explain RULE`, and the
/// examples are its first tests.
public struct Check: Sendable {
  /// The rule's name, the kebab-case of its file's name (`missing-plural-category`).
  public var rule: String
  /// How much a finding matters unless the site says otherwise.
  public var severity: Severity
  /// What is wrong, in one sentence.
  public var summary: String
  /// Markdown: why it matters, how to mend it, when to suppress it.
  public var explanation: String
  public var examples: [CheckExample]
  /// How the rule fared in public catalogues.
  public var tally: CheckTally?
  public var kind: Kind
  /// What in a message it looks at; it has nothing to say of one where that is plainly in order, as
  /// `SourceOutline` judges. Nil for checks that nobody here knows.
  var aspects: CheckAspects?

  /// What a check looks at.
  public enum Kind: Sendable {
    /// Any message by itself, the source's too. What is said of the source is not said again,
    /// in the same words, of its translations.
    case message(@Sendable (borrowing MessageContext) -> [Fault])
    /// A translation beside its source.
    case translation(@Sendable (borrowing TranslationContext) -> [Fault])
    /// All messages of one locale.
    case locale(@Sendable (borrowing LocaleContext) -> [PlacedFault])
    /// The site: its manifest, its templates, its source.
    case site(@Sendable (borrowing SiteContext) -> [PlacedFault])
    /// Whoever reads the files finds it; the finding passes through.
    case loading
  }

  public init(
    _ rule: String, _ severity: Severity, summary: String, explanation: String,
    examples: [CheckExample], tally: CheckTally? = nil, kind: Kind
  ) {
    self.rule = rule
    self.severity = severity
    self.summary = summary
    self.explanation = explanation
    self.examples = examples
    self.tally = tally
    self.kind = kind
  }
}

extension Check {
  /// The same check, which looks at some aspects of a message only.
  func looking(at aspects: CheckAspects) -> Check {
    var check = self
    check.aspects = aspects
    return check
  }
}

/// What checks look at in a message that has the structure of its source.
struct CheckAspects: OptionSet, Sendable {
  let rawValue: UInt8

  /// Characters, plural categories, metadata: all that has no aspect of its own.
  static let content = CheckAspects(rawValue: 1 << 0)
  /// How wide it is.
  static let width = CheckAspects(rawValue: 1 << 1)
  /// What it ends with.
  static let end = CheckAspects(rawValue: 1 << 2)
  /// Whether it is the source's own text.
  static let sameness = CheckAspects(rawValue: 1 << 3)
  static let all: CheckAspects = [.content, .width, .end, .sameness]
}

/// One fault in a message: what is wrong, and where, in UTF-8 bytes of the message's source.
public struct Fault: Hashable, Sendable {
  public var message: String
  public var span: Range<Int>
  public var help: String?
  /// In place of the check's own severity, where a fault is worse or milder than most.
  public var severity: Severity?

  public init(
    _ message: String, at span: Range<Int>, help: String? = nil, severity: Severity? = nil
  ) {
    self.message = message
    self.span = span
    self.help = help
    self.severity = severity
  }
}

/// A fault that is not simply in the message at hand.
public struct PlacedFault: Sendable {
  public enum Place: Sendable {
    /// In an entry's message; the span counts bytes of its text.
    case message(CatalogPlace, Range<Int>)
    /// At an entry's key.
    case key(CatalogPlace)
    /// Behind an entry's value, or at the start of the catalogue where there is none: there a key
    /// is missing. The string is that key.
    case gap(catalog: Int, after: Int?, key: String)
    /// At a stretch of the manifest, about a locale.
    case manifest(SourceRange, LocaleIdentifier?)
    /// At a stretch of a page template, in bytes.
    case template(Int, Range<Int>, key: String)
  }

  public var place: Place
  public var message: String
  public var help: String?
  public var severity: Severity?

  public init(
    _ message: String, at place: Place, help: String? = nil, severity: Severity? = nil
  ) {
    self.place = place
    self.message = message
    self.help = help
    self.severity = severity
  }
}
