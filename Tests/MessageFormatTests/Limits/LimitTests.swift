import Diagnostics
import LocaleIdentifiers
import MessageFormat
import MessageSyntax
import Testing

/// The stated limits, just below, at and just above them, on stacks of 8 MiB and of 512 KiB.
struct LimitTests {
  static let stacks = [8 << 20, 512 << 10]

  /// What became of a message on a small stack. The thread is waited for before it is read.
  private final class Outcome: @unchecked Sendable {
    var codes: [String] = []
    var text: String?
    var isSame = true
  }

  /// Parses, prints, converts there and back, and formats a message; all of it on the small stack.
  private func messageFormat2(_ source: String, stack: Int) -> Outcome {
    let outcome = Outcome()
    let ran = StackedThread.run(stackSize: stack) {
      let result = MessageFormat2.parse(source)
      outcome.codes = result.diagnostics.map(\.code)
      guard result.isValid, let message = result.message else { return }
      outcome.isSame = MessageFormat2.parse(MessageFormat2.print(message)).message == message
      let conversion = MessageFormat2.convertToICUMessageFormat(message)
      if let icu = conversion.message { _ = ICUMessageFormat.convertToMessageFormat2(icu) }
      outcome.text = try? MessageFormatter(message, locale: "en").format(["n": 1, "x": "k"])
    }
    #expect(ran)
    return outcome
  }

  private func messageFormat1(_ source: String, stack: Int) -> Outcome {
    let outcome = Outcome()
    let ran = StackedThread.run(stackSize: stack) {
      let result = ICUMessageFormat.parse(source, dialect: .formatJS)
      outcome.codes = result.diagnostics.map(\.code)
      guard let message = result.message else { return }
      let printed = ICUMessageFormat.print(message, dialect: .formatJS)
      outcome.isSame = ICUMessageFormat.parse(printed, dialect: .formatJS).message == message
      let conversion = ICUMessageFormat.convertToMessageFormat2(message)
      if let other = conversion.message {
        _ = MessageFormat2.convertToICUMessageFormat(other, dialect: .formatJS)
      }
      outcome.text = ICUMessageFormatter(message, locale: "en").format(["n": 1, "x": "k"])
    }
    #expect(ran)
    return outcome
  }

  @Test(arguments: stacks, [-1, 0, 1])
  func `a message has at most 65536 bytes`(stack: Int, past: Int) {
    let text = String(repeating: "a", count: 65_536 + past)
    for outcome in [messageFormat2(text, stack: stack), messageFormat1(text, stack: stack)] {
      #expect(outcome.codes == (past > 0 ? ["message-too-long"] : []))
      #expect(outcome.text == (past > 0 ? nil : text))
      #expect(outcome.isSame)
    }
  }

  @Test(arguments: stacks, [-1, 0, 1])
  func `a message has at most 256 placeholders`(stack: Int, past: Int) {
    let second = messageFormat2(String(repeating: "{$n}", count: 256 + past), stack: stack)
    let first = messageFormat1(String(repeating: "{n}", count: 256 + past), stack: stack)
    for outcome in [second, first] {
      #expect(outcome.codes == (past > 0 ? ["too-many-placeholders"] : []))
      #expect(outcome.text == (past > 0 ? nil : String(repeating: "1", count: 256 + past)))
      #expect(outcome.isSame)
    }
  }

  @Test(arguments: stacks, [-1, 0, 1])
  func `messages stand in each other at most 32 deep`(stack: Int, past: Int) {
    let depth = 32 + past
    let shapes = [
      ("{x, select, k {", "} other {}}"), ("{n, plural, one {", "} other {#}}"), ("<b>", "</b>"),
      ("{n, plural, offset:1 =1 {<b>", "</b>} other {#}}"),
    ]
    for (open, close) in shapes {
      let repeats = open.contains("<b>") && open.utf8.count > 3 ? depth / 2 : depth
      // The innermost of an odd depth is a tag of its own.
      let rest = repeats * 2 == depth - 1 && repeats != depth ? ("<i>", "</i>") : ("", "")
      let source =
        String(repeating: open, count: repeats) + rest.0 + "a" + rest.1
        + String(repeating: close, count: repeats)
      let outcome = messageFormat1(source, stack: stack)
      #expect(outcome.codes == (past > 0 ? ["nesting-too-deep"] : []), "\(open)")
      #expect(outcome.text == (past > 0 ? nil : "a"), "\(open)")
      #expect(outcome.isSame, "\(open)")
    }
  }

  @Test(arguments: stacks, [-1, 0, 1])
  func `a formatted message has at most 1 MiB`(stack: Int, past: Int) {
    let length = MessageFormatter.maximumLength + past
    let argument = String(repeating: "x", count: length - 2)
    let outcome = Outcome()
    let second = Outcome()
    let ran = StackedThread.run(stackSize: stack) {
      if let message = MessageFormat2.parse("a{$x}b").message,
        let formatter = try? MessageFormatter(message, locale: "en", bidiIsolation: .none)
      {
        outcome.text = formatter.format(["x": .string(argument)]) {
          outcome.codes.append($0.kind.rawValue)
        }
      }
      if let message = ICUMessageFormat.parse("a{x}b").message {
        second.text = ICUMessageFormatter(message, locale: "en").format(["x": .string(argument)]) {
          second.codes.append($0.kind.rawValue)
        }
      }
    }
    #expect(ran)
    for outcome in [outcome, second] {
      #expect(outcome.codes == (past > 0 ? ["unsupported-operation"] : []))
      // What fits is shown, and the message ends there.
      #expect(outcome.text == "a" + argument + (past > 0 ? "" : "b"))
    }
  }

  @Test(arguments: stacks)
  func `a message of thousands of braces ends without a trap`(stack: Int) {
    for piece in ["{", "{n,select,other{", "<b>", "{{", "{n, plural, other {", "|", "'", "{#a}"] {
      let source = String(repeating: piece, count: 60_000 / piece.utf8.count)
      for outcome in [messageFormat2(source, stack: stack), messageFormat1(source, stack: stack)] {
        #expect(!outcome.codes.isEmpty || outcome.text != nil, "\(piece)")
      }
    }
  }
}
