import LocaleServices

/// A message as a list of plain operations over one text: the quick way to format it.
///
/// It covers what nearly all messages consist of: text, strings, numbers and dates with options that
/// stand in the message, selection by them. Marks of isolation are part of the text, formats are made
/// beforehand. Where an argument is missing or not of the kind that was expected, `run` gives up, and
/// the message is formatted by `MessageRun`, which knows all the rules and reports errors.
final class FlatProgram: Sendable {
  /// Bytes of all constant text.
  let text: [UInt8]
  let operations: [Operation]
  let numbers: [FlatNumber]
  let dates: [FlatDate]
  let columns: [FlatColumn]
  /// The best variants first, so that the first that matches is chosen.
  let variants: [Variant]
  /// The keys of all variants, as many for each as there are columns.
  let keys: [UInt16]
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
    isolatesStrings: Bool
  ) {
    self.text = text
    self.operations = operations
    self.numbers = numbers
    self.dates = dates
    self.columns = columns
    self.variants = variants
    self.keys = keys
    self.plainNumber = plainNumber
    self.isolatesStrings = isolatesStrings
  }

  /// Appends the formatted message; false if it has to be formatted by the rules, whatever was
  /// appended so far.
  func run(_ arguments: [Argument?], into buffer: inout [UInt8]) -> Bool {
    if columns.isEmpty { return run(0..<operations.count, arguments, into: &buffer) }
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
      case .text: append(operation.start, operation.end, to: &buffer)
      case .string:
        guard case .string(let string) = arguments[operation.index] else { return false }
        append(string, to: &buffer)
      case .value:
        guard value(arguments[operation.index], into: &buffer) else { return false }
      case .number:
        let number = numbers[operation.index]
        guard number.write(arguments[number.argument], into: &buffer) else { return false }
      case .date:
        let date = dates[operation.index]
        guard date.write(arguments[date.argument], into: &buffer) else { return false }
      }
    }
    return true
  }

  @inline(__always)
  private func append(_ start: Int, _ end: Int, to buffer: inout [UInt8]) {
    text.withUnsafeBufferPointer { bytes in
      buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
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
