/// What a browser says about its reader's languages, the `Accept-Language` header (RFC 9110, section
/// 12.5.4), parsed and put in order.
///
///     let header = AcceptLanguage("da, en-gb;q=0.8, en;q=0.7, fr;q=0")
///     header.desired   // [da, en-GB, en]
///     header.excluded  // [fr]
///
/// Nothing in a header makes the reading fail: entries that are not well formed are left out and
/// listed in `problems`. At most 4 KiB and 64 entries are read.
public struct AcceptLanguage: Hashable, Sendable {
  public static let maximumLength = 4096
  public static let maximumRanges = 64

  /// One entry: a language, or `*` for any, and how much it is wanted.
  public struct Range: Hashable, Sendable {
    /// nil stands for `*`.
    public let locale: LocaleIdentifier?
    /// From 0, not acceptable, to 1000.
    public let quality: Int
  }

  /// Something in the header that was passed over, and why.
  public struct Problem: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
      case malformedLanguage, malformedQuality, tooLong, tooManyRanges
    }

    public let reason: Reason
    /// The entry as it stands; for `tooLong` and `tooManyRanges`, where the rest begins.
    public let text: String
  }

  /// All entries, the most wanted first; those wanted alike in the header's order.
  public let ranges: [Range]
  public let problems: [Problem]

  /// The languages that are wanted, in order.
  public var desired: [LocaleIdentifier] {
    ranges.compactMap { $0.quality > 0 ? $0.locale : nil }
  }

  /// The languages that the reader does not accept (`q=0`).
  public var excluded: [LocaleIdentifier] {
    ranges.compactMap { $0.quality == 0 ? $0.locale : nil }
  }

  /// Whether any other language will do: `*` with a quality above 0.
  public var acceptsAny: Bool {
    ranges.contains { $0.locale == nil && $0.quality > 0 }
  }
}

extension AcceptLanguage {
  public init(_ header: some StringProtocol) {
    var ranges: [Range] = []
    var problems: [Problem] = []
    var bytes = Array(header.utf8.prefix(Self.maximumLength + 1))
    if bytes.count > Self.maximumLength {
      // The last entry may be cut in two, so it goes too.
      let end = bytes.prefix(Self.maximumLength).lastIndex(of: UInt8(ascii: ",")) ?? 0
      problems.append(
        Problem(reason: .tooLong, text: Self.excerpt(bytes[end...])))
      bytes.removeSubrange(end...)
    }
    for entry in bytes.split(separator: UInt8(ascii: ",")) {
      let entry = Self.trimmed(entry)
      // RFC 9110, section 5.6.1: a list may have empty elements.
      guard !entry.isEmpty else { continue }
      guard ranges.count < Self.maximumRanges else {
        problems.append(Problem(reason: .tooManyRanges, text: Self.excerpt(entry)))
        break
      }
      switch Self.range(entry) {
      case .success(let range): ranges.append(range)
      case .failure(let problem): problems.append(problem)
      }
    }
    let ordered = ranges.enumerated().sorted {
      ($1.element.quality, $0.offset) < ($0.element.quality, $1.offset)
    }
    self.ranges = ordered.map(\.element)
    self.problems = problems
  }

  /// `en-gb;q=0.8`
  private static func range(_ entry: ArraySlice<UInt8>) -> Result<Range, Problem> {
    func problem(_ reason: Problem.Reason) -> Result<Range, Problem> {
      .failure(Problem(reason: reason, text: excerpt(entry)))
    }
    let parts = entry.split(
      separator: UInt8(ascii: ";"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first.map(trimmed) else { return problem(.malformedLanguage) }
    var quality = 1000
    if let parameter = parts.dropFirst().first {
      guard let value = Self.quality(trimmed(parameter)) else { return problem(.malformedQuality) }
      quality = value
    }
    if name.elementsEqual([UInt8(ascii: "*")]) {
      return .success(Range(locale: nil, quality: quality))
    }
    // The header's grammar separates with `-` only.
    guard !name.contains(UInt8(ascii: "_")),
      let locale = LocaleIdentifier(String(decoding: name, as: UTF8.self))
    else { return problem(.malformedLanguage) }
    return .success(Range(locale: locale, quality: quality))
  }

  /// `q=`, 0 or 1, and up to three digits, in thousandths; nil for anything else.
  private static func quality(_ parameter: ArraySlice<UInt8>) -> Int? {
    var rest = parameter
    guard let name = rest.popFirst(), name | 0x20 == UInt8(ascii: "q"),
      rest.popFirst() == UInt8(ascii: "="), let whole = rest.popFirst(),
      whole == UInt8(ascii: "0") || whole == UInt8(ascii: "1")
    else { return nil }
    var value = 0
    if let point = rest.popFirst() {
      guard point == UInt8(ascii: "."), rest.count <= 3 else { return nil }
      var digits = 0
      while let digit = rest.popFirst() {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
        value = value * 10 + Int(digit - UInt8(ascii: "0"))
        digits += 1
      }
      while digits < 3 {
        value *= 10
        digits += 1
      }
    }
    if whole == UInt8(ascii: "1") { return value == 0 ? 1000 : nil }
    return value
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let start = bytes.firstIndex { !isSpace($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
    return bytes[start..<end]
  }

  /// The beginning of a text from outside, short enough to be shown.
  private static func excerpt(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix(80), as: UTF8.self)
  }
}

extension AcceptLanguage.Problem: Error {}
