/// Reads the grammar `unicode_bcp47_locale_id` of UTS 35, section 3.2, and writes it canonically.
///
///     locale     = language ["-" script] ["-" region] *("-" variant) *extension ["-" private]
///     language   = 2-3 letters / 5-8 letters
///     script     = 4 letters
///     region     = 2 letters / 3 digits
///     variant    = 5-8 letters or digits / a digit and 3 letters or digits
///     extension  = "-u" … / "-t" … / "-" singleton 1*("-" 2-8 letters or digits)
///     private    = "-x" 1*("-" 1-8 letters or digits)
struct LocaleIdentifierParser {
  private var subtags: [Subtag]
  private var position = 0

  static func canonicalTag(of text: some StringProtocol) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    for byte in text.utf8 {
      guard bytes.count < LocaleIdentifier.maximumLength else { return nil }
      bytes.append(byte)
    }
    var parser = Self(subtags: [])
    for part in bytes.split(
      omittingEmptySubsequences: false,
      whereSeparator: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") })
    {
      guard let subtag = Subtag(part) else { return nil }
      parser.subtags.append(subtag)
    }
    return parser.parse()
  }

  private mutating func next(where condition: (Subtag) -> Bool) -> Subtag? {
    guard position < subtags.count, condition(subtags[position]) else { return nil }
    defer { position += 1 }
    return subtags[position]
  }

  private mutating func parse() -> String? {
    guard let language = next(where: \.isLanguage) else { return nil }
    var tag = language.lowercased
    if let script = next(where: \.isScript) { tag += "-" + script.titlecased }
    if let region = next(where: \.isRegion) { tag += "-" + region.uppercased }
    var variants: [String] = []
    while let variant = next(where: \.isVariant) {
      guard !variants.contains(variant.lowercased) else { return nil }
      variants.append(variant.lowercased)
    }
    for variant in variants.sorted() { tag += "-" + variant }
    guard let extensions = parseExtensions() else { return nil }
    for text in extensions { tag += "-" + text }
    if next(where: { $0.lowercased == "x" }) != nil {
      let parts = rest(while: { _ in true })
      guard !parts.isEmpty else { return nil }
      tag += "-x-" + parts.joined(separator: "-")
    }
    return position == subtags.count ? tag : nil
  }

  /// The extensions in canonical order, each from its singleton on; nil if one is malformed.
  private mutating func parseExtensions() -> [String]? {
    var extensions: [String] = []
    var seen: Set<String> = []
    while let singleton = next(where: { $0.isSingleton && $0.lowercased != "x" }) {
      guard seen.insert(singleton.lowercased).inserted else { return nil }
      let body: String?
      switch singleton.lowercased {
      case "u": body = parseUnicodeExtension()
      case "t": body = parseTransformExtension()
      default:
        let parts = rest(while: { !$0.isSingleton })
        body = parts.isEmpty ? nil : parts.joined(separator: "-")
      }
      guard let body else { return nil }
      extensions.append(singleton.lowercased + "-" + body)
    }
    return extensions.sorted()
  }

  /// `u`: attributes, then keywords, both sorted; the value `true` is left out.
  private mutating func parseUnicodeExtension() -> String? {
    let attributes = rest(while: { !$0.isSingleton && $0.count >= 3 })
    var keywords: [String: String] = [:]
    while let key = next(where: \.isKeywordKey) {
      let value = rest(while: { $0.count >= 3 }).joined(separator: "-")
      // The first of several equal keys counts (RFC 6067, section 2.1.1).
      if keywords[key.lowercased] == nil { keywords[key.lowercased] = value == "true" ? "" : value }
    }
    let parts =
      Set(attributes).sorted()
      + keywords.sorted { $0.key < $1.key }.map { $1.isEmpty ? $0 : $0 + "-" + $1 }
    return parts.isEmpty ? nil : parts.joined(separator: "-")
  }

  /// `t`: a language in lower case, then fields such as `m0-…`, sorted.
  private mutating func parseTransformExtension() -> String? {
    var parts: [String] = []
    if let language = next(where: \.isLanguage) {
      parts.append(language.lowercased)
      if let script = next(where: \.isScript) { parts.append(script.lowercased) }
      if let region = next(where: \.isRegion) { parts.append(region.lowercased) }
      var variants: [String] = []
      while let variant = next(where: \.isVariant) { variants.append(variant.lowercased) }
      parts += variants.sorted()
    }
    var fields: [String] = []
    while let key = next(where: \.isTransformKey) {
      let value = rest(while: { $0.count >= 3 })
      guard !value.isEmpty else { return nil }
      fields.append(key.lowercased + "-" + value.joined(separator: "-"))
    }
    parts += fields.sorted()
    return parts.isEmpty ? nil : parts.joined(separator: "-")
  }

  private mutating func rest(while condition: (Subtag) -> Bool) -> [String] {
    var parts: [String] = []
    while let part = next(where: condition) { parts.append(part.lowercased) }
    return parts
  }
}
