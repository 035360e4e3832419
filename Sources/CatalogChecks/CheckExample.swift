public import StringCatalogs

/// A message beside its source, and whether a check has something to say about it.
///
///     .flagged("en", "Hello {$name}", "pl", "Cześć {1️⃣$nmae}")
///     .accepted("en", "Hello {$name}", "pl", "Cześć {$name}")
///
/// `1️⃣` stands where the finding starts; it is not part of the text.
public struct CheckExample: Sendable {
  /// A key and its message in the source and in the translation.
  public struct Row: Sendable {
    public var key: String
    public var source: String?
    public var target: String?
    public var metadata: EntryMetadata

    public init(
      _ key: String, _ source: String?, _ target: String?,
      metadata: EntryMetadata = EntryMetadata()
    ) {
      self.key = key
      self.source = source
      self.target = target
      self.metadata = metadata
    }
  }

  /// The mark in a text where the finding is expected.
  public static let mark = "1️⃣"

  public var isFlagged: Bool
  public var sourceLocale: String
  public var targetLocale: String
  public var rows: [Row]
  public var syntax: MessageSyntaxKind
  /// Labels of the selector, `locale: label`, where the check looks at those.
  public var labels: [(locale: String, label: String)]
  /// Endonyms of the manifest, by locale, where the check looks at those.
  public var endonyms: [String: String]
  /// A page template, where the check looks at those.
  public var template: String?
  /// The glossary's terms, where the check looks at those.
  public var terms: [Glossary.Term]
  /// Why this is wrong, or why it is right.
  public var remark: String?

  public init(
    isFlagged: Bool, sourceLocale: String = "en", targetLocale: String = "en", rows: [Row] = [],
    syntax: MessageSyntaxKind = .messageFormat2, labels: [(locale: String, label: String)] = [],
    endonyms: [String: String] = [:], template: String? = nil, terms: [Glossary.Term] = [],
    remark: String? = nil
  ) {
    self.isFlagged = isFlagged
    self.sourceLocale = sourceLocale
    self.targetLocale = targetLocale
    self.rows = rows
    self.syntax = syntax
    self.labels = labels
    self.endonyms = endonyms
    self.template = template
    self.terms = terms
    self.remark = remark
  }
}

extension CheckExample {
  /// A translation that is flagged at its mark.
  public static func flagged(
    _ sourceLocale: String, _ source: String, _ targetLocale: String, _ target: String,
    syntax: MessageSyntaxKind = .messageFormat2, metadata: EntryMetadata = EntryMetadata(),
    remark: String? = nil
  ) -> CheckExample {
    CheckExample(
      isFlagged: true, sourceLocale: sourceLocale, targetLocale: targetLocale,
      rows: [Row("example", source, target, metadata: metadata)], syntax: syntax, remark: remark)
  }

  /// A translation that is right.
  public static func accepted(
    _ sourceLocale: String, _ source: String, _ targetLocale: String, _ target: String,
    syntax: MessageSyntaxKind = .messageFormat2, metadata: EntryMetadata = EntryMetadata(),
    remark: String? = nil
  ) -> CheckExample {
    var example = flagged(
      sourceLocale, source, targetLocale, target, syntax: syntax, metadata: metadata,
      remark: remark)
    example.isFlagged = false
    return example
  }

  /// A source message that is flagged at its mark.
  public static func flagged(
    _ locale: String, _ text: String, syntax: MessageSyntaxKind = .messageFormat2,
    metadata: EntryMetadata = EntryMetadata(), remark: String? = nil
  ) -> CheckExample {
    CheckExample(
      isFlagged: true, sourceLocale: locale, targetLocale: locale,
      rows: [Row("example", text, nil, metadata: metadata)], syntax: syntax, remark: remark)
  }

  /// A source message that is right.
  public static func accepted(
    _ locale: String, _ text: String, syntax: MessageSyntaxKind = .messageFormat2,
    metadata: EntryMetadata = EntryMetadata(), remark: String? = nil
  ) -> CheckExample {
    var example = flagged(locale, text, syntax: syntax, metadata: metadata, remark: remark)
    example.isFlagged = false
    return example
  }
}
