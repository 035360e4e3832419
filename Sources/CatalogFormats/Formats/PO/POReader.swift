import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import StringCatalogs

/// Reads gettext's PO and POT.
///
/// The key is the context and the source text; in a file that `langue` wrote, the context alone.
/// Placeholders are read as the entry's flag says (`python-brace-format`), plural forms through the
/// header's `Plural-Forms`. Fuzzy entries have the state `initial`, obsolete ones are kept as lines.
struct POReader: FormatReader {
  private let context: FormatContext
  private(set) var log: FindingLog
  var catalog: ExchangeCatalog
  private var plurals: PluralForms.Categories?
  /// How many forms the header says there are, until a message with more was told.
  private var formLimit: Int?
  private var hasOwnKeys = false

  /// The header's `Language`, and Poedit's `X-Source-Language`.
  static func languages(_ file: CatalogFile) -> FileLanguages? {
    // The header is the first entry: what follows need not be scanned.
    let start = Array(file.bytes.prefix(16 << 10))
    var scanner = POScanner(start)
    scanner.scan()
    guard
      let header = scanner.blocks.first(where: { $0.field("msgid")?.text.text.isEmpty ?? false })
    else { return nil }
    func locale(_ name: String) -> LocaleIdentifier? {
      for line in (header.field("msgstr")?.text.text ?? "").split(separator: "\n")
      where line.lowercased().hasPrefix(name) {
        return LocaleIdentifier(
          String(line.dropFirst(name.count)).trimmed.replacing("_", with: "-"))
      }
      return nil
    }
    return FileLanguages(
      source: locale("x-source-language:"), locales: locale("language:").map { [$0] } ?? [])
  }

  init(_ file: CatalogFile, _ context: FormatContext) {
    self.context = context
    log = FindingLog(file, context.locale)
    catalog = ExchangeCatalog(context)
  }

  mutating func read(_ bytes: [UInt8]) {
    if let fault = Encoding.fault(of: bytes) { return log.report(fault) }
    catalog.original = bytes
    var scanner = POScanner(bytes)
    scanner.scan()
    for fault in scanner.faults { log.report("invalid-po", fault.message, at: fault.span) }
    for block in scanner.blocks {
      if block.isObsolete {
        let lines = (block.comments + block.obsoleteLines).joined(separator: "\n")
        catalog.header.append(ExchangeDetail("obsolete", lines))
      } else if let id = block.field("msgid") {
        if id.text.text.isEmpty, block.field("msgctxt") == nil {
          readHeader(block)
        } else {
          add(block, id)
        }
      } else if let field = block.fields.first {
        log.report("invalid-po", "the entry has no `msgid`", at: field.span)
      } else {
        catalog.header.append(
          ExchangeDetail("free-comment", block.comments.joined(separator: "\n")))
      }
    }
  }

  private mutating func readHeader(_ block: POScanner.Block) {
    guard let field = block.field("msgstr") else { return }
    let text = field.text.text
    catalog.header.append(ExchangeDetail("comments", block.comments.joined(separator: "\n")))
    catalog.header.append(ExchangeDetail("header", text))
    for line in text.split(separator: "\n") {
      let pair = line.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
      guard pair.count == 2 else { continue }
      switch pair[0].lowercased() {
      case "plural-forms": readPluralForms(pair[1], field)
      case "x-langue-keys": hasOwnKeys = pair[1] == "msgctxt"
      case "content-type":
        let charset = pair[1].lowercased().split(separator: "charset=").last ?? ""
        if !["utf-8", "us-ascii", "charset", "ascii", "utf8"].contains(String(charset)) {
          log.report(
            "invalid-encoding", "the file says it is in `\(charset.prefix(32))`",
            at: field.textSpan, help: "convert it to UTF-8 with `msgconv -t UTF-8`")
        }
      default: continue
      }
    }
  }

