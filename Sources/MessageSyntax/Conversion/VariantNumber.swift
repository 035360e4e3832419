/// The numbers that MessageFormat 2 compares a variant's key with.
enum VariantNumber {
  /// Whether a key is a number as it is compared, digit by digit: `1`, `-2`, `1.5`, but not `01`, `1.0`
  /// or `1e3`, which no number is written as.
  static func isWritten(_ key: String) -> Bool {
    let digits = key.hasPrefix("-") ? key.dropFirst() : key[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, !whole.isEmpty,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      whole == "0" || !whole.hasPrefix("0")
    else { return false }
    guard parts.count == 2 else { return key != "-0" }
    return parts[1].utf8.last.map { $0 != 0x30 } ?? false
  }
}
