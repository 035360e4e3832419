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
    // MediaWiki takes one and other for a language that has no rules of its own.
    let rules = context.pluralRules
    categories = rules.flatMap { $0.areKnown ? $0.categories : nil } ?? [.one, .other]
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
      var entry = ExchangeEntry(
        key: name, keySpan: member.key.contentSpan,
        translation: message(text, name, member.value.span))
      declareVariables(of: text.text, in: &entry.metadata)
      catalog.entries.append(entry)
    }
  }

  /// Names the variables of choices that are read as text: a translation may use them.
  private func declareVariables(of text: String, in metadata: inout EntryMetadata) {
    let choices = BananaChoice.all(in: text)
    guard choices.count > 1 else { return }
    for choice in choices {
      metadata.placeholders[choice.variable] = Placeholder(
        kind: choice.isPlural ? .integer : .string)
    }
    for case .element(.expression(let expression), _) in BananaDialect().segments(of: text) {
      guard case .variable(let variable)? = expression.operand,
        metadata.placeholders[variable.name] == nil
      else { continue }
      metadata.placeholders[variable.name] = Placeholder(kind: .string)
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
        return MessageComposer.pattern(
          segments(of: text.text, around: choices), of: text, valueSpan: span)
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

  /// A text whose choices are text as a whole, the variables in them too: whether a translation has to
  /// make the same choices, nobody can tell.
  private func segments(of text: String, around choices: [BananaChoice]) -> [MessageSegment] {
    let dialect = BananaDialect()
    let all = Array(text.utf8)
    var segments: [MessageSegment] = []
    var start = 0
    for choice in choices {
      segments += dialect.segments(of: all, start..<choice.range.lowerBound)
      segments.append(.text(String(decoding: all[choice.range], as: UTF8.self), choice.range))
      start = choice.range.upperBound
    }
    return segments + dialect.segments(of: all, start..<all.count)
  }
}
