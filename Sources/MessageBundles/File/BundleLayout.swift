/// Where things stand in a bundle file. All numbers are little-endian.
///
///     header   64 bytes, the fields below
///     slots    UInt32 each, a power of two of them: 0, or the number of an entry counted from 1
///     entries  24 bytes each, sorted by key
///     blob     keys and texts, UTF-8, one after the other
///
/// A key's hash chooses its first slot; whoever finds it taken goes on to the next.
enum BundleLayout {
  /// "langue" and two bytes that a text file would not hold.
  static let magic: UInt64 = 0x1A00_6575_676E_616C
  /// Read backwards on a machine of the other byte order.
  static let byteOrder: UInt32 = 0x0102_0304
  static let version: UInt32 = 1
  static let headerSize = 64
  static let slotSize = 4
  static let entrySize = 24
  /// From here on bytes count for the checksum.
  static let checkedFrom = 32

  /// Byte offsets of the header's fields.
  enum Header {
    static let magic = 0
    static let byteOrder = 8
    static let version = 12
    static let fileLength = 16
    static let checksum = 24
    static let localeOffset = 32
    static let localeLength = 36
    static let entryCount = 40
    static let slotCount = 44
    static let slots = 48
    static let entries = 52
    static let blob = 56
    static let blobLength = 60
  }

  /// Byte offsets within an entry; offsets of texts count from the blob's start.
  enum Entry {
    static let hash = 0
    static let keyOffset = 4
    static let keyLength = 8
    static let textOffset = 12
    static let textLength = 16
    static let kind = 20
  }

  /// What an entry's text is.
  enum Kind: UInt32 {
    /// The finished text: nothing to format.
    case text = 0
    /// A message in MessageFormat 2, compiled when it is first asked for.
    case messageFormat2 = 1
  }
}
