/// The hash that places keys and the checksum that guards the file. Part of the file format: they never
/// change within a version.
///
/// Both multiply words of 8 bytes and fold the 128-bit product into 64 bits, so that each bit of the input
/// bears on all of the result: a file of which any bytes were changed has the same checksum once in 2^64.
/// Neither is meant to withstand an attacker, who could as well write a file with the right checksum.
enum BundleHash {
  private static let multiplier: UInt64 = 0x9E6C_63D0_7695_48AD

  @inline(__always)
  private static func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.low ^ product.high
  }

  /// The hash of a key.
  ///
  /// The last words overlap those before, so that no length needs a loop over single bytes.
  @inline(__always)
  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let count = bytes.count
    var state = multiplier ^ UInt64(truncatingIfNeeded: count)
    var offset = 0
    while offset &+ 16 < count {
      state = mix(word(bytes, offset) ^ state, word(bytes, offset &+ 8) ^ multiplier)
      offset &+= 16
    }
    let first: UInt64
    let second: UInt64
    if count >= 16 {
      (first, second) = (word(bytes, count &- 16), word(bytes, count &- 8))
    } else if count >= 8 {
      (first, second) = (word(bytes, 0), word(bytes, count &- 8))
    } else if count >= 4 {
      (first, second) = (halfWord(bytes, 0), halfWord(bytes, count &- 4))
    } else if count > 0 {
      first = UInt64(bytes[0]) | UInt64(bytes[count / 2]) << 8
      second = UInt64(bytes[count &- 1])
    } else {
      (first, second) = (0, 0)
    }
    return mix(mix(first ^ state, second ^ multiplier), multiplier)
  }

  /// The checksum of a file's bytes.
  ///
  /// Eight lanes, each of which takes two words a step, keep the multiplier busy: it is memory that
  /// decides how long this takes.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lane0: UInt64 = 0x243F_6A88_85A3_08D3
    var lane1: UInt64 = 0x1319_8A2E_0370_7344
    var lane2: UInt64 = 0xA409_3822_299F_31D0
    var lane3: UInt64 = 0x082E_FA98_EC4E_6C89
    var lane4: UInt64 = 0x4528_21E6_38D0_1377
    var lane5: UInt64 = 0xBE54_66CF_34E9_0C6C
    var lane6: UInt64 = 0xC0AC_29B7_C97C_50DD
    var lane7: UInt64 = 0x3F84_D5B5_B547_0917
    @inline(__always)
    func step(_ lane: UInt64, _ offset: Int) -> UInt64 {
      mix(word(bytes, offset) ^ multiplier, word(bytes, offset &+ 8) ^ lane)
    }
    var offset = 0
    while offset &+ 128 <= bytes.count {
      lane0 = step(lane0, offset)
      lane1 = step(lane1, offset &+ 16)
      lane2 = step(lane2, offset &+ 32)
      lane3 = step(lane3, offset &+ 48)
      lane4 = step(lane4, offset &+ 64)
      lane5 = step(lane5, offset &+ 80)
      lane6 = step(lane6, offset &+ 96)
      lane7 = step(lane7, offset &+ 112)
      offset &+= 128
    }
    var state = UInt64(truncatingIfNeeded: bytes.count)
    for lane in [lane0, lane1, lane2, lane3, lane4, lane5, lane6, lane7] {
      state = mix(state ^ lane, multiplier)
    }
    while offset &+ 8 <= bytes.count {
      state = mix(state ^ word(bytes, offset), multiplier)
      offset &+= 8
    }
    var last: UInt64 = 0
    for byte in bytes[offset...] { last = last << 8 | UInt64(byte) }
    return mix(mix(state ^ last, multiplier), multiplier)
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
  }

  @inline(__always)
  private static func halfWord(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian)
  }
}
