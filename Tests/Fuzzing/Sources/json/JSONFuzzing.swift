import Diagnostics
import StringCatalogs

/// Whatever the bytes, the reader ends, and every value's place lies in the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do throws(Diagnostic) {
    visit(try JSONDocument(parsing: bytes).root, count)
  } catch {
    precondition(error.span.lowerBound >= 0 && error.span.upperBound <= count)
  }
  return 0
}

private func visit(_ value: JSONValue, _ count: Int) {
  precondition(value.span.upperBound <= count)
  if let decoded = value.decoded {
    precondition(decoded.offsets.fileOffset(of: decoded.text.utf8.count) <= count)
  }
  for element in value.elements { visit(element, count) }
  for member in value.members {
    visit(member.key, count)
    visit(member.value, count)
  }
}
