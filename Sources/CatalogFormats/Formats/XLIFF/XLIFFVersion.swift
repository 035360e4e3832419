/// The two families of XLIFF.
enum XLIFFVersion: Sendable {
  /// 1.0, 1.1 and 1.2.
  case version1
  /// 2.0, 2.1 and 2.2.
  case version2

  static let core1 = "urn:oasis:names:tc:xliff:document:1.2"
  static let core2 = "urn:oasis:names:tc:xliff:document:2.0"
  static let metadata = "urn:oasis:names:tc:xliff:metadata:2.0"
  static let xml = "http://www.w3.org/XML/1998/namespace"

  /// The version of a document, or nil where it is none of XLIFF.
  init?(_ root: XMLNode) {
    guard root.name.local == "xliff" else { return nil }
    switch root.name.namespace {
    case Self.core2, "urn:oasis:names:tc:xliff:document:2.2": self = .version2
    case Self.core1, "urn:oasis:names:tc:xliff:document:1.1", "": self = .version1
    default: return nil
    }
  }

  /// The element of one message.
  var unitName: String { self == .version2 ? "unit" : "trans-unit" }

  /// Elements of a text that hold text themselves.
  var spanningCodes: Set<String> {
    self == .version2 ? ["pc", "mrk"] : ["g", "mrk"]
  }

  /// Elements of a text that stand for a piece of it, with what they hold.
  var codes: Set<String> {
    self == .version2
      ? ["ph", "sc", "ec", "sm", "em"] : ["x", "bx", "ex", "ph", "bpt", "ept", "it"]
  }
}
