import Diagnostics
import MessageSyntax

/// Whatever message is valid, carrying it to the other syntax ends, points into the source, and gives
/// a message that is valid there when it is written down and read again; and so does the way back.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let source = String(decoding: bytes, as: UTF8.self)
  // Either dialect, without taking a byte of the source for the choice.
  let dialect: ICUMessageFormat.Dialect = bytes.reduce(0, &+) & 1 == 0 ? .formatJS : .icu
  if let icu = ICUMessageFormat.parse(source, dialect: dialect).message,
    let message = checkedMessage(icu, source)
  {
    _ = checkedICUMessage(message, dialect, MessageFormat2.print(message))
  }
  let result = MessageFormat2.parse(source)
  if result.isValid, let message = result.message,
    let icu = checkedICUMessage(message, dialect, source)
  {
    _ = checkedMessage(icu, ICUMessageFormat.print(icu, dialect: dialect))
  }
  return 0
}

private func checkedMessage(_ icu: ICUMessage, _ source: String) -> Message? {
  let conversion = ICUMessageFormat.convertToMessageFormat2(icu)
  check(conversion.diagnostics, source)
  guard let message = conversion.message else {
    precondition(conversion.diagnostics.contains { $0.severity == .error }, "no reason is given")
    return nil
  }
  let printed = MessageFormat2.print(message)
  guard printed.utf8.count <= MessageFormat2.longestMessage else { return nil }
  let again = MessageFormat2.parse(printed)
  precondition(again.isValid && again.message == message, "the result is not as it is written")
  return again.message
}

private func checkedICUMessage(
  _ message: Message, _ dialect: ICUMessageFormat.Dialect, _ source: String
) -> ICUMessage? {
  let conversion = MessageFormat2.convertToICUMessageFormat(message, dialect: dialect)
  check(conversion.diagnostics, source)
  guard let icu = conversion.message else {
    precondition(conversion.diagnostics.contains { $0.severity == .error }, "no reason is given")
    return nil
  }
  let printed = ICUMessageFormat.print(icu, dialect: dialect)
  guard printed.utf8.count <= ICUMessageFormat.longestMessage else { return nil }
  let again = ICUMessageFormat.parse(printed, dialect: dialect)
  precondition(again.isValid, "the result is not valid")
  return again.message
}

private func check(_ diagnostics: [Diagnostic], _ source: String) {
  let length = source.utf8.count
  for diagnostic in diagnostics {
    precondition(diagnostic.span.lowerBound >= 0 && diagnostic.span.upperBound <= length)
  }
}
