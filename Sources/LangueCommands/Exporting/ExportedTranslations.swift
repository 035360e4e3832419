import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import StringCatalogs

extension ExportedFiles {
  /// A file for each locale in another tool's format, or one for all where the format has it so.
  init(
    translationsOf loaded: LoadedSite, in chosen: Set<LocaleIdentifier>?, as format: CatalogFormat,
    plurals: FormatContext.PluralFormsChoice
  ) throws {
    guard let write = format.write else { throw Failure("`\(format.name)` is only read") }
    let source = loaded.source
    var files: [String: [UInt8]] = [:]
    var findings: [Finding] = []
    for locale in loaded.site.locales where chosen?.contains(locale) ?? true {
      let isSource = locale == source.locale
      guard let name = format.exportName(locale, isSource) else { continue }
      var catalog = ExchangeCatalog(
        of: isSource ? source : try loaded.catalogs(of: locale), source: source)
      if isSource, format.carriesSource {
        // A file with both languages is a template here: the translations are still to be written.
        for index in catalog.entries.indices { catalog.entries[index].translation = nil }
      }
      if let before = files[name] {
        catalog.header = [ExchangeDetail("document", String(decoding: before, as: UTF8.self))]
      }
      let context = FormatContext(locale: locale, source: source.locale, pluralForms: plurals)
      let output = write(catalog, context)
      files[name] = output.bytes
      findings += output.findings
    }
    guard !files.isEmpty else {
      throw Failure("there is nothing to write: `\(format.name)` has no file for the source alone")
    }
    self.init(
      files: files, warnings: Self.lines(findings),
      isIncomplete: findings.contains { $0.severity == .error })
  }

  /// A line for each thing that is not carried, with the locales that it is said of.
  static func lines(_ findings: [Finding]) -> [String] {
    var order: [String] = []
    var locales: [String: [String]] = [:]
    for finding in findings.sorted(by: { $0.severity > $1.severity }) {
      let key = finding.key.map { "`\($0)`: " } ?? ""
      let help = finding.help.map { " (\($0))" } ?? ""
      let line = "\(finding.severity.rawValue): \(key)\(finding.message)\(help)"
      if locales[line] == nil { order.append(line) }
      let locale = finding.locale ?? ""
      if locales[line]?.last != locale { locales[line, default: []].append(locale) }
    }
    return order.map { line in
      let all = locales[line] ?? []
      let shown = all.prefix(5).joined(separator: ", ")
      return line + " [\(shown)\(all.count > 5 ? " and \(all.count - 5) more" : "")]"
    }
  }
}
