import LocaleIdentifiers
import LocaleServices
@_spi(Damage) import MessageBundles
import MessageFormat

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of no name, which a bundle is opened from again and again: in memory where the system has a
/// folder for it, for each run writes it anew.
private let descriptor: Int32 = {
  let folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
  var template = Array("\(folder)/langue-fuzzing-XXXXXX".utf8CString)
  let descriptor = mkstemp(&template)
  precondition(descriptor >= 0, "no temporary file")
  unlink(template)
  return descriptor
}()

/// The locales of BundleSite: making what ICU needs for one takes longer than all else.
private let contexts = Dictionary(
  uniqueKeysWithValues: (["fr", "pl", "ar", "cy"] as [LocaleIdentifier]).map {
    ($0, MessageFormatContext(locale: $0))
  })

/// Values for the names that the messages of BundleSite have, and for what becomes of them.
private let arguments: [String: Argument] = [
  "count": 3, "name": "\u{202E}عربي", "price": 1234.5, "n": -0.5, "place": 22,
  "list": .list(["a", "b"]),
  "when": .date(DateValue(epochMilliseconds: 1_700_000_000_000)), "flag": true, "digits": 2,
  "big": .decimal("12345678901234567890.5"),
]

/// Whatever the bytes, and whatever they are once their seal is right, opening a bundle ends, and so does every
/// use of it; of one that `verify` lets through each key has a text, the same in one piece and in parts.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var bytes = Array(UnsafeBufferPointer(start: start, count: count))
  open(bytes)
  BundleSeal.seal(&bytes)
  open(bytes)
  return 0
}

private func open(_ bytes: [UInt8]) {
  precondition(ftruncate(descriptor, 0) == 0)
  precondition(
    bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) } == bytes.count)
  guard let bundle = try? MessageBundle(path: "/dev/fd/\(descriptor)", contexts: contexts) else {
    return
  }
  let isWhole = (try? bundle.verify()) != nil
  let keys = bundle.keys
  precondition(!isWhole || keys.count == bundle.count)
  for key in keys {
    let text = bundle.format(key, arguments)
    let parts = bundle.formatToParts(key, arguments)
    var buffer: [UInt8] = []
    let isThere = bundle.format(key, arguments, into: &buffer)
    precondition(isThere == (text != nil) && isThere == bundle.contains(key))
    precondition(buffer == Array((text ?? "").utf8), "the text and its bytes differ")
    precondition(buffer.count <= max(MessageFormatter.maximumLength, bytes.count))
    let plain = bundle.withPlainText(of: key) { $0.count }
    precondition(plain == nil || plain == buffer.count)
    precondition(plain == nil || bundle.formatter(for: key) == nil)
    guard isWhole else { continue }
    precondition(isThere, "a key of a verified bundle is not found")
    precondition((parts ?? []).reduce(into: "") { $0 += $1.text } == text, "parts and text differ")
  }
}
