internal import CICU

/// Facts about currencies that do not depend on a language.
public enum Currency {
  /// Whether a text has the form of a currency code: three ASCII letters.
  public static func isWellFormed(_ code: some StringProtocol) -> Bool {
    code.utf8.count == 3
      && code.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
      }
  }

  /// How many fraction digits amounts in a currency have: 2 for EUR, 0 for JPY; 2 where ICU does not
  /// know the code.
  public static func fractionDigits(of code: String) -> Int {
    guard isWellFormed(code) else { return 2 }
    let digits = try? checked { cicu_currency_fraction_digits(code.uppercased(), &$0) }
    return digits.map { max(0, Int($0)) } ?? 2
  }
}
