/// The hash that places keys and guards the file. Part of the file format: it never changes within
/// a version.
///
/// Eight bytes a step, multiplied and folded; not meant to withstand an attacker, who could as well
/// write a file with the right checksum.
enum BundleHash {
  private static let multiplier: UInt64 = 0x9E6C_63D0_7695_48AD

  @inline(__always)
  private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: multiplier)
    return product.low ^ product.high
  }

  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state: UInt64 = multiplier ^ UInt64(truncatingIfNeeded: bytes.count)
    var offset = 0
    while offset &+ 8 <= bytes.count {
      state = mix(state, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian)
      offset &+= 8
    }
    return finish(state, bytes, from: offset)
  }

  /// The same idea on four lanes, for whole files.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var first: UInt64 = 1
    var second: UInt64 = 2
    var third: UInt64 = 3
    var fourth: UInt64 = 4
    var offset = 0
    while offset &+ 32 <= bytes.count {
      first = mix(first, word(bytes, offset))
      second = mix(second, word(bytes, offset &+ 8))
      third = mix(third, word(bytes, offset &+ 16))
      fourth = mix(fourth, word(bytes, offset &+ 24))
      offset &+= 32
    }
    var state = mix(mix(first, second), mix(third, fourth))
    while offset &+ 8 <= bytes.count {
      state = mix(state, word(bytes, offset))
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
    return mix(mix(state, last), multiplier)
  }
}
