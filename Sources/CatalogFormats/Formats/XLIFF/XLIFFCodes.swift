import MessageSyntax

/// Writes the patterns of one unit with their placeholders as codes, whose native data is MessageFormat 2.
struct XLIFFCodes {
  private let version: XLIFFVersion
  /// Each different native text, in version 2, by the place that gives its identifier (`d1`).
  private(set) var data: [String] = []
  private var dataIndexes: [String: Int] = [:]
  /// The same code has one identifier in source and target.
  private var identifiers: [Code: Int] = [:]

  private struct Code: Hashable {
    var role: Role
    var text: String
    /// Which of the equal codes of a text it is.
    var occurrence: Int
  }

  private enum Role: Hashable { case whole, pair, opening, closing }

  init(_ version: XLIFFVersion) { self.version = version }

  /// - Returns: The content of a `<source>` or `<target>`, or what keeps it from being written.
  mutating func source(of pattern: Pattern) -> Result<String, TaggedPatternFault> {
    let pairs = Self.pairs(in: pattern.elements)
    var occurrences: [Code: Int] = [:]
    var opened: [Int: Int] = [:]
    var result = ""
    for (index, element) in pattern.elements.enumerated() {
      if case .text(let text) = element {
        guard append(text.value, to: &result) else {
          return .failure(TaggedPatternFault("no XML document can hold its characters"))
        }
        continue
      }
      let native = Self.native(element)
      let role: Role
      switch element {
      case .markup(let markup) where markup.kind == .open:
        role = pairs[index] == nil ? .opening : .pair
      case .markup(let markup) where markup.kind == .close:
        if let start = pairs[index], let identifier = opened[start] {
          result += closing(native, identifier)
          continue
        }
        role = .closing
      default: role = .whole
      }
      if let scalar = XMLText.impossibleScalar(in: native) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        return .failure(TaggedPatternFault("no XML document can hold U+\(code)"))
      }
      var code = Code(role: role, text: native, occurrence: 0)
      let occurrence = (occurrences[code] ?? 0) + 1
      occurrences[code] = occurrence
      code.occurrence = occurrence
      let identifier = identifiers[code] ?? identifiers.count + 1
      identifiers[code] = identifier
      opened[index] = identifier
      let end = pairs[index].map { Self.native(pattern.elements[$0]) } ?? ""
      result += opening(role, native, identifier, end)
    }
    return .success(result)
  }

  private mutating func opening(
    _ role: Role, _ native: String, _ identifier: Int, _ end: String
  ) -> String {
    switch (version, role) {
    case (.version2, .whole):
      let display = XMLText.attribute(native)
      return "<ph id=\"\(identifier)\" dataRef=\"\(reference(native))\" disp=\"\(display)\"/>"
    case (.version2, .pair):
      return "<pc id=\"\(identifier)\" dataRefEnd=\"\(reference(end))\""
        + " dataRefStart=\"\(reference(native))\">"
    case (.version2, .opening):
      return "<sc id=\"\(identifier)\" dataRef=\"\(reference(native))\" isolated=\"yes\"/>"
    case (.version2, .closing):
      return "<ec id=\"\(identifier)\" dataRef=\"\(reference(native))\" isolated=\"yes\"/>"
    case (.version1, .whole):
      return "<ph id=\"\(identifier)\">\(XMLText.escaped(native))</ph>"
    case (.version1, .pair):
      return "<bpt id=\"\(identifier)\" rid=\"\(identifier)\">\(XMLText.escaped(native))</bpt>"
    case (.version1, .opening):
      return "<it id=\"\(identifier)\" pos=\"open\">\(XMLText.escaped(native))</it>"
    case (.version1, .closing):
      return "<it id=\"\(identifier)\" pos=\"close\">\(XMLText.escaped(native))</it>"
    }
  }

  private func closing(_ native: String, _ identifier: Int) -> String {
    version == .version2
      ? "</pc>"
      : "<ept id=\"\(identifier)\" rid=\"\(identifier)\">\(XMLText.escaped(native))</ept>"
  }

  /// The identifier of a native text.
  private mutating func reference(_ native: String) -> String {
    let index = dataIndexes[native] ?? data.count
    if index == data.count {
      data.append(native)
      dataIndexes[native] = index
    }
    return "d\(index + 1)"
  }

  private func append(_ text: String, to result: inout String) -> Bool {
    for scalar in text.unicodeScalars {
      guard XMLText.impossibleScalar(in: String(scalar)) != nil else {
        result += XMLText.escaped(scalar)
        continue
      }
      guard version == .version2, scalar.value != 0 else { return false }
      let code = String(scalar.value, radix: 16, uppercase: true)
      result += "<cp hex=\"\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)\"/>"
    }
    return true
  }

  private static func native(_ element: PatternElement) -> String {
    MessageFormat2.print(.pattern(PatternMessage(pattern: Pattern([element]))))
  }

  /// Which opening and closing markups belong together, each by the other's place.
  private static func pairs(in elements: [PatternElement]) -> [Int: Int] {
    var pairs: [Int: Int] = [:]
    var open: [(name: String, index: Int)] = []
    for (index, element) in elements.enumerated() {
      guard case .markup(let markup) = element else { continue }
      switch markup.kind {
      case .standalone: continue
      case .open: open.append((markup.name, index))
      case .close:
        guard let last = open.last, last.name == markup.name else { continue }
        open.removeLast()
        pairs[last.index] = index
        pairs[index] = last.index
      }
    }
    return pairs
  }
}
