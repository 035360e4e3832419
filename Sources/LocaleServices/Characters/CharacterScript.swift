internal import CICU

extension Unicode.Scalar {
  /// The script of the character by its ISO 15924 code: `Latn`, `Cyrl`; `Zyyy` for what all scripts
  /// share, `Zinh` for marks that take the script of what they stand on.
  ///
  ///     ("я" as Unicode.Scalar).script  // "Cyrl"
  public var script: String { String(cString: cicu_character_script(value)) }

  /// Whether the character is used in a script, shared ones included as Unicode lists them
  /// (`ー` belongs to `Hira` and to `Kana`).
  public func isUsed(inScript script: String) -> Bool {
    cicu_character_has_script(value, script) != 0
  }

  /// The value of a decimal digit of any script: 3 for `3`, `٣` and `३`.
  public var decimalDigitValue: Int? {
    let value = cicu_character_digit(value)
    return value < 0 ? nil : Int(value)
  }
}
