import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import StringCatalogs

/// Reads MediaWiki's JSON ("banana"): `$1`, `{{PLURAL:$1|file|files}}`, `{{GENDER:$2|he|she|they}}`.
///
/// A message becomes a selection where it holds one `PLURAL` or one `GENDER`; the text around stands
/// in each variant. More than one stay text, with a warning.
struct BananaReader: FormatReader {
  private(set) var log: FindingLog
  var catalog: ExchangeCatalog
  private let categories: [PluralCategory]

  init(_ file: CatalogFile, _ context: FormatContext) {
    log = FindingLog(file, context.locale)
    catalog = ExchangeCatalog(context)
    let rules = try? PluralRules(locale: context.locale)
    categories = (rules?.categories ?? [.one, .other])
  }

  mutating func read(_ bytes: [UInt8]) {
    guard let document = log.json() else { return }
    guard log.expectsMessages(in: document.root) else { return }
    for member in document.root.members {
      guard let name = member.key.string, !name.hasPrefix("@") else { continue }
      guard let decoded = member.value.decoded else {
        log.report(
          "invalid-value", "the message `\(name)` must be a string, not \(member.value.kind)",
          at: member.value.span, key: name)
        continue
      }
      guard log.admit(name, at: member.key.contentSpan) else { continue }
      let text = DecodedText(decoded.text, offsets: decoded.offsets)
      catalog.entries.append(
        ExchangeEntry(
          key: name, keySpan: member.key.contentSpan,
          translation: message(text, name, member.value.span)))
    }
  }

  private mutating func message(
    _ text: DecodedText, _ key: String, _ span: Range<Int>
  ) -> ExchangeMessage {
    let choices = BananaChoice.all(in: text.text)
    let dialect = BananaDialect()
    guard let choice = choices.first, choices.count == 1 else {
      if choices.count > 1 {
        log.report(
          "not-carried", "\(choices.count) choices in one message are read as text", at: span,
          severity: .warning, key: key)
      }
      return MessageComposer.pattern(dialect.segments(of: text.text), of: text, valueSpan: span)
    }
    let all = Array(text.text.utf8)
    let before = dialect.segments(of: all, 0..<choice.range.lowerBound)
    let after = dialect.segments(of: all, choice.range.upperBound..<all.count)
    var branches: [MessageComposer.Branch] = []
    for (key, range) in choice.branches(categories) {
      let inner = dialect.segments(of: all, range)
      branches.append(
        MessageComposer.Branch(keys: key, segments: before + inner + after, text: text))
    }
    let function = choice.isPlural ? ":integer" : ":string"
    return MessageComposer.select(
      head: ".input {$\(choice.variable) \(function)}\n.match $\(choice.variable)", branches,
      valueSpan: span)
  }
}
