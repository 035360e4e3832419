/// A diagnostic in its place: which rule, in which locale, key and file.
///
/// Checks and loaders make findings; reporters print them. Findings compare by locale-independent
/// place, so that a list of them has one order however many workers made it.
public struct Finding: Hashable, Sendable, Error {
  /// The rule's name in kebab-case (`missing-variable`); it never changes.
  public var rule: String
  public var severity: Severity
  /// The locale's BCP 47 tag, or nil where the fault belongs to no locale.
  public var locale: String?
  public var key: String?
  /// The file's path below the site's folder, with `/`.
  public var file: String
  /// Where it is in the file, or nil where the whole file is meant.
  public var range: SourceRange?
  public var message: String
  public var help: String?
  /// The tags of all locales that have the fault, where many have it and it is said once, at the
  /// source; empty otherwise.
  public var locales: [String]

  public init(
    rule: String, severity: Severity, locale: String? = nil, key: String? = nil, file: String,
    range: SourceRange? = nil, message: String, help: String? = nil, locales: [String] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.locale = locale
    self.key = key
    self.file = file
    self.range = range
    self.message = message
    self.help = help
    self.locales = locales
  }
}

extension Finding: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    if left.file != right.file { return left.file < right.file }
    let leftOffset = left.range?.start.offset ?? -1
    let rightOffset = right.range?.start.offset ?? -1
    if leftOffset != rightOffset { return leftOffset < rightOffset }
    if left.rule != right.rule { return left.rule < right.rule }
    if left.key != right.key { return (left.key ?? "") < (right.key ?? "") }
    if left.locale != right.locale { return (left.locale ?? "") < (right.locale ?? "") }
    return left.message < right.message
  }
}

extension [Finding] {
  /// The findings in their order, as `sorted()` has them; numbers are sorted in place of findings, and
  /// few names of files compared.
  public func inOrder() -> [Finding] {
    var files: [String: Int] = [:]
    var lastFile = ""
    for finding in self where files.isEmpty || finding.file != lastFile {
      lastFile = finding.file
      files[finding.file] = 0
    }
    for (rank, file) in files.keys.sorted().enumerated() { files[file] = rank }
    var places: [(file: Int, offset: Int, index: Int)] = []
    places.reserveCapacity(count)
    var last = (file: "", rank: 0)
    for (index, finding) in enumerated() {
      if last.file != finding.file { last = (finding.file, files[finding.file] ?? 0) }
      places.append((last.rank, finding.range?.start.offset ?? -1, index))
    }
    places.sort { left, right in
      if left.file != right.file { return left.file < right.file }
      if left.offset != right.offset { return left.offset < right.offset }
      return self[left.index] < self[right.index]
    }
    return places.map { self[$0.index] }
  }
}
