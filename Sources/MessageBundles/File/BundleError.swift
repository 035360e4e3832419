/// Why a bundle could not be opened or written.
public enum BundleError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file could not be opened, measured or mapped; `code` is the system's `errno`.
  case unreadable(path: String, code: Int32)
  /// Not a bundle at all.
  case notABundle
  /// Written on a machine of the other byte order.
  case foreignByteOrder
  /// Written by a version of langue that this one does not read.
  case unsupportedVersion(UInt32)
  /// Shorter or longer than its header says.
  case wrongLength(expected: UInt64, actual: UInt64)
  /// The bytes are not those that were written.
  case checksumMismatch
  /// What stands at a place is not what should be there: a number points outside of the file, a text is
  /// no UTF-8, a program is none. `offset` counts bytes from the start of the file.
  case damaged(what: String, offset: Int)
  /// More than the format can hold (4 GiB, 100 000 messages).
  case tooLarge
  /// The same key was handed in twice.
  case duplicateKey(String)
  /// The message of a key cannot be compiled.
  case invalidMessage(key: String)
  /// A folder has no bundle.
  case noBundles(path: String)
  /// Two bundles of a folder are for the same locale.
  case duplicateLocale(String)

  public var description: String {
    switch self {
    case .unreadable(let path, let code): "cannot read \(path) (errno \(code))"
    case .notABundle: "not a message bundle"
    case .foreignByteOrder: "the bundle was written for the other byte order"
    case .unsupportedVersion(let version): "bundle version \(version) is not supported"
    case .wrongLength(let expected, let actual):
      "the bundle should have \(expected) bytes and has \(actual)"
    case .checksumMismatch: "the bundle is damaged: its checksum does not match"
    case .damaged(let what, let offset): "the bundle is damaged: \(what) at byte \(offset)"
    case .tooLarge: "too many or too long messages for one bundle"
    case .duplicateKey(let key): "the key \(key) stands twice"
    case .invalidMessage(let key): "the message \(key) cannot be compiled"
    case .noBundles(let path): "there is no bundle in \(path)"
    case .duplicateLocale(let tag): "there are two bundles for \(tag)"
    }
  }
}
