import Diagnostics
import MessageSyntax

/// Whatever the bytes, the parser ends, points into its source, and what it accepts it can print and
/// read again as the same message, in both dialects.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let length = source.utf8.count
  for dialect in ICUMessageFormat.Dialect.allCases {
    let result = ICUMessageFormat.parse(source, dialect: dialect)
    for diagnostic in result.diagnostics {
      precondition(diagnostic.span.lowerBound >= 0 && diagnostic.span.upperBound <= length)
    }
    precondition(result.message != nil || !result.diagnostics.isEmpty)
    guard let message = result.message else { continue }
    let printed = ICUMessageFormat.print(message, dialect: dialect)
    // Quotes make a message longer, so one near the limits may grow beyond them.
    if printed.utf8.count <= ICUMessageFormat.longestMessage {
      let again = ICUMessageFormat.parse(printed, dialect: dialect)
      precondition(again.message == message, "printing changed the message")
    }
  }
  return 0
}
