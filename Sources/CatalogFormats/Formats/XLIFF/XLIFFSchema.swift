import LocaleIdentifiers

/// What the elements of XLIFF 2's core may hold (XLIFF 2.1, sections 4.2 and 4.3).
enum XLIFFSchema {
  /// What an attribute's value may be.
  enum Value: Sendable {
    case text, token, language, yesNo, direction, canReorder, state, prefixed, positive, target
    case codeType, unitType, markType, priority, space, hexadecimal
    // Of modules.
    case percentage, matchType, metadataTarget, restriction, wholeNumber, normalization, htmlElement

    func allows(_ value: String) -> Bool {
      switch self {
      case .text: true
      case .token: Self.isToken(value)
      case .language: LocaleIdentifier(value) != nil
      case .yesNo: value == "yes" || value == "no"
      case .direction: ["ltr", "rtl", "auto"].contains(value)
      case .canReorder: ["yes", "no", "firstNo"].contains(value)
      case .state: ["initial", "translated", "reviewed", "final"].contains(value)
      case .prefixed: Self.isPrefixed(value)
      case .positive: Int(value).map { $0 > 0 } ?? false
      case .target: value == "source" || value == "target"
      case .codeType: ["fmt", "ui", "quote", "link", "image", "other"].contains(value)
      case .unitType: Self.isPrefixed(value) && !value.hasPrefix("xlf:")
      case .markType:
        ["generic", "comment", "term"].contains(value)
          || Self.isPrefixed(value) && !value.hasPrefix("xlf:")
      case .priority: Int(value).map { (1...10).contains($0) } ?? false
      case .space: value == "default" || value == "preserve"
      case .hexadecimal: Self.isControl(value)
      case .percentage: Double(value).map { (0...100).contains($0) } ?? false
      case .matchType:
        ["am", "ebm", "icm", "idm", "mt", "tb", "tm", "other"].contains(value)
      case .metadataTarget: ["source", "target", "ignorable"].contains(value)
      case .restriction: Self.isRestriction(value)
      case .wholeNumber: Self.isNumber(value)
      case .normalization: ["none", "nfc", "nfd"].contains(value)
      case .htmlElement: XLIFFSchema.htmlElements.contains(value)
      }
    }

    private static func isNumber(_ value: some StringProtocol) -> Bool {
      !value.isEmpty && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// `*`, the most, or the least and the most.
    private static func isRestriction(_ value: String) -> Bool {
      let parts = value.split(separator: ",", omittingEmptySubsequences: false)
      guard let last = parts.last, parts.count <= 2 else { return false }
      return (last == "*" || isNumber(last)) && parts.dropLast().allSatisfy { isNumber($0) }
    }

    /// XML's NMTOKEN.
    static func isToken(_ value: String) -> Bool {
      if value.isEmpty { return false }
      // Nearly all are of ASCII's letters, digits and marks.
      if value.utf8.allSatisfy(isTokenByte) { return true }
      return value.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          ? isTokenByte(UInt8(truncatingIfNeeded: scalar.value))
          : scalar == "\u{B7}" || scalar.properties.isXIDContinue
      }
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        // Digits and the colon behind them.
        UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }

    private static func isPrefixed(_ value: String) -> Bool {
      guard let colon = value.firstIndex(of: ":") else { return false }
      return colon > value.startIndex && value.index(after: colon) < value.endIndex
    }

    /// A character that XML cannot hold, in four or more digits.
    private static func isControl(_ value: String) -> Bool {
      guard value.utf8.count >= 4, value.utf8.count <= 6, let code = UInt32(value, radix: 16) else {
        return false
      }
      switch code {
      case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: return false
      default: return true
      }
    }
  }

  /// In lists, which are short: to look through one takes less than a hash.
  final class Element: Sendable {
    private let attributes: [(name: String, value: Value)]
    let required: [String]
    /// The elements of its own namespace in it.
    let children: [String]
    /// The core's elements in one of a module.
    let coreChildren: Set<String>
    /// Of these and of the module's own, those that stand there once at most.
    let single: Set<String>
    /// Elements that a module's has to hold.
    let requiredChildren: [String]
    /// Whether attributes of other tools may stand on it; those of XLIFF's modules always may.
    let isOpen: Bool
    /// Whether elements of modules and other tools may stand in it.
    let holdsOthers: Bool
    let holdsText: Bool

    init(
      attributes: [String: Value], required: [String] = [], children: [String] = [],
      coreChildren: Set<String> = [], single: Set<String> = [], requiredChildren: [String] = [],
      isOpen: Bool = false, holdsOthers: Bool = false, holdsText: Bool = false
    ) {
      self.attributes = attributes.map { ($0.key, $0.value) }
      self.required = required
      self.children = children
      self.coreChildren = coreChildren
      self.single = single
      self.requiredChildren = requiredChildren
      self.isOpen = isOpen
      self.holdsOthers = holdsOthers
      self.holdsText = holdsText
    }

    /// What an attribute's value may be, or nil where the element has no such attribute.
    func value(of attribute: String) -> Value? {
      attributes.first { $0.name == attribute }?.value
    }
  }

  static let inline = ["cp", "ph", "pc", "sc", "ec", "mrk", "sm", "em"]

