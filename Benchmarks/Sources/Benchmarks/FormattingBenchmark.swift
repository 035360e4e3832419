import LocaleIdentifiers
import LocaleServices
import MessageFormat
import MessageSyntax
import Peers

/// Formatting the six shapes, compiled once, against ICU's MessageFormat.
enum FormattingBenchmark {
  static func run(_ shapes: [Shape]) throws {
    var table = Table("Formatting: nanoseconds and allocations per message")
    for shape in shapes {
      guard let peer = icu_message_open(shape.icu, shape.locale) else {
        throw BenchmarkError("ICU refuses the shape \(shape.name)")
      }
      defer { icu_message_close(peer) }
      // ICU knows no isolation, so the same bytes come out only without.
      let plain = try formatter(shape, .none)
      let isolating = try formatter(shape, .default)
      try compare(plain, with: peer, shape)
      let measurements = measure([
        inRoom("langue, reused memory", plain),
        buffered("langue, reused [UInt8]", plain),
        Job(name: "ICU, reused UnicodeString") {
          Int(icu_message_format(peer, Int64($0)))
        },
      ])
      table.add(shape.name, measurements)
      table.add(
        shape.name,
        measure([
          string("langue, new String", plain),
          Job(name: "ICU, new UTF-8 std::string") {
            Int(icu_message_format_utf8(peer, Int64($0)))
          },
        ]))
      table.add(shape.name, measure([inRoom("langue, memory, with isolates", isolating)]))
    }
    table.print()
  }

  static func loop(_ shapes: [Shape], _ name: String, _ repeats: Int) throws {
    guard let shape = shapes.first(where: { $0.name == name }) else {
      throw BenchmarkError("there is no shape \(name)")
    }
    keep(inRoom(name, try formatter(shape, .none)).run(repeats))
  }

  private static func formatter(
    _ shape: Shape, _ isolation: BidiIsolation
  ) throws -> MessageFormatter {
    guard let locale = LocaleIdentifier(shape.locale),
      let message = MessageFormat2.parse(shape.messageFormat2).message
    else { throw BenchmarkError("the shape \(shape.name) cannot be read") }
    return try MessageFormatter(message, locale: locale, bidiIsolation: isolation)
  }

  private static func values(_ formatter: MessageFormatter) -> [ArgumentValues] {
    (0..<ShapeArguments.count).map { formatter.argumentValues(ShapeArguments.set($0)) }
  }

  private static func inRoom(_ name: String, _ formatter: MessageFormatter) -> Job {
    let values = values(formatter)
    return Job(name: name) { repeats in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { memory in
        var room = UTF8Room(memory)
        var sum = 0
        for index in 0..<repeats {
          room.removeAll()
          _ = formatter.format(values[index % ShapeArguments.count], into: &room)
          sum += room.count
        }
        return sum
      }
    }
  }

  private static func buffered(_ name: String, _ formatter: MessageFormatter) -> Job {
    let values = values(formatter)
    return Job(name: name) { repeats in
      var buffer: [UInt8] = []
      buffer.reserveCapacity(1024)
      var sum = 0
      for index in 0..<repeats {
        buffer.removeAll(keepingCapacity: true)
        formatter.format(values[index % ShapeArguments.count], into: &buffer)
        sum += buffer.count
      }
      return sum
    }
  }

  private static func string(_ name: String, _ formatter: MessageFormatter) -> Job {
    let values = values(formatter)
    return Job(name: name) { repeats in
      var sum = 0
      for index in 0..<repeats {
        sum += formatter.format(values[index % ShapeArguments.count]).utf8.count
      }
      return sum
    }
  }

  /// Both must say the same, or they do not do the same work. ICU's MessageFormat groups 1 234 in
  /// Polish too, where CLDR begins with five digits; that space is passed over.
  private static func compare(
    _ formatter: MessageFormatter, with peer: OpaquePointer, _ shape: Shape
  ) throws {
    for set in 0..<ShapeArguments.count {
      let own = formatter.format(ShapeArguments.set(set))
      let others = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1024) { buffer in
        guard let base = buffer.baseAddress else { return "" }
        let length = icu_message_text(peer, Int64(set), base, 1024)
        return String(
          decoding: UnsafeRawBufferPointer(start: base, count: max(0, Int(length))), as: UTF8.self)
      }
      guard own.filter({ $0 != "\u{A0}" }) == others.filter({ $0 != "\u{A0}" }) else {
        throw BenchmarkError("\(shape.name): langue says `\(own)`, ICU `\(others)`")
      }
    }
  }
}
