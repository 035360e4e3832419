import Diagnostics
public import LocaleIdentifiers
public import LocaleServices
public import StringCatalogs

/// Finds out how a project of other tools is laid out.
///
/// A language is looked for in the names of files and folders: the place that gives most languages wins.
/// Files that hold several languages name them themselves. The source is the language that was told, or
/// that a file's header names, or that has the files without a language's name, or English.
public struct ProjectFinder {
  private let root: String
  private let formats: [CatalogFormat]
  private let names: DisplayNames
  /// The source, where it was told.
  public var source: LocaleIdentifier?
  /// Where the files stand, where it was told: paths with `{locale}` or without.
  public var patterns: [String] = []

  /// - Throws: ICU's error, if it has no names of languages.
  public init(root: String, formats: [CatalogFormat]) throws(ICUError) {
    self.root = root
    self.formats = formats
    names = try DisplayNames(locale: "en")
  }

  public func find() throws(ForeignProjectError) -> ForeignProject {
    let paths: [String]
    do {
      paths = try ForeignFiles.list(root)
    } catch {
      throw .unreadable(error)
    }
    let found = try groups(of: paths)
    guard !found.isEmpty else { throw .nothingFound }
    let source = try source(of: found)
    let groups = found.map { group($0, source) }.sorted { $0.pattern < $1.pattern }
    guard groups.contains(where: { $0.files[source] != nil || $0.borrowedSource != nil }) else {
      throw .unknownSource(Set(groups.flatMap(\.files.keys)).sorted())
    }
    var project = ForeignProject(root: root, source: source, groups: groups)
    let read = Set(
      groups.flatMap { Array($0.files.values) + [$0.borrowedSource].compactMap { $0 } })
    project.passedOver = Set(found.flatMap(\.files.values)).subtracting(read).sorted()
    return project
  }

  /// A group before the source is known.
  private struct Found {
    var pattern: String
    var format: CatalogFormat
    var files: [LocaleIdentifier: String] = [:]
    /// The file without a language's name.
    var unmarked: String?
    /// The source that a file's header names.
    var declaredSource: LocaleIdentifier?
  }

  // MARK: Groups

  private func groups(of paths: [String]) throws(ForeignProjectError) -> [Found] {
    var groups: [String: Found] = [:]
    let existing = Set(paths)
    for (path, place) in places(of: paths) {
      guard let place else { continue }
      if groups[place.pattern] == nil {
        guard let format = format(of: path) else { continue }
        groups[place.pattern] = Found(pattern: place.pattern, format: format)
      }
      // Of two spellings of one locale the first by name stays.
      if groups[place.pattern]?.files[place.locale] == nil {
        groups[place.pattern]?.files[place.locale] = path
      }
    }
    for pattern in groups.keys {
      let unmarked = LocaleInPath.unmarkedPaths(pattern).first { existing.contains($0) }
      groups[pattern]?.unmarked = unmarked
    }
    var used = Set(
      groups.values.flatMap { Array($0.files.values) + [$0.unmarked].compactMap { $0 } })
    for path in paths where !used.contains(path) {
      guard let group = selfContained(path) else { continue }
      used.insert(path)
      groups[path] = group
    }
    takeTemplates(paths, into: &groups)
    for pattern in patterns where !groups.values.contains(where: { fits($0.pattern, pattern) }) {
      throw .nothingFits(pattern: pattern)
    }
    return groups.values.filter { isPlausible($0) }.sorted { $0.pattern < $1.pattern }
  }

  /// For each file the place of its locale that most files agree on.
  private func places(of paths: [String]) -> [(path: String, place: LocaleInPath?)] {
    let manyLocales = formats.filter(\.holdsManyLocales).flatMap(\.fileEndings)
    let candidates = paths.map { path in
      let ending = ending(of: path).flatMap { manyLocales.contains($0) ? nil : $0 }
      let places = ending.map { LocaleInPath.candidates(path, ending: $0, names) } ?? []
      return (path: path, places: places)
    }
    var locales: [String: Set<LocaleIdentifier>] = [:]
    for place in candidates.flatMap(\.places) {
      locales[place.pattern, default: []].insert(place.locale)
    }
    return candidates.map { path, places in
      let told = places.filter { place in patterns.contains { fits(place.pattern, $0) } }
      let choices = patterns.isEmpty ? places : told
      var best: LocaleInPath?
      for place in choices {
        let isBetter =
          (locales[place.pattern]?.count ?? 0) > (best.flatMap { locales[$0.pattern]?.count } ?? 0)
        if isBetter { best = place }
      }
      return (path, best)
    }
  }