  private static let shared: [String: Value] = [
    "id": .token, "canResegment": .yesNo, "translate": .yesNo, "srcDir": .direction,
    "trgDir": .direction, "name": .text, "type": .unitType, "xml:space": .space,
    "xml:lang": .language,
  ]
  private static let code: [String: Value] = [
    "id": .token, "canCopy": .yesNo, "canDelete": .yesNo, "canReorder": .canReorder,
    "copyOf": .token, "subType": .prefixed, "type": .codeType,
  ]
  private static let single: [String: Value] = [
    "dataRef": .token, "disp": .text, "equiv": .text, "subFlows": .text,
  ]
  private static let mark: [String: Value] = [
    "id": .token, "translate": .yesNo, "type": .markType, "ref": .text, "value": .text,
  ]

  private static func joined(
    _ first: [String: Value], _ second: [String: Value]
  ) -> [String: Value] {
    first.merging(second) { first, _ in first }
  }

  private static let outermost: [String: Value] = [
    "version": .text, "srcLang": .language, "trgLang": .language, "xml:space": .space,
    "xml:lang": .language,
  ]

  /// The outermost element of XLIFF 2.2, which has notes and modules too.
  static let outermostOf22 = Element(
    attributes: outermost, required: ["srcLang", "version"], children: ["file", "notes"],
    isOpen: true, holdsOthers: true)

  static let elements: [String: Element] = [
    "xliff": Element(
      attributes: outermost, required: ["srcLang", "version"], children: ["file"], isOpen: true),
    "file": Element(
      attributes: [
        "id": .token, "canResegment": .yesNo, "original": .text, "translate": .yesNo,
        "srcDir": .direction, "trgDir": .direction, "xml:space": .space, "xml:lang": .language,
      ], required: ["id"], children: ["skeleton", "notes", "unit", "group"], isOpen: true,
      holdsOthers: true),
    "skeleton": Element(attributes: ["href": .text], holdsOthers: true, holdsText: true),
    "group": Element(
      attributes: shared, required: ["id"], children: ["notes", "unit", "group"], isOpen: true,
      holdsOthers: true),
    "unit": Element(
      attributes: shared, required: ["id"],
      children: ["notes", "originalData", "segment", "ignorable"], isOpen: true,
      holdsOthers: true),
    "segment": Element(
      attributes: [
        "id": .token, "canResegment": .yesNo, "state": .state, "subState": .prefixed,
      ], children: ["source", "target"]),
    "ignorable": Element(attributes: ["id": .token], children: ["source", "target"]),
    "notes": Element(attributes: [:], children: ["note"]),
    "note": Element(
      attributes: [
        "id": .token, "appliesTo": .target, "category": .text, "priority": .priority,
        // Of XLIFF 2.2.
        "ref": .text,
      ], isOpen: true, holdsText: true),
    "originalData": Element(attributes: [:], children: ["data"]),
    "data": Element(
      attributes: ["id": .token, "dir": .direction, "xml:space": .space], required: ["id"],
      children: ["cp"], holdsText: true),
    "source": Element(
      attributes: ["xml:lang": .language, "xml:space": .space], children: inline, holdsText: true),
    "target": Element(
      attributes: ["xml:lang": .language, "xml:space": .space, "order": .positive],
      children: inline, holdsText: true),
    "cp": Element(attributes: ["hex": .hexadecimal], required: ["hex"]),
    "ph": Element(attributes: joined(code, single), required: ["id"]),
    "pc": Element(
      attributes: joined(
        code,
        [
          "canOverlap": .yesNo, "dataRefStart": .token, "dataRefEnd": .token,
          "dispStart": .text, "dispEnd": .text, "equivStart": .text, "equivEnd": .text,
          "subFlowsStart": .text, "subFlowsEnd": .text, "dir": .direction,
        ]), required: ["id"], children: inline, holdsText: true),
    "sc": Element(
      attributes: joined(
        joined(code, single),
        ["canOverlap": .yesNo, "dir": .direction, "isolated": .yesNo]), required: ["id"]),
    "ec": Element(
      attributes: joined(
        joined(code, single),
        [
          "canOverlap": .yesNo, "dir": .direction, "isolated": .yesNo, "startRef": .token,
        ])),
    "mrk": Element(
      attributes: mark, required: ["id"], children: inline, isOpen: true, holdsText: true),
    "sm": Element(attributes: mark, required: ["id"], isOpen: true),
    "em": Element(attributes: ["startRef": .token], required: ["startRef"]),
  ]

  /// The types that `xlf:…` sub-types belong to (section 4.3.1.34).
  static let subTypes = [
    "xlf:lb": "fmt", "xlf:pb": "fmt", "xlf:b": "fmt", "xlf:i": "fmt", "xlf:u": "fmt",
    "xlf:var": "ui",
  ]

  /// The prefixes of fragment identifiers that are registered for modules and for ITS, and those that the
  /// documents of the official suite use.
  static let fragmentPrefixes: Set<String> = [
    "mtc", "gls", "fs", "mda", "res", "ctr", "slr", "val", "its", "itsm", "pgs", "tbx",
  ]

  /// What a text can look like to the format style module (section 5.3.5.1).
  static let htmlElements: Set<String> = [
    "a", "b", "bdo", "big", "blockquote", "body", "br", "button", "caption", "center", "cite",
    "code", "col", "colgroup", "dd", "del", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "hr", "html", "i", "img", "label", "legend", "li", "ol", "p", "pre", "q", "s",
    "samp", "select", "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "title", "tr", "tt", "u", "ul",
  ]

  static let moduleNamespace = "urn:oasis:names:tc:xliff:"
}
