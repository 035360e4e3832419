/// The hash that places keys and guards the file. Part of the file format: it never changes within
/// a version.
///
/// Words are multiplied and folded; not meant to withstand an attacker, who could as well write a file
/// with the right checksum.
enum BundleHash {
  private static let multiplier: UInt64 = 0x9E6C_63D0_7695_48AD

  @inline(__always)
  private static func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.low ^ product.high
  }

  @inline(__always)
  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state: UInt64 = multiplier ^ UInt64(truncatingIfNeeded: bytes.count)
    var offset = 0
    while offset &+ 8 <= bytes.count {
      state = mix(state ^ word(bytes, offset), multiplier)
      offset &+= 8
    }
    return finish(state, bytes, from: offset)
  }

  /// The same idea on four lanes that take two words a step, for whole files.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var first: UInt64 = 0x243F_6A88_85A3_08D3
    var second: UInt64 = 0x1319_8A2E_0370_7344
    var third: UInt64 = 0xA409_3822_299F_31D0
    var fourth: UInt64 = 0x082E_FA98_EC4E_6C89
    var offset = 0
    while offset &+ 64 <= bytes.count {
      first = mix(word(bytes, offset) ^ multiplier, word(bytes, offset &+ 8) ^ first)
      second = mix(word(bytes, offset &+ 16) ^ multiplier, word(bytes, offset &+ 24) ^ second)
      third = mix(word(bytes, offset &+ 32) ^ multiplier, word(bytes, offset &+ 40) ^ third)
      fourth = mix(word(bytes, offset &+ 48) ^ multiplier, word(bytes, offset &+ 56) ^ fourth)
      offset &+= 64
    }
    var state = mix(first ^ multiplier, second) ^ mix(third ^ multiplier, fourth)
    while offset &+ 8 <= bytes.count {
      state = mix(state ^ word(bytes, offset), multiplier)
      offset &+= 8
    }
    return finish(state ^ UInt64(truncatingIfNeeded: bytes.count), bytes, from: offset)
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
  }

  /// Takes in the last, fewer than eight, bytes.
  @inline(__always)
  private static func finish(
    _ state: UInt64, _ bytes: UnsafeRawBufferPointer, from offset: Int
  ) -> UInt64 {
    var last: UInt64 = 0
    var shift: UInt64 = 0
    var offset = offset
    while offset < bytes.count {
      last |= UInt64(bytes[offset]) << shift
      shift &+= 8
      offset &+= 1
    }
    return mix(mix(state ^ last, multiplier), multiplier)
  }
}
