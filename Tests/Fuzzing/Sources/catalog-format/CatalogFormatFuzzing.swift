import CatalogExchange
import CatalogFormats
import Diagnostics
import LocaleIdentifiers
import StringCatalogs

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The format that `LANGUE_FUZZ_FORMAT` names; without it, the first byte of the input chooses one.
private let named: CatalogFormat? = getenv("LANGUE_FUZZ_FORMAT").flatMap {
  CatalogFormatList.named(String(cString: $0))
}

/// What ICU has to be asked for only once.
private let context = FormatContext(locale: "pl", source: "en")

/// Whatever the bytes, a reader ends and every place lies in the file; what its writer makes of it is read
/// again, and written again gives the same bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let all = CatalogFormatList.all
  var format = named
  if format == nil, let first = bytes.first {
    format = all[Int(first) % all.count]
    bytes.removeFirst()
  }
  guard let format else { return 0 }
  let file = CatalogFile(path: "x", bytes: bytes)
  let catalog = format.read(file, context)
  check(catalog, bytes)
  guard let write = format.write else { return 0 }
  let output = write(catalog, context)
  if let original = catalog.original { precondition(output.bytes == original) }
  if output.bytes != bytes {
    let again = format.read(CatalogFile(path: "x", bytes: output.bytes), context)
    check(again, output.bytes)
    if !catalog.findings.contains(where: { $0.severity == .error }) {
      precondition(write(again, context).bytes == output.bytes)
    }
  }
  var bare = catalog
  bare.header.removeAll { $0.name == "document" }
  bare.original = nil
  let new = write(bare, context)
  check(format.read(CatalogFile(path: "x", bytes: new.bytes), context), new.bytes)
  return 0
}

private func check(_ catalog: ExchangeCatalog, _ bytes: [UInt8]) {
  // Places in a file that is not UTF-8 are those of its text.
  let count = (catalog.text ?? bytes).count
  for finding in catalog.findings {
    if let range = finding.range {
      precondition(range.start.offset >= 0 && range.end.offset <= count)
    }
  }
  for entry in catalog.entries {
    precondition(entry.keySpan.upperBound <= count)
    for message in [entry.source, entry.translation] {
      guard let message else { continue }
      precondition(message.valueSpan.upperBound <= count)
      let size = message.text.utf8.count
      precondition(message.offsets.fileOffset(of: 0) <= count)
      precondition(message.offsets.fileRange(of: 0..<size).lowerBound >= 0)
    }
  }
}
