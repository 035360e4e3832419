import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let concatenatedText = Check(
    "concatenated-text", .warning,
    summary: "A source message looks like a piece of a sentence that a program puts together.",
    explanation: """
      A message that starts or ends with a space is joined to another text, in an order that other \
      languages do not have; "item(s)" is a plural that was not written out. Translators can neither \
      move the pieces nor bend the words.

      Write the whole sentence as one message, with variables for what changes, and choose plural \
      forms with `.match`.
      """,
    examples: [
      .flagged("en", "Sorted by1️⃣ ", remark: "something is appended"),
      .flagged("en", "{$n} item1️⃣(s) found"),
      .accepted("en", "Sorted by {$field}"),
      .accepted("fr", "Section(s locales) : {$n}", remark: "parentheses are not always a plural"),
    ],
    tally: CheckTally(
      judged: 25, wrong: 0,
      "Ten were spaces at the ends, the others plurals in parentheses."),
    kind: .message(findFaults))
}

/// Endings that stand in parentheses for a plural.
private let endings: Set<String> = ["s", "es", "n", "en", "e", "x"]

private func findFaults(_ context: MessageContext) -> [Fault] {
  guard context.isSource, context.facts.isParsed else { return [] }
  let text = context.entry.text
  var faults: [Fault] = []
  if context.facts.structure == nil, text.utf8.count > 1 {
    let length = text.utf8.count
    let leading = text.utf8.prefix { $0 == 0x20 }.count
    let trailing = text.utf8.reversed().prefix { $0 == 0x20 }.count
    if leading > 0, leading < length {
      faults.append(
        Fault(
          "the message starts with a space", at: 0..<leading,
          help: "write the whole sentence as one message"))
    }
    if trailing > 0, leading < length {
      faults.append(
        Fault(
          "the message ends with a space", at: length - trailing..<length,
          help: "write the whole sentence as one message"))
    }
  }
  guard text.utf8.contains(UInt8(ascii: "(")) else { return faults }
  context.entry.forEachText { text in
    let bytes = Array(text.value.utf8)
    for (index, byte) in bytes.enumerated()
    where byte == UInt8(ascii: "(") && index > 0 && isLetter(bytes[index - 1]) {
      guard let close = bytes[index...].firstIndex(of: UInt8(ascii: ")")), close - index <= 3
      else { continue }
      let ending = String(decoding: bytes[(index + 1)..<close], as: UTF8.self)
      guard endings.contains(ending), close + 1 == bytes.count || !isLetter(bytes[close + 1])
      else { continue }
      faults.append(
        Fault(
          "`(\(ending))` is a plural that is not written out",
          at: context.entry.span(of: index..<close + 1, in: text),
          help: "choose the form with `.match`"))
    }
  }
  return faults
}

private func isLetter(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}
