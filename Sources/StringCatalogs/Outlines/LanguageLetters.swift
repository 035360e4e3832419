/// What each character beyond ASCII is to a text, and to the language that it should be written in.
///
///     var letters = LanguageLetters()
///     letters.insert("б", as: .ownLetter)
///     TextScan(of: "бар", letters).traits.contains(.ownLetter)
///
/// It is asked once for each character of a site: most are found in a table.
package struct LanguageLetters: Sendable {
  /// Of characters below `limit`, the place of their traits in `traits`.
  private var kinds = Self.plain.kinds
  /// Bits of Chinese characters that belong to the other form of the script, from U+4E00 on.
  private var otherForm: [UInt64] = []
  private var ownsHan = false
  private var ownsHangul = false

  package init() {}

  /// What is known of characters whatever the language.
  package static let none = LanguageLetters()

  /// Characters from here on are told by their block.
  static let limit: UInt32 = 0x3200

  /// Marks a character as `ownLetter` or `foreignLetter`; from U+3200 on none is marked.
  package mutating func insert(_ scalar: Unicode.Scalar, as trait: TextTraits) {
    guard scalar.value < Self.limit else { return }
    let place = Int(scalar.value)
    if trait.contains(.foreignLetter) { kinds[place] |= Self.foreign }
    if trait.contains(.ownLetter) { kinds[place] |= Self.own }
  }

  /// Takes the Chinese characters, and those of Korean, for the language's own.
  package mutating func ownBlocks(han: Bool, hangul: Bool) {
    ownsHan = han
    ownsHangul = hangul
  }

  /// - Parameter characters: Chinese ones that the language's form of the script does not have.
  package mutating func setOtherForm(_ characters: String) {
    otherForm = Array(repeating: 0, count: (0xA000 - 0x4E00) / 64)
    for scalar in characters.unicodeScalars where (0x4E00..<0xA000).contains(scalar.value) {
      let bit = Int(scalar.value - 0x4E00)
      otherForm[bit / 64] |= 1 << UInt64(bit % 64)
    }
  }

  /// Calls a function with all that a walk over a text needs.
  package func withTables<Result>(_ body: (Tables) -> Result) -> Result {
    kinds.withUnsafeBufferPointer { kinds in
      otherForm.withUnsafeBufferPointer { otherForm in
        Self.plain.traits.withUnsafeBufferPointer { traits in
          TextTraits.ofBytes.withUnsafeBufferPointer { bytes in
            body(
              Tables(
                bytes: bytes, kinds: kinds, traits: traits, otherForm: otherForm,
                han: ownsHan ? TextTraits.ownLetter.rawValue : 0,
                hangul: ownsHangul ? TextTraits.ownLetter.rawValue : 0))
          }
        }
      }
    }
  }

  // MARK: Kinds

  private static let foreign: UInt8 = 1 << 6
  private static let own: UInt8 = 1 << 7

  /// Letters of Latin, and of Greek or Cyrillic, for `mixedScripts`: no traits of a text. The first bit is
  /// shifted to the second.
  static let latin: UInt64 = 1 << 62
  static let greekOrCyrillic: UInt64 = 1 << 63
  static let scripts = latin | greekOrCyrillic

  /// The kinds of all characters below `limit`, and the traits of each kind with and without the
  /// language's bits.
  private static let plain: (kinds: [UInt8], traits: [UInt64]) = {
    var kinds: [UInt8] = []
    kinds.reserveCapacity(Int(limit))
    var known: [UInt64] = []
    for value in 0..<limit {
      let traits = plainTraits(of: value)
      let kind = known.firstIndex(of: traits) ?? known.count
      if kind == known.count { known.append(traits) }
      kinds.append(UInt8(kind))
    }
    let traits = (0..<256).map { kind in
      let place = UInt8(kind) & ~(foreign | own)
      return (Int(place) < known.count ? known[Int(place)] : 0)
        | (UInt8(kind) & foreign == 0 ? 0 : TextTraits.foreignLetter.rawValue)
        | (UInt8(kind) & own == 0 ? 0 : TextTraits.ownLetter.rawValue)
    }
    return (kinds, traits)
  }()

  /// The traits of a character, but for those that its first byte tells.
  private static func plainTraits(of value: UInt32) -> UInt64 {
    var traits: TextTraits = []
    switch value {
    case 0x80..<0xA0: traits.insert(.control)
    case 0xAB, 0xBB, 0x2018...0x201F, 0x300C, 0x300D: traits.insert(.quotationMark)
    case 0x202A...0x202E, 0x2066...0x2069: traits.insert(.bidiControl)
    default: break
    }
    switch value {
    case 0x300..<0x370, 0x374, 0x37E, 0x387, 0x1100...0x11FF, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
      0x1F00...0x1FFF, 0x3099, 0x309A:
      traits.insert(.combining)
    default: break
    }
    switch value {
    case 0x34F, 0x115F, 0x1160, 0x180E, 0x200B...0x200D, 0x2060...0x2064, 0x206A...0x206F, 0x3164:
      traits.insert(.invisible)
    default: break
    }
    switch value {
    case 0x340...0x344, 0x374, 0x37E, 0x387, 0x1F40...0x1FFF, 0x2000, 0x2001, 0x2100...0x213F,
      0x2300...0x233F:
      traits.insert(.respelling)
    default: break
    }
    switch value {
    case 0..<0x80, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      break
    default: traits.insert(.visible)
    }
    // By whole lead bytes: signs among the letters do no harm, for what is found is read.
    let script: UInt64 =
      switch value {
      case 0x80..<0x280, 0x1000..<0x2000: latin
      case 0x380..<0x540: greekOrCyrillic
      default: 0
      }
    return traits.rawValue | script
  }

  /// The tables as a walk over a text uses them.
  package struct Tables {
    let bytes: UnsafeBufferPointer<UInt64>
    fileprivate let kinds: UnsafeBufferPointer<UInt8>
    fileprivate let traits: UnsafeBufferPointer<UInt64>
    fileprivate let otherForm: UnsafeBufferPointer<UInt64>
    fileprivate let han: UInt64
    fileprivate let hangul: UInt64

    /// The traits of a character beyond ASCII, but for those that its first byte tells.
    @inline(__always)
    func traits(of scalar: UInt32) -> UInt64 {
      if scalar < LanguageLetters.limit { return traits[Int(kinds[Int(scalar)])] }
      let visible = TextTraits.visible.rawValue
      if scalar < 0xA000 {
        guard scalar >= 0x3400, scalar < 0x4DC0 || scalar >= 0x4E00 else { return visible }
        guard scalar >= 0x4E00, !otherForm.isEmpty else { return visible | han }
        let bit = Int(scalar - 0x4E00)
        return otherForm[bit >> 6] >> UInt64(bit & 63) & 1 == 0
          ? visible | han : visible | han | TextTraits.otherForm.rawValue
      }
      if scalar < 0xD7A4 { return scalar < 0xAC00 ? visible : visible | hangul }
      return visible | Self.rare(scalar)
    }

    @inline(never)
    private static func rare(_ scalar: UInt32) -> UInt64 {
      switch scalar {
      case 0xF900..<0xFB40, 0x2F000...0x2FFFF: TextTraits.respelling.rawValue
      case 0xFEFF, 0xFFA0: TextTraits.invisible.rawValue
      case 0xFFFD: TextTraits.replacement.rawValue
      default: 0
      }
    }
  }
}