  private mutating func readPluralForms(_ text: String, _ field: POScanner.Field) {
    // A template has words instead of numbers.
    if text.contains("INTEGER") { return }
    guard let forms = PluralForms(text) else {
      return log.report(
        "invalid-plural-forms", "`Plural-Forms` cannot be read", at: field.textSpan,
        help: "expected `nplurals=N; plural=EXPRESSION;`")
    }
    formLimit = forms.count
    guard let rules = context.pluralRules else { return }
    let categories = forms.categories(rules)
    if categories.disagrees {
      log.report(
        "plural-forms-disagree", "`Plural-Forms` does not follow the plural rules of CLDR",
        at: field.textSpan, severity: .note)
    }
    plurals = categories
  }

  private mutating func add(_ block: POScanner.Block, _ id: POScanner.Field) {
    let messageContext = block.field("msgctxt")
    let contextText = messageContext?.text.text
    let isOwn = hasOwnKeys && contextText != nil
    let key = isOwn ? contextText ?? "" : (contextText.map { $0 + "|" } ?? "") + id.text.text
    let keySpan = (isOwn ? messageContext ?? id : id).textSpan
    guard log.admit(key, at: keySpan) else { return }
    var entry = ExchangeEntry(key: key, keySpan: keySpan)
    var comments = POComments(block.comments)
    let notes = PlaceholderNotes(takenFrom: &comments.extracted)
    comments.fill(&entry)
    if let contextText, !isOwn { entry.details.append(ExchangeDetail("msgctxt", contextText)) }
    let reader = PlaceholderReader(dialect: comments.dialect(isOwn: isOwn), notes: notes)
    if let plural = block.field("msgid_plural") {
      addPlural(block, id, plural, reader, &entry)
    } else {
      entry.source = reader.message(id.text, valueSpan: id.textSpan)
      let string = block.field("msgstr")
      if let string, !string.text.text.isEmpty {
        entry.translation = reader.message(string.text, valueSpan: string.textSpan)
      }
    }
    entry.origin = EntryOrigin(entry, at: block.span)
    catalog.entries.append(entry)
  }

  private mutating func addPlural(
    _ block: POScanner.Block, _ id: POScanner.Field, _ plural: POScanner.Field,
    _ reader: PlaceholderReader, _ entry: inout ExchangeEntry
  ) {
    let variable = reader.shownNumber(in: [id.text, plural.text]) ?? "n"
    let span = id.textSpan.lowerBound..<plural.textSpan.upperBound
    entry.source = reader.plural(
      [("one", id.text), ("*", plural.text)], variable: variable, function: ":integer",
      valueSpan: span)
    let strings = block.fields.filter { $0.name == "msgstr" && !$0.text.text.isEmpty }
    guard let first = strings.first, let last = strings.last else { return }
    guard let plurals else {
      return log.report(
        "invalid-plural-forms", "plural forms without a `Plural-Forms` in the header",
        at: first.span, key: entry.key)
    }
    if let limit = formLimit, let extra = strings.first(where: { ($0.index ?? 0) >= limit }) {
      // All messages of such a file are alike: one is enough to be told.
      formLimit = nil
      log.report(
        "invalid-plural-forms", "there are more forms than the \(limit) of `Plural-Forms`",
        at: extra.span, severity: .warning, key: entry.key,
        help: "correct the header: gettext never shows this one, and `msgfmt` refuses the file")
    }
    var forms: [(key: String, text: DecodedText)] = []
    for (number, form) in plurals.exceptions {
      if let text = strings.first(where: { $0.index == form })?.text {
        forms.append((String(number), text))
      }
    }
    for (category, form) in plurals.forms {
      guard let text = strings.first(where: { $0.index == form })?.text else { continue }
      forms.append((category == .other ? "*" : category.rawValue, text))
    }
    guard forms.contains(where: { $0.key == "*" }) else {
      return log.report(
        "missing-plural-category", "a plural form is missing", at: first.span, key: entry.key)
    }
    entry.translation = reader.plural(
      forms, variable: variable, function: ":integer",
      valueSpan: first.span.lowerBound..<last.span.upperBound)
  }
}
