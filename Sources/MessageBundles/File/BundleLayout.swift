/// Where things stand in a bundle file. All numbers are little-endian.
///
///     header   64 bytes, the fields below
///     slots    8 bytes each, a power of two of them, at most two thirds of them taken: a part of
///              the key's hash, and the place of its record in units of 8 bytes, or 0
///     locales  the locale's tag, then those that it falls back to, separated by spaces
///     records  in the order of their keys' bytes, one behind the other, each at a multiple of 8:
///              8 bytes, the fields below, then the key's UTF-8, then the text's UTF-8 or the compiled
///              message (`ProgramWriter` in MessageFormat)
///
/// A key's hash chooses its first slot; whoever finds it taken by another goes on to the next. Slots and
/// records together are two places in memory for one look-up.
enum BundleLayout {
  /// "langue" and two bytes that a text file would not hold.
  static let magic: UInt64 = 0x1A00_6575_676E_616C
  /// Read backwards on a machine of the other byte order.
  static let byteOrder: UInt32 = 0x0102_0304
  static let version: UInt32 = 3
  static let headerSize = 64
  static let slotSize = 8
  static let recordSize = 8
  /// Records begin at multiples of this.
  static let unit = 8
  /// From here on bytes count for the checksum.
  static let checkedFrom = 32
  /// The most bytes that a file may have: places in it are 32-bit numbers.
  static let longestFile = Int(UInt32.max) / 2
  /// DESIGN's limit on messages in one file.
  static let mostEntries = 100_000
  /// The longest key, in bytes.
  static let longestKey = 512

  /// Byte offsets of the header's fields.
  enum Header {
    static let magic = 0
    static let byteOrder = 8
    static let version = 12
    static let fileLength = 16
    static let checksum = 24
    static let entryCount = 32
    static let slotCount = 36
    static let locales = 40
    static let localesLength = 44
    static let records = 48
  }

  /// Byte offsets within a record.
  enum Record {
    static let keyLength = 0
    static let kind = 2
    static let bodyLength = 4
  }

  /// What a record's body is.
  enum Kind: UInt16 {
    /// The finished text: nothing to format.
    case text = 0
    /// A compiled message.
    case program = 1
  }
}
