import LocaleIdentifiers
import MessageSyntax
import Testing

@testable import MessageFormat

/// Programs as bytes: what was written is read, and nothing else is believed.
struct ProgramReaderTests {
  private static let sources = [
    "Hello {$name}!", "{#b}{|x| :string u:dir=ltr}{/b}{#br class=$name /}", "{:unknown a=1 b=$c}",
    ".input {$n :number} .local $m = {$n :offset add=1} .match $n $m 1 * {{a}} * few {{{$m}}} * * {{b}}",
    ".local $a = {1 :number minimumFractionDigits=$d} {{{$a :currency currency=EUR} ż}}",
  ]

  private func bytes(_ source: String) throws -> [UInt8] {
    let message = try #require(MessageFormat2.parse(source).message)
    return ProgramWriter.bytes(of: try MessageProgram(message, functions: .standard))
  }

  private func read(_ bytes: [UInt8]) -> MessageProgram? {
    bytes.withUnsafeBytes { try? ProgramReader.program($0, functions: .standard) }
  }

  @Test(arguments: sources) func `a program that was read writes the same bytes`(
    source: String
  ) throws {
    let bytes = try bytes(source)
    let program = try #require(read(bytes))
    #expect(ProgramWriter.bytes(of: program) == bytes)
  }

  @Test(arguments: sources) func `a program cut short anywhere is refused`(source: String) throws {
    let bytes = try bytes(source)
    for length in bytes.indices {
      #expect(read(Array(bytes.prefix(length))) == nil, "\(length)")
    }
    #expect(read(bytes + [0]) == nil)
  }

  @Test(arguments: sources) func `a program with any byte changed is refused or can be run`(
    source: String
  ) throws {
    let bytes = try bytes(source)
    let context = MessageFormatContext(locale: "pl")
    for index in bytes.indices {
      for byte in [0, 1, 2, 3, 0x7F, 0x80, 0xFF, bytes[index] &+ 1] as [UInt8] {
        var changed = bytes
        changed[index] = byte
        guard let program = read(changed) else { continue }
        let formatter = MessageFormatter(program, context: context, bidiIsolation: .default)
        let arguments: [String: Argument] = ["name": "A", "n": 2, "d": 1]
        let text = formatter.format(arguments)
        #expect(formatter.formatToParts(arguments).reduce(into: "") { $0 += $1.text } == text)
      }
    }
  }

  @Test func `a variable that looks at itself or a later one is refused`() throws {
    let slot = { (index: Int) in
      MessageProgram.Slot(
        name: "a",
        value: ProgramExpression(operand: .slot(index), function: nil, source: "$a", span: .none))
    }
    for index in [0, 1] {
      let program = MessageProgram(
        arguments: [], slots: [slot(index), slot(0)], body: .pattern([.text("x")]))
      #expect(read(ProgramWriter.bytes(of: program)) == nil)
    }
  }
}
