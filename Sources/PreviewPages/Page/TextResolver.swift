import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// What all messages of a page are read with, one after the other.
private final class ReadingMemory {
  var buffer = MessageSyntaxBuffer()
}

/// Finds and formats the texts of one page locale: its own, or the first of its fallbacks.
struct TextResolver {
  private let pages: SitePages
  private let locale: LocaleIdentifier
  private let chain: [LocaleIdentifier]
  private let memory = ReadingMemory()

  init(pages: SitePages, locale: LocaleIdentifier) {
    self.pages = pages
    self.locale = locale
    chain = pages.chain(for: locale)
  }

  /// The text of a key, formatted with the example values of its source message.
  func text(_ key: String) -> PageText {
    text(key, arguments: examples(of: key))
  }

  /// The text of a key, formatted with given values.
  func text(_ key: String, arguments: [String: PageArgument]) -> PageText {
    guard let (found, entry, parsed) = entry(key) else {
      return PageText(
        key: key, locale: nil, direction: pages.languages.direction(of: locale),
        html: HTMLEscaping.text(key), plain: key, marks: [.missing])
    }
    var text = PageText(
      key: key, locale: found, direction: pages.languages.direction(of: found), html: "",
      plain: "")
    if let message = parsed.message, parsed.isValid {
      let output = renderer(for: found).render(message, arguments: arguments)
      text.html = output.html
      text.plain = output.plain
      text.problems = output.problems
      text.errors = output.errors
    } else {
      // A message that cannot be read is shown as it was written, so that somebody sees it.
      text.html = HTMLEscaping.text(entry.text)
      text.plain = entry.text
      text.errors = parsed.diagnostics.map(\.message)
    }
    text.marks = marks(of: entry, found: found, plain: text.plain)
    return text
  }

  /// The text of a key with many values, without markup.
  func plainTexts(_ key: String, arguments: [[String: PageArgument]]) -> [String] {
    guard let (found, _, parsed) = entry(key), let message = parsed.message, parsed.isValid else {
      return arguments.map { text(key, arguments: $0).plain }
    }
    return renderer(for: found).plain(message, arguments: arguments)
  }

  /// The first usable entry of the chain: an empty or broken one is passed over while there is
  /// another.
  private func entry(_ key: String) -> (LocaleIdentifier, CatalogEntry, ParseResult)? {
    var broken: (LocaleIdentifier, CatalogEntry, ParseResult)?
    for locale in chain {
      guard var entry = pages.entry(key, in: locale), !entry.text.isEmpty else { continue }
      entry.keepParsed(using: &memory.buffer)
      let parsed = entry.parsed
      if parsed.isValid { return (locale, entry, parsed) }
      if broken == nil { broken = (locale, entry, parsed) }
    }
    return broken
  }

  private func renderer(for locale: LocaleIdentifier) -> MessageRenderer {
    MessageRenderer(context: pages.contexts[locale])
  }

  private func marks(
    of entry: CatalogEntry, found: LocaleIdentifier, plain: String
  ) -> Set<TextMark> {
    var marks: Set<TextMark> = []
    if pages.findings[locale]?[entry.key]?.isEmpty == false { marks.insert(.findings) }
    let source = pages.sources[entry.key]
    if let limit = source?.maxLength, plain.count > limit { marks.insert(.long) }
    guard locale != pages.site.source else { return marks }
    guard found == locale else { return marks.union([.missing]) }
    if let source, entry.isStale(comparedWith: source.fingerprint) {
      marks.insert(.stale)
    }
    switch entry.metadata.state {
    case .reviewed, .final: break
    case .initial, .translated, nil: marks.insert(.unreviewed)
    }
    return marks
  }

  // MARK: Example values

  /// The example values of a key's source message, by variable.
  func examples(of key: String) -> [String: PageArgument] {
    guard let source = pages.sources[key] else { return [:] }
    var arguments: [String: PageArgument] = [:]
    for (name, placeholder) in source.placeholders {
      arguments[name] = argument(placeholder, of: key)
    }
    return arguments
  }

  private func argument(_ placeholder: Placeholder, of key: String) -> PageArgument? {
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
