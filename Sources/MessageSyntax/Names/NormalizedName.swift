internal import CICU

/// Names and keys as they are compared: without bidi marks, in NFC.
enum NormalizedName {
  /// The NFC form of a text. Text below U+0300 is NFC already and comes back as it is.
  static func nfc(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0xCC }) else { return text }
    var text = text
    var capacity = text.utf8.count * 3
    // Once more only if NFC is longer than the normalizer promises.
    for _ in 0..<2 {
      var status: Int32 = 0
      var needed = 0
      let normal = text.withUTF8 { input in
        input.withMemoryRebound(to: CChar.self) { input in
          guard let start = input.baseAddress else { return "" }
          return String(unsafeUninitializedCapacity: capacity) { out in
            out.withMemoryRebound(to: CChar.self) { out in
              needed = Int(
                cicu_normalize_nfc(
                  start, Int32(clamping: input.count), out.baseAddress,
                  Int32(clamping: out.count), &status))
              return status <= 0 ? min(max(needed, 0), out.count) : 0
            }
          }
        }
      }
      if status <= 0 { return normal }
      guard needed > capacity else { break }
      capacity = needed
    }
    return text
  }

  /// A name without the bidi marks that may stand around its parts.
  static func withoutMarks(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x61C, 0x200E, 0x200F, 0x2066...0x2069: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
