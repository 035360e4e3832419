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
      .accepted(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} page}}\n* {{{$n} pages}}",
        "pt", ".input {$n :integer}\n.match $n\none {{{$n} página}}\n* {{{$n} páginas}}"),
    ],
    kind: .message(findFaults))
}

/// Whether a fault of the parser is one that this check explains.
func isTranslatedKeyword(_ diagnostic: Diagnostic, in entry: CatalogEntry) -> Bool { false }

/// The functions that the standard and this toolkit know.
private let functions: Set<String> = [
  "string", "number", "integer", "offset", "percent", "currency", "date", "time", "datetime",
  "unit",
]

private func findFaults(_ context: MessageContext) -> [Fault] {
  guard let structure = context.facts.structure else { return [] }
  var faults: [Fault] = []
  for (column, selector) in structure.selectors.enumerated() {
    switch selector.kind {
    case .cardinal, .ordinal: break
    case .exact, .string, .unknown: continue
    }
    for branch in structure.branches where column < branch.keys.count {
      guard case .literal(let literal) = branch.keys[column],
        PluralCategory(rawValue: literal.value) == nil, !isNumber(literal.value)
      else { continue }
      faults.append(
        Fault(
          "`\(literal.value)` is not a plural category", at: literal.span.range,
          help: "write one of zero, one, two, few, many, a number, or `*`"))
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
