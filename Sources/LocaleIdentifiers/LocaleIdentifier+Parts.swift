extension LocaleIdentifier {
  /// The language subtag in lower case: `zh`. `und` where the language is not known.
  public var language: String {
    String(tag.prefix { $0 != "-" })
  }

  /// The script subtag in title case: `Hant`.
  public var script: String? {
    let second = baseParts.dropFirst().first
    return second.flatMap { $0.utf8.count == 4 && !Self.startsWithDigit($0) ? String($0) : nil }
  }

  /// The region subtag: `TW`, `419`.
  public var region: String? {
    let part = baseParts.dropFirst(script == nil ? 1 : 2).first
    return part.flatMap { $0.utf8.count <= 3 ? String($0) : nil }
  }

  /// The variant subtags in lower case, sorted: `1996`, `valencia`.
  public var variants: [String] {
    baseParts.dropFirst(1 + (script == nil ? 0 : 1) + (region == nil ? 0 : 1)).map(String.init)
  }

  /// The keywords of the `u` extension: `["nu": "latn"]` in `ar-u-nu-latn`. A keyword without a value
  /// means `true`.
  public var keywords: [String: String] {
    var keywords: [String: String] = [:]
    guard let body = extensions["u"] else { return keywords }
    var key: String?
    for part in body.split(separator: "-") {
      if part.utf8.count == 2 {
        key = String(part)
        keywords[String(part)] = "true"
      } else if let key {
        let value = keywords[key] ?? "true"
        keywords[key] = value == "true" ? String(part) : value + "-" + part
      }
    }
    return keywords
  }

  /// The extensions by singleton, without it: `["u": "nu-latn"]`; the private use part is `x`.
  public var extensions: [String: String] {
    var extensions: [String: String] = [:]
    var singleton: String?
    for part in tag.split(separator: "-") {
      if part.utf8.count == 1, singleton != "x" {
        singleton = String(part)
        extensions[String(part)] = ""
      } else if let singleton, let body = extensions[singleton] {
        extensions[singleton] = body.isEmpty ? String(part) : body + "-" + part
      }
    }
    return extensions
  }

  /// The identifier without extensions and private use: `ar-EG` of `ar-EG-u-nu-latn`.
  public var base: LocaleIdentifier {
    LocaleIdentifier(canonicalTag: baseParts.joined(separator: "-"))
  }

  /// The identifier made of these parts; nil if they are not well formed together.
  public init?(language: String, script: String? = nil, region: String? = nil) {
    self.init([language, script, region].compactMap { $0 }.joined(separator: "-"))
    // A region in the script's place would be read as one: hold the parts to what was meant.
    guard (self.script == nil) == (script == nil), (self.region == nil) == (region == nil) else {
      return nil
    }
  }

  /// The name by which ICU's functions know the locale: `zh_Hant_TW`.
  ///
  /// A tag with extensions is handed over as it is (`ar-u-nu-latn`): ICU reads BCP 47 as well, and
  /// knows the long names of the keywords, which is data.
  public var icuName: String {
    guard !tag.utf8.contains(UInt8(ascii: "-")) else {
      let parts = tag.split(separator: "-")
      return parts.contains { $0.utf8.count == 1 } ? tag : parts.joined(separator: "_")
    }
    return tag
  }

  private var baseParts: [Substring] {
    Array(tag.split(separator: "-").prefix { $0.utf8.count > 1 })
  }

  private static func startsWithDigit(_ part: Substring) -> Bool {
    part.utf8.first.map { $0 <= UInt8(ascii: "9") } ?? false
  }
}
