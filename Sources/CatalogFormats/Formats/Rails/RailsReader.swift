import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import StringCatalogs

/// Reads the YAML of Ruby on Rails, one language of all that a file holds.
///
/// Nested keys are joined by dots, items of a sequence are `key[0]`, `key[1]`, …. A mapping of plural
/// categories is a plural by `$count`; `zero` is the number 0 where the language has no such category.
struct RailsReader: FormatReader {
  private let context: FormatContext
  private(set) var log: FindingLog
  var catalog: ExchangeCatalog
  private let hasZero: Bool

  /// The languages that a file's outermost keys name.
  static func languages(_ file: CatalogFile) -> FileLanguages? {
    guard let document = try? YAMLDocument(parsing: file.bytes),
      case .mapping(let pairs)? = document.root?.content
    else { return nil }
    return FileLanguages(
      locales: pairs.compactMap { pair in
        guard case .mapping = pair.value.content else { return nil }
        return pair.key.scalar.flatMap { LocaleIdentifier($0.replacing("_", with: "-")) }
      })
  }

  init(_ file: CatalogFile, _ context: FormatContext) {
    self.context = context
    log = FindingLog(file, context.locale)
    catalog = ExchangeCatalog(context)
    hasZero = context.hasZero()
  }

  mutating func read(_ bytes: [UInt8]) {
    let document: YAMLDocument
    do throws(Diagnostic) {
      document = try YAMLDocument(parsing: bytes)
    } catch {
      return log.report(error)
    }
    catalog.header = [ExchangeDetail("document", String(decoding: bytes, as: UTF8.self))]
    guard let node = document.root else { return }
    let tree = RailsTree(document, context.locale)
    guard let root = tree.root else {
      return log.report(
        "invalid-catalog", "expected a mapping with the key `\(context.locale.tag)`",
        at: node.span.lowerBound..<min(node.span.lowerBound + 1, bytes.count),
        help: "the outermost key is the language")
    }
    let language = root.key.scalar ?? ""
    if LocaleIdentifier(language.replacing("_", with: "-")) != context.locale {
      log.report(
        "other-language", "the file says it is in `\(language)`, not `\(context.locale.tag)`",
        at: root.key.span, severity: .warning)
    }
    if let fault = tree.fault {
      log.report("too-large", "aliases stand for too many nodes", at: fault.span)
    }
    for item in tree.items { add(item, bytes) }
  }

  private mutating func add(_ item: RailsItem, _ bytes: [UInt8]) {
    guard log.admit(item.key, at: item.name.span) else { return }
    var entry = ExchangeEntry(key: item.key, keySpan: item.name.span)
    let comment = item.isShared ? RailsComment() : RailsComment(above: item.name, bytes)
    entry.metadata.description = comment.description
    let reader = PlaceholderReader(dialect: RailsDialect(), notes: comment.notes)
    if item.isPlural {
      var forms: [(key: String, text: DecodedText)] = []
      for form in item.forms {
        let key =
          switch form.category {
          case .other: "*"
          case .zero where !hasZero: "0"
          default: form.category.rawValue
          }
        if forms.contains(where: { $0.key == key }) {
          log.report(
            "duplicate-variant", "`\(form.category.rawValue)` stands twice", at: form.key.span,
            key: item.key)
          continue
        }
        forms.append((key, YAMLText.decoded(form.value, bytes)))
      }
      guard forms.contains(where: { $0.key == "*" }) else {
        return log.report(
          "missing-fallback-variant", "the plural has no `other`", at: item.name.span,
          key: item.key)
      }
      entry.translation = reader.plural(
        forms, variable: "count", function: ":number", valueSpan: item.value.span)
    } else {
      entry.translation = reader.message(
        YAMLText.decoded(item.value, bytes), valueSpan: item.value.span)
    }
    catalog.entries.append(entry)
  }
}
