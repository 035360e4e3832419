/// Where keys stand in a table: a hash table of places, which compares bytes in the file.
///
/// Strings are equal if they are the same characters, so this holds for keys in ASCII only; from the
/// first other one on the table is a dictionary of strings.
struct KeyPlaces: Sendable {
  /// A place plus one in the lower half, a part of the key's hash in the upper; 0 is a free slot.
  private var slots: [UInt64] = []
  private var strings: [String: Int]?
  private var count = 0
  /// Hashes differ in every process, so that no file can be made whose keys all meet in one slot.
  private let seed: UInt64

  private static let processSeed = UInt64.random(in: .min ... .max)

  init() { seed = Self.processSeed }

  mutating func reserve(_ count: Int) {
    guard slots.isEmpty else { return }
    var size = 16
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  /// Adds the key at a place; where it stands already, its earlier place is returned instead.
  mutating func add(_ place: Int, in table: CatalogRows) -> Int? {
    if strings == nil, table.withKey(place, Self.isASCII) {
      if count * 2 >= slots.count { grow(in: table) }
      let hash = table.withKey(place, hash)
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 {
        if let known = known(slots[slot], hash),
          table.withKey(place, { isKey(known, $0, in: table) })
        {
          return known
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      slots[slot] = hash & Self.upperHalf | UInt64(place + 1)
      count += 1
      return nil
    }
    if strings == nil {
      slots = []
      var all: [String: Int] = [:]
      all.reserveCapacity(max(count * 2, 16))
      for earlier in 0..<place { all[table.key(earlier)] = earlier }
      strings = all
    }
    let key = table.key(place)
    if let known = strings?[key] { return known }
    strings?[key] = place
    return nil
  }

  func place(of key: String, in table: CatalogRows) -> Int? {
    if let strings { return strings[key] }
    var key = key
    if let place = key.withUTF8({ Self.isASCII($0) ? .some(place(ofASCII: $0, in: table)) : nil }) {
      return place
    }
    // A key that is not in ASCII is the same characters as one that is, if each of its own is so.
    var plain = String(String.UnicodeScalarView(key.unicodeScalars.map(Self.plain)))
    return plain.withUTF8 { Self.isASCII($0) ? place(ofASCII: $0, in: table) : nil }
  }

  func place(ofASCII key: UnsafeBufferPointer<UInt8>, in table: CatalogRows) -> Int? {
    if let strings { return strings[String(decoding: key, as: UTF8.self)] }
    guard !slots.isEmpty else { return nil }
    let hash = hash(key)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if let known = known(slots[slot], hash), isKey(known, key, in: table) { return known }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  // MARK: Slots

  private static let upperHalf: UInt64 = 0xFFFF_FFFF_0000_0000

  /// The place in a slot, if the key there may have this hash.
  private func known(_ slot: UInt64, _ hash: UInt64) -> Int? {
    (slot ^ hash) & Self.upperHalf == 0 ? Int(slot & ~Self.upperHalf) - 1 : nil
  }

  private func isKey(
    _ place: Int, _ key: UnsafeBufferPointer<UInt8>, in table: CatalogRows
  ) -> Bool {
    table.withKey(place) { $0.isSame(as: key) }
  }

  private mutating func grow(in table: CatalogRows) {
    let old = slots
    slots = Array(repeating: 0, count: max(16, old.count * 2))
    for entry in old where entry != 0 {
      let hash = table.withKey(Int(entry & ~Self.upperHalf) - 1, hash)
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }

  // MARK: Bytes

  /// Mixes eight bytes at a time.
  private func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = seed ^ UInt64(key.count)
    key.forEachWord { word in
      let (high, low) = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = high ^ low
    }
    return hash ^ hash >> 29
  }

  static func isASCII(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    var all: UInt64 = 0
    key.forEachWord { all |= $0 }
    return all & 0x8080_8080_8080_8080 == 0
  }

  /// The only characters beyond ASCII that are canonically equivalent to one in it.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{37E}": ";"
    case "\u{1FEF}": "`"
    case "\u{212A}": "K"
    default: scalar
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Calls a function with eight bytes at a time, the last ones filled up with zeros.
  @inline(__always)
  fileprivate func forEachWord(_ body: (UInt64) -> Void) {
    let raw = UnsafeRawBufferPointer(self)
    var offset = 0
    while offset + 8 <= count {
      body(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    guard offset < count else { return }
    var rest: UInt64 = 0
    while offset < count {
      rest = rest << 8 | UInt64(self[offset])
      offset += 1
    }
    body(rest)
  }

  /// Whether two texts are the same bytes.
  @inline(__always)
  func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    let left = UnsafeRawBufferPointer(self)
    let right = UnsafeRawBufferPointer(other)
    var offset = 0
    while offset + 8 <= count {
      if left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      {
        return false
      }
      offset += 8
    }
    while offset < count {
      if self[offset] != other[offset] { return false }
      offset += 1
    }
    return true
  }
}
