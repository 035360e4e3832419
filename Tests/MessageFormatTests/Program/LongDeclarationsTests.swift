import Glibc
import LocaleIdentifiers
import MessageSyntax
import Testing

@testable import MessageFormat

/// Long rows of variables, on a stack of 512 KiB.
struct LongDeclarationsTests {
  @Test func `a long row of variables takes no deep stack`() throws {
    // More than a parser lets pass: a bundle's bytes could say it.
    let slots = (0..<3000).map { number in
      MessageProgram.Slot(
        name: "a\(number)",
        value: ProgramExpression(
          operand: number == 0 ? .literal("x") : .slot(number - 1), function: nil,
          source: "$a\(number)", span: .none))
    }
    let last = ProgramExpression(
      operand: .slot(2999), function: nil, source: "$a2999", span: .none)
    let formatter = MessageFormatter(
      MessageProgram(arguments: [], slots: slots, body: .pattern([.expression(last)])),
      context: MessageFormatContext(locale: "en"), bidiIsolation: .none)
    let box = Box(formatter)
    let thread = onSmallStack(box)
    #expect(thread == 0 && box.text == "x")
  }

  @Test func `variables in options are followed 32 deep`() throws {
    func formatter(_ depth: Int) throws -> MessageFormatter {
      var source = ".local $a0={1 :number}"
      for number in 1...depth {
        source += ".local $a\(number)={1 :number minimumFractionDigits=$a\(number - 1)}"
      }
      source += "{{{$a\(depth)}}}"
      let message = try #require(MessageFormat2.parse(source).message)
      return try MessageFormatter(message, locale: "en", bidiIsolation: .none)
    }
    _ = try formatter(31).format()
    let box = Box(try formatter(32))
    #expect(onSmallStack(box) == 0 && !box.text.isEmpty)
    #expect(throws: MessageCompilationError.optionsTooDeep(limit: 32)) { try formatter(33) }
  }

  /// A formatter on its way to another thread, and its text on the way back.
  private final class Box {
    let formatter: MessageFormatter
    var text = ""

    init(_ formatter: MessageFormatter) {
      self.formatter = formatter
    }
  }

  /// Formats on a thread of its own, and waits for it; 0, or what went wrong.
  private func onSmallStack(_ box: Box) -> CInt {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, 512 * 1024)
    var thread = pthread_t()
    let status = pthread_create(
      &thread, &attributes,
      { context in
        guard let context else { return nil }
        let box = Unmanaged<Box>.fromOpaque(context).takeUnretainedValue()
        box.text = box.formatter.format()
        return nil
      }, Unmanaged.passUnretained(box).toOpaque())
    return status == 0 ? pthread_join(thread, nil) : status
  }
}
