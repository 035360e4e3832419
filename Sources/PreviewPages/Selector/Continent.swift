/// The part of the world that a country lies in, as the selector groups languages.
enum Continent {
  /// UN M.49 code (`150` for Europe) by ISO 3166 code; nil where the list below has no such country.
  ///
  /// The countries are those that CLDR's likely subtags give for languages; they are listed here
  /// because ICU's C interface has no stable name for territory containment in all versions.
  static func code(of country: String) -> String? {
    countries.first { $0.value.contains(country) }?.key
  }

  private static let countries: [String: Set<String>] = [
    "002": [
      "AO", "CD", "CI", "CM", "DZ", "EG", "ER", "ET", "GH", "KE", "MA", "MG", "ML", "MW", "NA",
      "NE", "NG", "RW", "SN", "SO", "TN", "TZ", "UG", "ZA", "ZM", "ZW",
    ],
    "019": [
      "AR", "BO", "BR", "CA", "CL", "CO", "CU", "EC", "GL", "GT", "HT", "MX", "PE", "PY", "US",
      "UY", "VE",
    ],
    "142": [
      "AE", "AF", "AM", "AZ", "BD", "BT", "CN", "GE", "HK", "ID", "IL", "IN", "IQ", "IR", "JO",
      "JP", "KG", "KH", "KR", "KZ", "LA", "LB", "LK", "MM", "MN", "MV", "MY", "NP", "PH", "PK",
      "SA", "SG", "SY", "TH", "TJ", "TM", "TR", "TW", "UZ", "VN", "YE",
    ],
    "150": [
      "AD", "AL", "AT", "BA", "BE", "BG", "BY", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI",
      "FO", "FR", "GB", "GR", "HR", "HU", "IE", "IS", "IT", "LT", "LU", "LV", "MD", "ME", "MK",
      "MT", "NL", "NO", "PL", "PT", "RO", "RS", "RU", "SE", "SI", "SK", "UA", "XK",
    ],
    "009": ["AU", "FJ", "MH", "NR", "NZ", "PG", "TO", "TV", "WS"],
  ]
}
