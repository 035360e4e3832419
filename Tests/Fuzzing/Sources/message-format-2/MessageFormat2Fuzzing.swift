import Diagnostics
import MessageSyntax

/// Whatever the bytes, the parser ends, points into its source, and what it accepts it can print and
/// read again as the same message.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let length = source.utf8.count
  let result = MessageFormat2.parse(source)
  for diagnostic in result.diagnostics {
    precondition(diagnostic.span.lowerBound >= 0 && diagnostic.span.upperBound <= length)
  }
  precondition(result.message != nil || !result.diagnostics.isEmpty)
  guard result.isValid, let message = result.message else { return 0 }
  let printed = MessageFormat2.print(message)
  let again = MessageFormat2.parse(printed)
  // Escapes make a message longer, so one near the limits may grow beyond them.
  if printed.utf8.count <= MessageFormat2.longestMessage {
    precondition(again.message == message, "printing changed the message")
  }
  return 0
}
