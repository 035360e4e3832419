public import Diagnostics
public import StringCatalogs

/// Changes messages in a catalogue of another tool's format that stands among a site's own.
///
///     try ForeignCatalogEdit(source: french, formats: formats).edited(catalog, changes)
public struct ForeignCatalogEdit {
  private let source: LocaleCatalogs
  private let formats: [CatalogFormat]

  public init(source: LocaleCatalogs, formats: [CatalogFormat]) {
    self.source = source
    self.formats = formats
  }

  /// The file as it becomes.
  ///
  /// - Throws: What the format cannot carry, or that it is only read: then nothing is to be written.
  public func edited(
    _ catalog: Catalog, _ changes: [TranslationMerge.Change]
  ) throws(Diagnostic) -> CatalogFile {
    let format = formats.first { format in
      format.fileEndings.contains { catalog.file.path.hasSuffix("." + $0) }
    }
    guard let format, let write = format.write else {
      throw Diagnostic(
        code: "not-carried", message: "`\(catalog.file.path)` is of a format that is only read",
        span: 0..<0)
    }
    let context = FormatContext(locale: catalog.locale, source: source.locale)
    let stored = CatalogFile(
      path: catalog.file.path, bytes: catalog.file.stored ?? catalog.file.bytes)
    var file = format.read(stored, context)
    for change in changes {
      let original: CatalogEntry? = source[change.key]
      let syntax = original?.syntax ?? .messageFormat2
      let message = ExchangeMessage(
        text: change.text, syntax: syntax, parsed: syntax.parse(change.text))
      let index = file.entries.firstIndex { $0.key == change.key }
      var entry = index.map { file.entries[$0] } ?? ExchangeEntry(key: change.key)
      entry.translation = message
      entry.source = entry.source ?? original.map { ExchangeMessage($0) }
      entry.metadata.state = change.state
      entry.metadata.source = change.source
      if let index { file.entries[index] = entry } else { file.entries.append(entry) }
    }
    let output = write(file, context)
    let keys = Set(changes.map(\.key))
    let lost = output.findings.first { finding in
      finding.severity == .error && finding.key.map { keys.contains($0) } ?? false
    }
    if let lost {
      throw Diagnostic(
        code: lost.rule, message: "\(lost.key ?? ""): \(lost.message)", span: 0..<0,
        help: lost.help)
    }
    return CatalogFile(path: catalog.file.path, bytes: output.bytes)
  }
}
