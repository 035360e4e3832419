import ArgumentParser

/// A value for one of a message's variables, as `--arg` gives it.
///
///     try MessageArgument("count=3")          // the number 3
///     try MessageArgument("code:string=007")  // the text 007
///     try MessageArgument("on:datetime=2017-06-12")
///
/// Without a type, what is written like a number in JSON is a number, all else is text.
struct MessageArgument: Equatable {
  enum Kind: String, CaseIterable {
    case string, number, datetime
  }

  let name: String
  let kind: Kind
  let value: String

  init(_ argument: String) throws {
    guard let equals = argument.firstIndex(of: "=") else {
      throw ValidationError("--arg \(argument): write name=value")
    }
    let value = String(argument[argument.index(after: equals)...])
    let parts = argument[..<equals].split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    guard !name.isEmpty else { throw ValidationError("--arg \(argument): the name is missing") }
    var kind = Self.isNumber(value) ? Kind.number : .string
    if parts.count > 1 {
      guard let named = Kind(rawValue: String(parts[1])) else {
        throw ValidationError(
          "--arg \(argument): the type is one of string, number and datetime, not `\(parts[1])`")
      }
      kind = named
    }
    guard kind != .number || Self.isNumber(value) else {
      throw ValidationError("--arg \(argument): `\(value)` is not a number")
    }
    self.name = name
    self.kind = kind
    self.value = value
  }

  /// Whether a text is a number in JSON's grammar: `-12.5e3`, but not `007`, `.5` or `1,000`.
  static func isNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    func skip(_ byte: Character) -> Bool {
      guard let ascii = byte.asciiValue, rest.first == ascii else { return false }
      rest = rest.dropFirst()
      return true
    }
    func digits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    _ = skip("-")
    let leadsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, whole == 1 || !leadsWithZero else { return false }
    if skip("."), digits() == 0 { return false }
    if skip("e") || skip("E") {
      if !skip("+") { _ = skip("-") }
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }
}
