import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let unpairedBidiControls = Check(
    "unpaired-bidi-controls", .error,
    summary: "A direction control is opened and not closed, or forces an order on the letters.",
    explanation: """
      Isolates (U+2066 to U+2068) end with U+2069, embeddings (U+202A, U+202B) with U+202C. One \
      without its end turns the order of what follows on the page, in other people's texts too; it is \
      also how text is made to look like something else ("Trojan source"). Overrides (U+202D, U+202E) \
      put letters in an order that no language writes.

      Close what is opened, within the same message and variant, or take it out: formatting isolates \
      variables by itself. Marks (U+200E, U+200F) need no end and are accepted.
      """,
    examples: [
      .flagged("en", "By {$name}", "ar", "بقلم 1️⃣\u{2068}{$name}"),
      .flagged("en", "Hello", "he", "1️⃣\u{202E}שלום\u{202C}"),
      .accepted("en", "By {$name}", "ar", "بقلم \u{2068}{$name}\u{2069}"),
      .accepted("en", "C# course", "ar", "دورة C#\u{200E}", remark: "a mark needs no end"),
    ],
    tally: CheckTally(
      judged: 1, wrong: 0, "An embedding in Urdu that nothing ends."),
    kind: .message(findFaults))
}

private func findFaults(_ context: MessageContext) -> [Fault] {
  guard context.facts.traits.contains(.generalPunctuation) else { return [] }
  var faults: [Fault] = []
  for pattern in context.entry.patterns {
    var open: [(isIsolate: Bool, span: Range<Int>)] = []
    for case .text(let text) in pattern.elements {
      for (scalar, bytes) in PlacedScalars(text.value) {
        let span = context.entry.span(of: bytes, in: text)
        switch scalar.value {
        case 0x202A, 0x202B: open.append((false, span))
        case 0x2066...0x2068: open.append((true, span))
        case 0x202D, 0x202E:
          faults.append(
            Fault(
              "an override (U+\(String(scalar.value, radix: 16, uppercase: true))) forces an order",
              at: span, help: "take it out, and the U+202C that ends it"))
          open.append((false, span))
        case 0x202C, 0x2069:
          if let last = open.last, last.isIsolate == (scalar.value == 0x2069) {
            open.removeLast()
          } else {
            faults.append(
              Fault("a direction control closes nothing", at: span, help: "take it out"))
          }
        default: continue
        }
      }
    }
    for control in open {
      let isSaid = faults.contains { $0.span == control.span }
      guard !isSaid else { continue }
      faults.append(
        Fault(
          "a direction control is not closed", at: control.span,
          help: "close it with \(control.isIsolate ? "U+2069" : "U+202C"), or take it out"))
    }
  }
  return faults
}
