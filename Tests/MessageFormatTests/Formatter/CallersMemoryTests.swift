import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import Testing

@testable import MessageFormat

/// Formatting into memory of the caller's gives what formatting into a string gives, or nothing.
struct CallersMemoryTests {
  private static let sources = [
    "Saved.", "", "Hello, {$name}!", "{$count :number} {$count :currency currency=EUR}",
    ".input {$count :number} .match $count one {{{$count} one}} * {{{$name} has {$count}}}",
    "{$count :number minimumFractionDigits=$digits}", "{$nobody}",
  ]

  private func formatter(_ source: String) throws -> MessageFormatter {
    let message = try #require(MessageFormat2.parse(source).message)
    return try MessageFormatter(message, locale: "en")
  }

  @Test(arguments: sources) func `a message is written whole or not at all`(
    source: String
  ) throws {
    let formatter = try formatter(source)
    let values = formatter.argumentValues(["name": "Ænna", "count": 1234.5, "digits": 3])
    let text = Array(formatter.format(values).utf8)
    for capacity in 0...text.count + 3 {
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity + 1) { memory in
        var room = UTF8Room(UnsafeMutableBufferPointer(rebasing: memory[..<(capacity + 1)]))
        room.append(UInt8(ascii: ">"))
        let isDone = formatter.format(values, into: &room)
        #expect(isDone == (capacity >= text.count), "\(capacity)")
        #expect(!room.isFull)
        #expect(Array(room.bytes) == Array(">".utf8) + (isDone ? text : []))
      }
    }
  }

  @Test func `a text of any length comes out whole`() throws {
    let formatter = try formatter("{$name :string}{$count :number}!")
    for length in [0, 1000, 1010, 1015, 1020, 5000, 20_000, 500_000] {
      let name = String(repeating: "x", count: length)
      let values = formatter.argumentValues(["name": .string(name), "count": 7])
      var buffer: [UInt8] = []
      formatter.format(values, into: &buffer)
      let text = formatter.format(values)
      #expect(text.utf8.count == length + 8 && text.utf8.filter { $0 == 0x78 }.count == length)
      #expect(Array(text.utf8) == buffer)
    }
  }

  @Test func `copies of arguments are apart`() throws {
    let formatter = try formatter("{$a :string}{$b :string}")
    var first = formatter.argumentValues(["a": "1", "b": "2"])
    let second = first
    first["a"] = "3"
    first["b"] = nil
    #expect(second["a"] == "1" && second["b"] == "2")
    #expect(first["a"] == "3" && first["b"] == nil)
  }

  @Test func `many selectors choose as the rules do`() throws {
    // More combinations than the table holds, so that variants are searched.
    let names = ["a", "b", "c", "d", "e"]
    var source = names.map { ".input {$\($0) :number} " }.joined() + ".match"
    for name in names { source += " $\(name)" }
    for number in 0..<9 {
      source += "\n" + names.map { _ in "\(number)" }.joined(separator: " ") + " {{all \(number)}}"
    }
    source += "\none * * * * {{first}} * * * * other {{last}} * * * * * {{none}}"
    let formatter = try formatter(source)
    #expect(formatter.flat != nil)
    func text(_ numbers: [Argument]) -> String {
      formatter.format(Dictionary(uniqueKeysWithValues: zip(names, numbers)))
    }
    #expect(text([3, 3, 3, 3, 3]) == "all 3")
    #expect(text([1, 3, 3, 3, 3]) == "first")
    #expect(text([2, 3, 3, 3, 3]) == "last")
    #expect(text([2, 3, 3, 3, 1]) == "none")
  }
}