  /// Whether a pattern is the told one; `*` there stands for any part of a name.
  private func fits(_ pattern: String, _ told: String) -> Bool {
    let parts = told.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else {
      return pattern == told
    }
    guard pattern.hasPrefix(first), pattern.hasSuffix(last) else { return false }
    var rest = pattern.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.count >= last.count
  }

  /// Files that hold several languages, or say in themselves which one they are in.
  private func selfContained(_ path: String) -> Found? {
    guard patterns.isEmpty || patterns.contains(where: { fits(path, $0) }),
      ending(of: path) != nil, let format = format(of: path), let languages = format.languages,
      let found = contents(path).flatMap({ languages($0) }), !found.locales.isEmpty,
      !path.hasSuffix(".pot")
    else { return nil }
    var group = Found(pattern: path, format: format, declaredSource: found.source)
    for locale in found.locales { group.files[locale] = path }
    return group
  }

  /// Gives gettext's templates, which hold the source texts, to the groups that are made from them.
  private func takeTemplates(_ paths: [String], into groups: inout [String: Found]) {
    let templates = paths.filter { $0.hasSuffix(".pot") }
    for (pattern, group) in groups where group.unmarked == nil && group.format.carriesSource {
      let name = ForeignProject.Group(pattern: pattern, format: group.format, files: [:]).name
      let fitting = templates.filter { path in
        path.split(separator: "/").last.map { $0 == name + ".pot" || name.isEmpty } ?? false
      }
      groups[pattern]?.unmarked = fitting.count == 1 ? fitting.first : nil
    }
  }

  /// A single language by the end of a file's name, or in JSON, may be no language at all.
  private func isPlausible(_ group: Found) -> Bool {
    if !patterns.isEmpty || group.format.holdsManyLocales { return true }
    let isAmbiguous = group.format.fileEndings.contains("json")
    return group.files.count > 1 || group.unmarked != nil
      || (!isAmbiguous && group.format.carriesSource) || group.declaredSource != nil
  }

  // MARK: The source

  private func source(of groups: [Found]) throws(ForeignProjectError) -> LocaleIdentifier {
    if let source { return source }
    if let declared = groups.compactMap(\.declaredSource).first { return declared }
    let locales = Set(groups.flatMap(\.files.keys)).sorted()
    let english: [LocaleIdentifier] = ["en", "en-US", "en-GB"]
    if let own = english.first(where: { locales.contains($0) }) { return own }
    if groups.contains(where: { $0.unmarked != nil || $0.format.carriesSource }) { return "en" }
    if let only = locales.first, locales.count == 1 { return only }
    throw .unknownSource(locales)
  }

  private func group(_ found: Found, _ source: LocaleIdentifier) -> ForeignProject.Group {
    var group = ForeignProject.Group(
      pattern: found.pattern, format: found.format, files: found.files)
    if let unmarked = found.unmarked {
      // A template says what the source is, but not how it reads once corrected.
      if group.files[source] == nil || !unmarked.hasSuffix(".pot") {
        group.files[source] = unmarked
      }
    } else if group.files[source] == nil, found.format.carriesSource {
      group.borrowedSource =
        found.files.sorted { $0.key < $1.key }
        .map { (path: $0.value, size: contents($0.value)?.bytes.count ?? 0) }
        .max { $0.size < $1.size }?.path
    }
    return group
  }

  // MARK: Files

  private func ending(of path: String) -> String? {
    let endings = formats.flatMap(\.fileEndings).filter { path.hasSuffix("." + $0) }
    return endings.max { $0.utf8.count < $1.utf8.count }
  }

  /// The format of a file: that of its ending, and of several the one that its text looks like.
  private func format(of path: String) -> CatalogFormat? {
    CatalogFormat.of(path, among: formats) { contents(path) }
  }

  private func contents(_ path: String) -> CatalogFile? {
    (try? FileContents.read(root + "/" + path)).map { CatalogFile(path: path, bytes: $0) }
  }
}

extension CatalogFormat {
  /// The format of a file: that of its ending, and of several the one that its text looks like.
  ///
  /// - Parameter contents: Reads the file; called only where several formats share the ending.
  public static func of(
    _ path: String, among formats: [CatalogFormat], contents: () -> CatalogFile?
  ) -> CatalogFormat? {
    let candidates = formats.filter { format in
      format.fileEndings.contains { path.hasSuffix("." + $0) }
    }
    guard candidates.count > 1, let file = contents() else { return candidates.first }
    let resembling = candidates.first { $0.resembles?(file) ?? false }
    return resembling ?? candidates.first { $0.resembles == nil } ?? candidates.first
  }
}
