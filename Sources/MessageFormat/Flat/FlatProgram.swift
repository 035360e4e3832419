import LocaleServices

/// A message as a list of plain operations over one text: the quick way to format it.
///
/// It covers what nearly all messages consist of: text, strings, numbers and dates with options that
/// stand in the message, selection by them. Marks of isolation are part of the text, formats are made
/// beforehand. Where an argument is missing or not of the kind that was expected, `run` gives up, and
/// the message is formatted by `MessageRun`, which knows all the rules and reports errors.
final class FlatProgram: Sendable {
  /// Bytes of all constant text.
  private let text: ConstantTable<UInt8>
  private let operations: ConstantTable<Operation>
  private let numbers: ConstantTable<Unmanaged<FlatNumber>>
  private let dates: ConstantTable<Unmanaged<FlatDate>>
  private let plainNumber: Unmanaged<FlatNumber>?
  /// Keep alive what the tables and the unmanaged references point to: to follow those costs nothing.
  private let owners: [any AnyObject & Sendable]
  private let selection: Unmanaged<FlatDecision>?
  private let argumentCount: Int
  private let isolatesStrings: Bool
  /// The whole message, if nothing in it can change.
  let constant: String?
  /// Its bytes.
  var constantBytes: UnsafeBufferPointer<UInt8>? {
    isConstant ? text.slice(0, text.count) : nil
  }
  private let isConstant: Bool

  enum Code: UInt8, Sendable {
    /// Constant text.
    case text
    /// An argument without a function.
    case value
    /// An argument that must be a string.
    case string
    case number
    case date
  }

  /// Without references, so that reading one costs nothing.
  struct Operation: Sendable {
    var code: Code
    /// Which argument, number or date.
    var index: Int
    /// Which bytes of the text.
    var start: Int
    var end: Int
  }

  /// Which operations a variant has, and what it is chosen by.
  struct Variant: Sendable {
    var start: Int
    var end: Int
    /// As many as there are columns.
    var keys: [UInt16]
  }

  /// More selectors than this are left to `MessageRun`.
  static let mostColumns = 8

  init(
    text: [UInt8], operations: [Operation], numbers: [FlatNumber], dates: [FlatDate],
    columns: [FlatColumn], variants: [Variant], plainNumber: FlatNumber?, isolatesStrings: Bool,
    argumentCount: Int
  ) {
    self.text = ConstantTable(text)
    self.operations = ConstantTable(operations)
    self.numbers = ConstantTable(numbers.map { Unmanaged.passUnretained($0) })
    self.dates = ConstantTable(dates.map { Unmanaged.passUnretained($0) })
    let decision = columns.isEmpty ? nil : FlatDecision(columns, variants)
    selection = decision.map { Unmanaged.passUnretained($0) }
    self.plainNumber = plainNumber.map { Unmanaged.passUnretained($0) }
    var owners: [any AnyObject & Sendable] = numbers + dates
    if let decision { owners.append(decision) }
    if let plainNumber { owners.append(plainNumber) }
    self.owners = owners
    self.argumentCount = argumentCount
    self.isolatesStrings = isolatesStrings
    isConstant =
      columns.isEmpty && text.count <= MessageFormatter.maximumLength
      && operations.allSatisfy { $0.code == .text }
    constant = isConstant ? String(decoding: text, as: UTF8.self) : nil
  }

  deinit {
    text.deallocate()
    operations.deallocate()
    numbers.deallocate()
    dates.deallocate()
  }

  /// The room that most messages need, which the stack has.
  private static let usualRoom = 1024

  /// Hands over the bytes of the formatted message; nil if it has to be formatted by the rules, or is
  /// longer than a message may be.
  @inline(__always)
  func withFormatted<Result>(
    _ arguments: ArgumentValues.Storage, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    var isFull = false
    let result: Result? = withUnsafeTemporaryAllocation(
      of: UInt8.self, capacity: Self.usualRoom
    ) { memory in
      var room = UTF8Room(memory)
      guard run(arguments, into: &room) else { return nil }
      isFull = room.isFull
      return isFull ? nil : body(room.bytes)
    }
    return isFull ? withLongFormatted(arguments, body) : result
  }

  private func withLongFormatted<Result>(
    _ arguments: ArgumentValues.Storage, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    var capacity = Self.usualRoom
    while capacity < MessageFormatter.maximumLength {
      capacity = min(capacity * 16, MessageFormatter.maximumLength)
      let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: capacity)
      defer { memory.deallocate() }
      var room = UTF8Room(memory)
      guard run(arguments, into: &room) else { return nil }
      if !room.isFull { return body(room.bytes) }
    }
    return nil
  }

  /// Writes the formatted message; false if it has to be formatted by the rules, whatever was written
  /// so far.
  func run(_ arguments: ArgumentValues.Storage, into room: inout UTF8Room) -> Bool {
    guard arguments.count == argumentCount else { return false }
    guard let selection else {
      return run(0, operations.count, arguments, into: &room)
    }
    guard let variant = selection._withUnsafeGuaranteedRef({ $0.choose(arguments) }) else {
      return false
    }
    return run(variant.start, variant.end, arguments, into: &room)
  }

  private func run(
    _ start: Int, _ end: Int, _ arguments: ArgumentValues.Storage, into room: inout UTF8Room
  ) -> Bool {
    for index in start..<end {
      let operation = operations[index]
      switch operation.code {
      case .text: room.append(text.slice(operation.start, operation.end))
      case .string:
        guard case .string = arguments.plain(operation.index) else { return false }
        room.append(arguments.string(operation.index))
      case .value:
        guard value(operation.index, arguments, into: &room) else { return false }
      case .number:
        let isWritten = numbers[operation.index]._withUnsafeGuaranteedRef { number in
          number.write(arguments.plain(number.argument), into: &room)
        }
        guard isWritten else { return false }
      case .date:
        let isWritten = dates[operation.index]._withUnsafeGuaranteedRef { date in
          date.write(arguments.plain(date.argument), into: &room)
        }
        guard isWritten else { return false }
      }
    }
    return true
  }

  @inline(__always)
  private func value(
    _ index: Int, _ arguments: ArgumentValues.Storage, into room: inout UTF8Room
  ) -> Bool {
    let argument = arguments.plain(index)
    switch argument {
    case .string:
      if isolatesStrings {
        // U+2068 and U+2069.
        room.append(0xE2)
        room.append(0x81)
        room.append(0xA8)
        room.append(arguments.string(index))
        room.append(0xE2)
        room.append(0x81)
        room.append(0xA9)
      } else {
        room.append(arguments.string(index))
      }
      return true
    case .integer, .number:
      return plainNumber?._withUnsafeGuaranteedRef { $0.write(argument, into: &room) } ?? false
    case .date, .other: return false
    }
  }
}
