import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// Reads Application Resource Bundles, Flutter's JSON with messages of ICU MessageFormat.
///
///     {"@@locale": "pl", "greeting": "Cześć {name}", "@greeting": {"description": "…"}}
struct ARBReader: FormatReader {
  private(set) var log: FindingLog
  var catalog: ExchangeCatalog
  private var indexes: [String: Int] = [:]

  /// What `@@locale` says.
  static func languages(_ file: CatalogFile) -> FileLanguages? {
    let name = (try? JSONDocument(parsing: file.bytes))?.root.member("@@locale")?.string
    return name.flatMap { LocaleIdentifier($0.replacing("_", with: "-")) }
      .map { FileLanguages(locales: [$0]) }
  }

  init(_ file: CatalogFile, _ context: FormatContext) {
    log = FindingLog(file, context.locale)
    catalog = ExchangeCatalog(context)
  }

  mutating func read(_ bytes: [UInt8]) {
    guard let document = log.json() else { return }
    catalog.original = bytes
    guard log.expectsMessages(in: document.root) else { return }
    for member in document.root.members {
      guard let name = member.key.string else { continue }
      if name.hasPrefix("@@") {
        readHeader(name, member.value)
      } else if !name.hasPrefix("@") {
        readMessage(name, member)
      }
    }
    for member in document.root.members {
      guard let name = member.key.string, name.hasPrefix("@"), !name.hasPrefix("@@") else {
        continue
      }
      readAttributes(String(name.dropFirst()), member)
    }
    for index in catalog.entries.indices {
      let entry = catalog.entries[index]
      catalog.entries[index].origin = EntryOrigin(
        entry, at: entry.translation?.valueSpan ?? entry.keySpan)
    }
  }

  private mutating func readHeader(_ name: String, _ value: JSONValue) {
    guard let text = value.string else { return }
    catalog.header.append(ExchangeDetail(name, text))
    guard name == "@@locale" else { return }
    // Underscores as in the names of the files.
    let locale = LocaleIdentifier(text.replacing("_", with: "-"))
    if locale == nil {
      log.report(
        "invalid-locale", "`\(text.prefix(64))` is not a locale", at: value.span,
        severity: .warning)
    } else if locale != catalog.locale {
      log.report(
        "locale-mismatch", "the file says `\(text)`, but is read as `\(catalog.locale)`",
        at: value.span, severity: .warning)
    }
  }

  private mutating func readMessage(_ name: String, _ member: JSONValue.Member) {
    guard let decoded = member.value.decoded else {
      return log.report(
        "invalid-value", "the message `\(name)` must be a string, not \(member.value.kind)",
        at: member.value.span, key: name)
    }
    guard log.admit(name, at: member.key.contentSpan) else { return }
    indexes[name] = catalog.entries.count
    let parsed = ICUText.parse(decoded.text, dialect: .icu)
    catalog.entries.append(
      ExchangeEntry(
        key: name, keySpan: member.key.contentSpan,
        translation: ExchangeMessage(
          text: decoded.text, syntax: .icu, parsed: parsed, valueSpan: member.value.span,
          offsets: decoded.offsets)))
  }

  private mutating func readAttributes(_ key: String, _ member: JSONValue.Member) {
    guard let index = indexes[key] else {
      return log.report(
        "unknown-key", "attributes of `\(key)`, which has no message", at: member.key.span,
        severity: .warning, key: key)
    }
    guard member.value.kind == .object else {
      return log.report(
        "invalid-value", "attributes must be an object, not \(member.value.kind)",
        at: member.value.span, key: key)
    }
    var metadata = EntryMetadata()
    var exported: String?
    var details: [ExchangeDetail] = []
    for attribute in member.value.members {
      guard let name = attribute.key.string else { continue }
      switch name {
      case "description": metadata.description = attribute.value.string
      case "x-state":
        metadata.state = attribute.value.string.flatMap { TranslationState(rawValue: $0) }
      case "x-source": metadata.source = attribute.value.string
      case "x-exported": exported = attribute.value.string
      case "x-maxLength": metadata.maxLength = attribute.value.integer
      default:
        // Kept as it stands; only this format reads it again.
        details.append(ExchangeDetail(name, JSONTree(attribute.value).text(.compact)))
        if name == "placeholders" { metadata.placeholders = placeholders(attribute.value) }
      }
    }
    catalog.entries[index].metadata = metadata
    catalog.entries[index].exported = exported
    catalog.entries[index].details = [ExchangeDetail("attributes", "")] + details
  }

  private func placeholders(_ value: JSONValue) -> [String: Placeholder] {
    var placeholders: [String: Placeholder] = [:]
    for member in value.members {
      guard let name = member.key.string else { continue }
      let kind: Placeholder.Kind
      switch member.value.member("type")?.string {
      case "int": kind = .integer
      case "num", "double": kind = .number
      case "DateTime": kind = .datetime
      default: kind = .string
      }
      placeholders[name] = Placeholder(
        kind: kind, description: member.value.member("description")?.string,
        example: member.value.member("example")?.string)
    }
    return placeholders
  }
}
