import LocaleIdentifiers
import MessageFormat
import MessageSyntax

/// The locales whose formats differ most: digits, direction, grouping, plural rules. Made once, as a
/// site makes them.
private let contexts = ["en", "ar", "hi", "pl", "th"].compactMap { tag in
  LocaleIdentifier(tag).map { MessageFormatContext(locale: $0) }
}

/// Values of every kind for the names that messages tend to use.
private let arguments: [String: Argument] = [
  "a": "text", "b": 1, "n": 3, "count": 5, "name": "\u{202E}عربي", "x": -0.5, "y": 1e300,
  "list": .list(["a", "b"]), "flag": true, "0": 0, "1": .decimal("12345678901234567890.5"),
  "date": .string("2006-01-02T15:04:06"),
]

/// Whatever message is valid in one of the syntaxes, formatting it ends, stays below the limit, and
/// gives the same text in one piece and in parts.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let source = String(decoding: bytes, as: UTF8.self)
  // Any of the locales, without taking a byte of the source for the choice.
  let context = contexts[Int(bytes.reduce(0, &+)) % contexts.count]
  let result = MessageFormat2.parse(source)
  if result.isValid, let message = result.message,
    let formatter = try? MessageFormatter(message, context: context)
  {
    check(formatter.format(arguments), formatter.formatToParts(arguments))
  } else if let message = ICUMessageFormat.parse(source, dialect: .formatJS).message {
    let formatter = ICUMessageFormatter(message, context: context)
    check(formatter.format(arguments), formatter.formatToParts(arguments))
  }
  return 0
}

private func check(_ text: String, _ parts: [MessagePart]) {
  precondition(text.utf8.count <= MessageFormatter.maximumLength)
  precondition(parts.reduce(into: "") { $0 += $1.text } == text, "parts and text differ")
}
