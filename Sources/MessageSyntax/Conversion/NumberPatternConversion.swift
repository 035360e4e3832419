/// The function that a plain number pattern (`#,##0.00`, `0.#%`) becomes.
enum NumberPatternConversion {
  static func function(for pattern: String) -> FunctionReference? {
    var text = pattern[...]
    let isPercent = text.hasSuffix("%")
    if isPercent { text = text.dropLast() }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts.first ?? ""
    let fraction = parts.count > 1 ? parts[1] : ""
    // Groups of three, or none.
    guard whole.allSatisfy({ $0 == "#" || $0 == "0" || $0 == "," }),
      !whole.contains("0#"), !whole.contains("0,#"),
      let groups = groups(whole), fraction.allSatisfy({ $0 == "0" || $0 == "#" }),
      !fraction.contains("#0"), !whole.isEmpty || !fraction.isEmpty
    else { return nil }
    var options: [Option] = []
    func add(_ name: String, _ value: String) {
      options.append(ICUStyleConversion.option(name, value))
    }
    let integers = whole.count { $0 == "0" }
    // `#.##` writes no zero in front of the fraction, which MessageFormat 2 always does.
    guard integers > 0 || fraction.isEmpty else { return nil }
    if integers > 1 {
      guard !isPercent else { return nil }
      add("minimumIntegerDigits", "\(integers)")
    }
    let least = fraction.count { $0 == "0" }
    if least > 0 { add("minimumFractionDigits", "\(least)") }
    add("maximumFractionDigits", "\(fraction.count)")
    add("roundingMode", "halfEven")
    if !groups { add("useGrouping", "never") }
    return FunctionReference(isPercent ? "percent" : "number", options: options)
  }

  /// Whether the digits are grouped; nil where the groups are not of three.
  private static func groups(_ whole: Substring) -> Bool? {
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1 else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 } ? true : nil
  }
}
