import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// Finds and formats the texts of one page locale: its own, or the first of its fallbacks.
struct TextResolver {
  private let pages: SitePages
  private let locale: LocaleIdentifier
  private let chain: [LocaleIdentifier]
  private var renderers: [LocaleIdentifier: MessageRenderer] = [:]

  init(pages: SitePages, locale: LocaleIdentifier) {
    self.pages = pages
    self.locale = locale
    chain = pages.chain(for: locale)
  }

  /// The text of a key, formatted with the example values of its source message.
  mutating func text(_ key: String) -> PageText {
    text(key, arguments: examples(of: key))
  }

  /// The text of a key, formatted with given values.
  mutating func text(_ key: String, arguments: [String: PageArgument]) -> PageText {
    guard let (found, entry) = entry(key) else {
      return PageText(
        key: key, locale: nil, direction: pages.languages.direction(of: locale),
        html: HTMLEscaping.text(key), plain: key, marks: [.missing])
    }
    var text = PageText(
      key: key, locale: found, direction: pages.languages.direction(of: found), html: "",
      plain: "")
    if let message = entry.parsed.message, entry.parsed.isValid {
      let output = renderer(for: found).render(message, arguments: arguments)
      text.html = output.html
      text.plain = output.plain
      text.problems = output.problems
      text.errors = output.errors
    } else {
      // A message that cannot be read is shown as it was written, so that somebody sees it.
      text.html = HTMLEscaping.text(entry.text)
      text.plain = entry.text
      text.errors = entry.parsed.diagnostics.map(\.message)
    }
    text.marks = marks(of: entry, found: found, plain: text.plain)
    return text
  }

  /// The text of a key with many values, without markup.
  mutating func plainTexts(_ key: String, arguments: [[String: PageArgument]]) -> [String] {
    guard let (found, entry) = entry(key), let message = entry.parsed.message, entry.parsed.isValid
    else { return arguments.map { text(key, arguments: $0).plain } }
    return renderer(for: found).plain(message, arguments: arguments)
  }

  /// The first usable entry of the chain: an empty or broken one is passed over while there is
  /// another.
  private func entry(_ key: String) -> (LocaleIdentifier, CatalogEntry)? {
    var broken: (LocaleIdentifier, CatalogEntry)?
    for locale in chain {
      guard let entry = pages.entries[locale]?[key], !entry.text.isEmpty else { continue }
      if entry.parsed.isValid { return (locale, entry) }
      if broken == nil { broken = (locale, entry) }
    }
    return broken
  }

  private mutating func renderer(for locale: LocaleIdentifier) -> MessageRenderer {
    if let renderer = renderers[locale] { return renderer }
    let renderer = MessageRenderer(locale: locale)
    renderers[locale] = renderer
    return renderer
  }

  private func marks(
    of entry: CatalogEntry, found: LocaleIdentifier, plain: String
  ) -> Set<TextMark> {
    var marks: Set<TextMark> = []
    if pages.findings[locale]?[entry.key]?.isEmpty == false { marks.insert(.findings) }
    let source = pages.entries[pages.site.source]?[entry.key]
    if let limit = source?.metadata.maxLength, plain.count > limit { marks.insert(.long) }
    guard locale != pages.site.source else { return marks }
    guard found == locale else { return marks.union([.missing]) }
    if let source, entry.isStale(comparedWith: source) { marks.insert(.stale) }
    switch entry.metadata.state {
    case .reviewed, .final: break
    case .initial, .translated, nil: marks.insert(.unreviewed)
    }
    return marks
  }

  // MARK: Example values

  /// The example values of a key's source message, by variable.
  mutating func examples(of key: String) -> [String: PageArgument] {
    guard let source = pages.entries[pages.site.source]?[key] else { return [:] }
    var arguments: [String: PageArgument] = [:]
    for (name, placeholder) in source.metadata.placeholders {
      arguments[name] = argument(placeholder, of: key)
    }
    return arguments
  }

  private mutating func argument(_ placeholder: Placeholder, of key: String) -> PageArgument? {
    let example = placeholder.example
    switch placeholder.kind {
    case .string:
      return (example ?? placeholder.values.first).map(PageArgument.string)
    case .integer, .number, .currency, .percent, .date, .datetime:
      return example.map { PageArgument($0, kind: placeholder.kind) }
    case .list:
      // A message that names itself among its list's keys would never end.
      let keys = placeholder.keys.filter { $0 != key && listKeys($0).isEmpty }
      return .list(keys.map { text($0).plain })
    }
  }

  private func listKeys(_ key: String) -> [String] {
    pages.listKeys(of: key)
  }
}
