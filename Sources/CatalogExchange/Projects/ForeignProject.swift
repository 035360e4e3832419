public import Diagnostics
public import LocaleIdentifiers
public import StringCatalogs

/// A project of other tools: a folder of `.po`, of `.xcstrings`, of Android resources, and where in it
/// each language stands.
///
///     let project = try ProjectFinder(root: folder, formats: CatalogFormatList.all).find()
///     project.summary  // "60 files of gettext PO in locale/{locale}/LC_MESSAGES/app.po, …"
///     let loader = CatalogLoader(site: project.site, layout: project.layout)
public struct ForeignProject: Sendable {
  /// Files that are the same catalogue in several languages.
  public struct Group: Sendable {
    /// The files' path with `{locale}` in the place of the language, or the path of the one file.
    public var pattern: String
    public var format: CatalogFormat
    /// The path for each language, the source's among them.
    public var files: [LocaleIdentifier: String]
    /// A translation whose file the source texts are read from, where the source has no file.
    public var borrowedSource: String?

    /// What the group is called among others: the file's name without locale and ending.
    var name: String {
      let last = pattern.split(separator: "/").last ?? ""
      let stem = (last.lastIndex(of: ".").map { last[..<$0] } ?? last)
        .replacing(LocaleInPath.mark, with: "")
      let name = stem.drop { "_-.".contains($0) }
      return String(name.lastIndex { !"_-.".contains($0) }.map { name[...$0] } ?? name)
    }
  }

  /// The project's folder, absolute.
  public var root: String
  public var source: LocaleIdentifier
  public var groups: [Group]
  /// Files that were found and are not read, because another one says the same.
  public var passedOver: [String] = []

  /// The languages, the source first.
  public var locales: [LocaleIdentifier] {
    let targets = Set(groups.flatMap(\.files.keys)).subtracting([source])
    return [source] + targets.sorted()
  }

  /// The project as a site: an entry for each language, and no wishes of its own.
  public var site: Site {
    let nowhere = LineIndex([]).range(0..<0)
    let entries = locales.map { locale in
      SiteEntry(
        isDefault: locale == source, locale: locale, label: locale.tag, labelSpan: nowhere)
    }
    return Site(root: root, source: source, entries: entries)
  }

  /// Where each language's texts are, and how they are read.
  public var layout: CatalogLayout {
    var files: [LocaleIdentifier: [CatalogLayout.File]] = [:]
    let names = groups.map(\.name)
    for (index, group) in groups.enumerated() {
      let isAlone = names.count { $0 == names[index] } == 1
      let name = isAlone && !names[index].isEmpty ? names[index] : group.pattern
      for (locale, path) in group.files.sorted(by: { $0.key < $1.key }) {
        files[locale, default: []].append(
          CatalogLayout.File(
            path: path, reader: reader(of: group, named: name, isBorrowed: false)))
      }
      if let path = group.borrowedSource {
        files[source, default: []].append(
          CatalogLayout.File(path: path, reader: reader(of: group, named: name, isBorrowed: true)))
      }
    }
    return CatalogLayout(files: files)
  }

  private func reader(of group: Group, named name: String, isBorrowed: Bool) -> CatalogReader {
    let source = source
    let format = group.format
    // The same key in two catalogues is two messages there; here it is one.
    let prefix = groups.count > 1 ? name + ":" : ""
    return CatalogReader(fileEndings: format.fileEndings) { file, locale in
      var read = format.read(file, FormatContext(locale: locale, source: source))
      if locale == source, !isBorrowed, !format.holdsManyLocales {
        // The source's own file may correct what the keys say.
        for index in read.entries.indices {
          read.entries[index].source = read.entries[index].translation ?? read.entries[index].source
        }
      }
      var catalog = read.catalog(of: file, as: locale)
      catalog.name = name
      if isBorrowed { catalog.findings = [] }
      for index in catalog.entries.indices {
        if format.carriesSource { catalog.entries[index].group = name }
        catalog.entries[index].key = prefix + catalog.entries[index].key
      }
      return catalog
    }
  }

  /// What was found, in a line.
  public var summary: String {
    var order: [String] = []
    var files: [String: Set<String>] = [:]
    var patterns: [String: [String]] = [:]
    for group in groups {
      let title = group.format.title
      if files[title] == nil { order.append(title) }
      files[title, default: []].formUnion(group.files.values)
      if let path = group.borrowedSource { files[title, default: []].insert(path) }
      patterns[title, default: []].append(group.pattern)
    }
    let parts = order.map { title in
      let count = files[title]?.count ?? 0
      let all = patterns[title] ?? []
      let more = all.count > 3 ? " and \(all.count - 3) more" : ""
      return "\(count) \(count == 1 ? "file" : "files") of \(title) "
        + "(\(all.prefix(3).joined(separator: ", "))\(more))"
    }
    let left = passedOver.isEmpty ? "" : "; not read: \(passedOver.joined(separator: ", "))"
    let targets = locales.count - 1
    return
      "found \(parts.joined(separator: ", ")); the source is `\(source)`, with \(targets) other "
      + (targets == 1 ? "language" : "languages") + left
  }
}

/// Why a folder cannot be worked on as a project of other tools.
public enum ForeignProjectError: Error, Hashable, Sendable {
  /// It has no files of any format that name a language.
  case nothingFound
  /// None of these languages says that it is the source.
  case unknownSource([LocaleIdentifier])
  /// No file fits what was said of the layout.
  case nothingFits(pattern: String)
  case unreadable(FileError)

  public var message: String {
    switch self {
    case .nothingFound: "no catalogues of any format, with a language in their names or in them"
    case .unknownSource(let locales):
      "which of \(locales.prefix(8).map { "`\($0)`" }.joined(separator: ", ")) is the source? "
        + "say it with --source"
    case .nothingFits(let pattern): "no file is called like `\(pattern)`"
    case .unreadable(let error): error.message
    }
  }
}
