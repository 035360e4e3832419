import LocaleServices

/// A message as a list of plain operations over one text: the quick way to format it.
///
/// It covers what nearly all messages consist of: text, strings, numbers and dates with options that
/// stand in the message, selection by them. Marks of isolation are part of the text, formats are made
/// beforehand. Where an argument is missing or not of the kind that was expected, `run` gives up, and
/// the message is formatted by `MessageRun`, which knows all the rules and reports errors.
final class FlatProgram: Sendable {
  /// Bytes of all constant text.
  let text: ConstantTable<UInt8>
  let operations: ConstantTable<Operation>
  private let numbers: ConstantTable<Unmanaged<FlatNumber>>
  private let dates: ConstantTable<Unmanaged<FlatDate>>
  /// Keep alive what the tables point to.
  private let owners: [any AnyObject & Sendable]
  let columns: [FlatColumn]
  /// The best variants first, so that the first that matches is chosen.
  let variants: ConstantTable<Variant>
  /// The keys of all variants, as many for each as there are columns.
  let keys: ConstantTable<UInt16>
  let columnCount: Int
  let argumentCount: Int
  let plainNumber: FlatNumber?
  let isolatesStrings: Bool

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

  struct Variant: Sendable {
    var start: Int
    var end: Int
  }

  /// More selectors than this are left to `MessageRun`.
  static let mostColumns = 8

  init(
    text: [UInt8], operations: [Operation], numbers: [FlatNumber], dates: [FlatDate],
    columns: [FlatColumn], variants: [Variant], keys: [UInt16], plainNumber: FlatNumber?,
    isolatesStrings: Bool, argumentCount: Int
  ) {
    self.text = ConstantTable(text)
    self.operations = ConstantTable(operations)
    self.numbers = ConstantTable(numbers.map { Unmanaged.passUnretained($0) })
    self.dates = ConstantTable(dates.map { Unmanaged.passUnretained($0) })
    owners = numbers + dates
    self.columns = columns
    self.variants = ConstantTable(variants)
    self.keys = ConstantTable(keys)
    columnCount = columns.count
    self.argumentCount = argumentCount
    self.plainNumber = plainNumber
    self.isolatesStrings = isolatesStrings
  }

  deinit {
    text.deallocate()
    operations.deallocate()
    numbers.deallocate()
    dates.deallocate()
    variants.deallocate()
    keys.deallocate()
  }

  /// Appends the formatted message; false if it has to be formatted by the rules, whatever was
  /// appended so far.
  func run(_ arguments: [Argument?], into buffer: inout [UInt8]) -> Bool {
    if columnCount == 0 { return run(0..<operations.count, arguments, into: &buffer) }
    guard let variant = choose(arguments) else { return false }
    return run(variant.start..<variant.end, arguments, into: &buffer)
  }

  @inline(__always)
  private func run(
    _ range: Range<Int>, _ arguments: [Argument?], into buffer: inout [UInt8]
  ) -> Bool {
    for index in range {
      let operation = operations[index]
      switch operation.code {
      case .text: text.append(operation.start, operation.end, to: &buffer)
      case .string:
        guard case .string(let string) = arguments[operation.index] else { return false }
        append(string, to: &buffer)
      case .value:
        guard value(arguments[operation.index], into: &buffer) else { return false }
      case .number:
        let isWritten = numbers[operation.index]._withUnsafeGuaranteedRef { number in
          number.write(arguments[number.argument], into: &buffer)
        }
        guard isWritten else { return false }
      case .date:
        let isWritten = dates[operation.index]._withUnsafeGuaranteedRef { date in
          date.write(arguments[date.argument], into: &buffer)
        }
        guard isWritten else { return false }
      }
    }
    return true
  }

  @inline(__always)
  private func append(_ string: String, to buffer: inout [UInt8]) {
    let done: Void? = string.utf8.withContiguousStorageIfAvailable {
      buffer.append(contentsOf: $0)
    }
    if done == nil { buffer.append(contentsOf: string.utf8) }
  }

  @inline(__always)
  private func value(_ argument: Argument?, into buffer: inout [UInt8]) -> Bool {
    switch argument {
    case .string(let string):
      if isolatesStrings {
        // U+2068 and U+2069.
        buffer.append(0xE2)
        buffer.append(0x81)
        buffer.append(0xA8)
        append(string, to: &buffer)
        buffer.append(0xE2)
        buffer.append(0x81)
        buffer.append(0xA9)
      } else {
        append(string, to: &buffer)
      }
      return true
    case .integer, .number:
      return plainNumber?.write(argument, into: &buffer) ?? false
    case nil, .decimal, .date, .list, .boolean: return false
    }
  }
}
