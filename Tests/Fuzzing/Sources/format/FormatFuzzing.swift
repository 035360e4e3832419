import LocaleIdentifiers
import MessageFormat
import MessageSyntax

/// The locales whose formats differ most: digits, direction, grouping, plural rules.
private let contexts = ["en", "ar", "hi", "pl", "th"].compactMap { tag in
  LocaleIdentifier(tag).map { MessageFormatContext(locale: $0) }
}

/// Values of every kind for the names that messages tend to use.
private let arguments: [String: Argument] = [
  "a": "text", "b": 1, "n": 3, "count": 5, "name": "\u{202E}عربي", "x": -0.5, "y": 1e300,
  "list": .list(["a", "b"]), "flag": true,
]

/// Whatever message is valid, formatting it ends and stays below the limit.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let source = String(decoding: bytes.dropFirst(), as: UTF8.self)
  let result = MessageFormat2.parse(source)
  guard result.isValid, let message = result.message else { return 0 }
  let context = contexts[Int(bytes.first ?? 0) % contexts.count]
  guard let formatter = try? MessageFormatter(message, context: context) else { return 0 }
  let text = formatter.format(arguments)
  let parts = formatter.formatToParts(arguments)
  precondition(text.utf8.count <= MessageFormatter.maximumLength * 2)
  precondition(parts.reduce(into: "") { $0 += $1.text } == text, "parts and text differ")
  return 0
}
