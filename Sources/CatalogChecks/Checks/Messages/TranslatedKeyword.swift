import Diagnostics
import LocaleServices
import MessageSyntax
import StringCatalogs

extension Check {
  static let translatedKeyword = Check(
    "translated-keyword", .error,
    summary: "A word of the syntax was translated: `{contar, plural, um {…}}`.",
    explanation: """
      `plural`, `select`, `one`, `few`, `other` and the names of functions belong to the syntax, not \
      to the sentence. Where one is translated (`jamak` for `plural`, `um` for `one`), the message \
      cannot be read, or its variant is never chosen.

      Write the syntax as the source has it and translate only what stands between the inner braces.
      """,
    examples: [
      .flagged(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} page}}\n* {{{$n} pages}}",
        "pt",
        ".input {$n :integer}\n.match $n\n1️⃣um {{{$n} página}}\n* {{{$n} páginas}}"),
      .flagged(
        "en", "{$n :integer} pages", "es", "{$n 1️⃣:entero} páginas"),
      .flagged(
        "en", "{n, plural, one {# page} other {# pages}}", "pt",
        "{n, plural, 1️⃣um {# página} outros {# páginas}}", syntax: .icu),
      .flagged(
        "en", "{n, plural, one {# page} other {# pages}}", "id",
        "{n, 1️⃣jamak, other {# halaman}}", syntax: .icu),
      .accepted(
        "en", "{n, plural, one {# page} other {# pages}}", "pt",
        "{n, plural, one {# página} other {# páginas}}", syntax: .icu),
      .accepted(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} page}}\n* {{{$n} pages}}",
        "pt", ".input {$n :integer}\n.match $n\none {{{$n} página}}\n* {{{$n} páginas}}"),
    ],
    tally: CheckTally(
      judged: 5, wrong: 0, "Spanish, Indonesian, Romanian and Slovenian."),
    kind: .message(findFaults))
}

/// What this check says in place of a fault of the parser: in ICU's syntax a message with a translated
/// word cannot be read at all.
func translatedKeyword(_ diagnostic: Diagnostic, in entry: CatalogEntry) -> Fault? {
  guard entry.syntax == .icu else { return nil }
  let bytes = Array(entry.text.utf8)
  guard let first = diagnostic.span.first, let last = diagnostic.span.last, last < bytes.count,
    bytes[first...last].allSatisfy(isWordByte)
  else { return nil }
  let word = String(decoding: bytes[first...last], as: UTF8.self)
  let before = bytes[..<first].last { !isSpace($0) }
  guard before == UInt8(ascii: ",") else { return nil }
  guard !argumentTypes.contains(word) else {
    return translatedBranch(in: bytes, after: last + 1, of: word)
  }
  let after = bytes[(last + 1)...].first { !isSpace($0) }
  guard after == UInt8(ascii: ",") || after == UInt8(ascii: "}") else { return nil }
  return Fault(
    "there is no type `\(word)`", at: diagnostic.span,
    help: NearestName.of(word, among: argumentTypes).map { "did you mean `\($0)`?" }
      ?? "write it as the source does: the names of types are not translated")
}

private let argumentTypes = [
  "plural", "select", "selectordinal", "number", "date", "time", "spellout", "ordinal", "duration",
  "choice",
]

/// The first branch of a plural that is called as no category is.
private func translatedBranch(in bytes: [UInt8], after start: Int, of type: String) -> Fault? {
  guard type == "plural" || type == "selectordinal" else { return nil }
  var index = start
  var depth = 0
  while index < bytes.count {
    switch bytes[index] {
    case UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "}"): depth -= 1
    case let byte where depth == 0 && isWordByte(byte):
      let begin = index
      while index < bytes.count, isWordByte(bytes[index]) { index += 1 }
      let word = String(decoding: bytes[begin..<index], as: UTF8.self)
      let next = bytes[index...].first { !isSpace($0) }
      if next == UInt8(ascii: "{"), PluralCategory(rawValue: word) == nil, !isNumber(word),
        bytes[begin - 1] != UInt8(ascii: "=")
      {
        return notACategory(word, at: begin..<index)
      }
      continue
    default: break
    }
    if depth < 0 { break }
    index += 1
  }
  return nil
}

private func notACategory(_ word: String, at span: Range<Int>) -> Fault {
  Fault(
    "`\(word)` is not a plural category", at: span,
    help: "write one of zero, one, two, few, many, a number, or what stands for all others")
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

private func isWordByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
    || (0x61...0x7A).contains(byte)
}

/// The functions that the standard and this toolkit know.
private let functions: Set<String> = [
  "string", "number", "integer", "offset", "percent", "currency", "date", "time", "datetime",
  "unit",
]

private func findFaults(_ context: MessageContext) -> [Fault] {
  var faults = context.entry.parsed.diagnostics.compactMap {
    translatedKeyword($0, in: context.entry)
  }
  guard let structure = context.facts.structure else { return faults }
  for (column, selector) in structure.selectors.enumerated() {
    switch selector.kind {
    case .cardinal, .ordinal: break
    case .exact, .string, .unknown: continue
    }
    for branch in structure.branches where column < branch.keys.count {
      guard case .literal(let literal) = branch.keys[column],
        PluralCategory(rawValue: literal.value) == nil, !isNumber(literal.value)
      else { continue }
      faults.append(notACategory(literal.value, at: literal.span.range))
    }
  }
  guard let message = context.entry.parsed.message else { return faults }
  forEachExpression(of: message) { expression in
    guard let function = expression.function, !functions.contains(function.name),
      !function.name.contains(":")
    else { return }
    faults.append(
      Fault(
        "there is no function `:\(function.name)`", at: function.span.range,
        help: NearestName.of(function.name, among: functions.sorted()).map {
          "did you mean `:\($0)`?"
        }
          ?? "the names of functions are not translated"))
  }
  return faults
}

private func isNumber(_ text: String) -> Bool {
  var digits = text.utf8[...]
  if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
  return !digits.isEmpty
    && digits.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
}
