import LocaleServices
import MessageSyntax

/// A message of the source, as translations are measured by it.
struct SourceKey: Sendable {
  var entry: CatalogEntry
  var form: Form

  /// What most translations are measured by: numbers alone, of which there are many.
  struct Form: Sendable {
    var words: Int
    var syntax: MessageSyntaxKind
    /// Whether the language's plural rules say how many variants there are.
    var isSelect = false
    /// The message's outline, where a translation that has it too need not be read.
    var outline: MessageOutline?
  }

  init(_ entry: CatalogEntry, words: Int) {
    self.entry = entry
    form = Form(words: words, syntax: entry.syntax)
    if case .select? = entry.parsed.message { form.isSelect = true }
    guard entry.parsed.isValid, entry.metadata.placeholders.isEmpty || !form.isSelect else {
      return
    }
    if let found = MessageOutline(of: entry.text, entry.syntax), !found.hasTwins {
      form.outline = found
    }
  }
}

/// Counts the variants that a locale's messages need and have.
///
/// Messages with one outline and the same branches need the same variants and have the same ones, so
/// that one of them tells for all.
struct VariantCounter {
  /// What an outline tells of a plural.
  struct Branches: Hashable {
    var categories: PluralBits
    var exact: UInt16

    init(_ outline: MessageOutline) {
      categories = outline.categories
      exact = outline.exact
    }
  }

  private struct Shape: Hashable {
    var signature: UInt64
    var source: Branches
    var syntax: MessageSyntaxKind
    var translation: Branches?
  }

  private(set) var counts = LocaleCoverage.Variants()
  private let planner: VariantPlanner
  private var known: [Shape: LocaleCoverage.Variants] = [:]

  init(_ planner: VariantPlanner) { self.planner = planner }

  /// Adds a translation that was read; nil where there is none.
  mutating func add(_ translation: Message?, of source: SourceKey) {
    guard translation == nil, let shape = Self.shape(of: source.form, nil) else {
      return add(count(translation, source))
    }
    add(known[shape] ?? keep(count(nil, source), of: shape))
  }

  /// Adds a translation with its source's outline.
  mutating func add(
    _ branches: Branches, of form: SourceKey.Form, source: () -> SourceKey,
    reading translation: () -> Message?
  ) {
    guard form.isSelect else {
      counts.required += 1
      counts.present += 1
      return
    }
    guard let shape = Self.shape(of: form, branches) else {
      return add(count(translation(), source()))
    }
    add(known[shape] ?? keep(count(translation(), source()), of: shape))
  }

  private static func shape(of form: SourceKey.Form, _ translation: Branches?) -> Shape? {
    guard form.isSelect, let outline = form.outline else { return nil }
    return Shape(
      signature: outline.signature, source: Branches(outline), syntax: form.syntax,
      translation: translation)
  }

  private mutating func keep(
    _ variants: LocaleCoverage.Variants, of shape: Shape
  ) -> LocaleCoverage.Variants {
    known[shape] = variants
    return variants
  }

  private mutating func add(_ variants: LocaleCoverage.Variants) {
    counts.required += variants.required
    counts.present += variants.present
  }

  private func count(_ translation: Message?, _ source: SourceKey) -> LocaleCoverage.Variants {
    var variants = LocaleCoverage.Variants()
    guard source.form.isSelect, let message = source.entry.parsed.message else {
      variants.required = 1
      if translation != nil { variants.present = 1 }
      return variants
    }
    let required = planner.requiredVariants(
      of: message, placeholders: source.entry.metadata.placeholders)
    variants.required = required.expected.count
    guard let translation else { return variants }
    let missing = required.missing(in: translation).count { $0.reach != .largeIntegers }
    variants.present = variants.required - missing
    return variants
  }
}
