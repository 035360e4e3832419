import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import LocaleServices
import StringCatalogs

/// Merges translators' files with a site's catalogues, and writes nothing itself.
struct ImportedFiles {
  /// What one file brings to one locale.
  struct Merge {
    var path: String
    var file: TranslatorFile
    var catalogs: LocaleCatalogs
    var result: TranslationMerge
  }

  private let loaded: LoadedSite
  private let toolkit: Toolkit
  private let format: CatalogFormat?
  private let locale: LocaleIdentifier?

  init(
    _ loaded: LoadedSite, toolkit: Toolkit, format: CatalogFormat?, locale: LocaleIdentifier?
  ) {
    self.loaded = loaded
    self.toolkit = toolkit
    self.format = format
    self.locale = locale
  }

  static func read(_ path: String) throws -> CatalogFile {
    do throws(FileError) {
      return CatalogFile(path: path, bytes: try FileContents.read(path))
    } catch {
      throw Failure(error.message)
    }
  }

  /// What a file brings to each locale that it holds.
  ///
  /// - Parameter before: What other files of the same run bring; a locale that two bring is refused.
  func merge(_ path: String, base: CatalogFile?, after before: [Merge]) throws -> [Merge] {
    let file = try Self.read(path)
    guard let format = format ?? CatalogFormat.of(path, among: toolkit.formats, contents: { file })
    else {
      throw Failure("`\(path)`: the name does not say the format; say it with --format")
    }
    return try locales(of: file, format).map { locale in
      if let other = before.first(where: { $0.catalogs.locale == locale }) {
        throw Failure(
          "`\(other.path)` and `\(path)` are both in `\(locale)`; import one after the other")
      }
      let translated = TranslatorFile(
        file, format, locale: locale, source: loaded.site.source, base: base)
      let catalogs = try loaded.catalogs(of: locale)
      let result = TranslationMerge(
        of: translated.translations(into: catalogs, source: loaded.source), into: catalogs,
        source: loaded.source)
      return Merge(path: path, file: translated, catalogs: catalogs, result: result)
    }
  }

  /// The catalogues' files as they become.
  func changes(_ merges: [Merge]) throws -> [CatalogChange] {
    let formats = toolkit.formats
    let source = loaded.source
    return try merges.flatMap { merge in
      let editor = CatalogEditor(locale: merge.catalogs, source: source) {
        (catalog, changes) throws(Diagnostic) in
        try ForeignCatalogEdit(source: source, formats: formats).edited(catalog, changes)
      }
      do throws(Diagnostic) {
        return try editor.files(applying: merge.result.changes).map { CatalogChange(file: $0) }
      } catch {
        throw Failure("`\(merge.catalogs.locale)`: \(error.message)")
      }
    }
  }

  // MARK: The language of a file

  private func locales(
    of file: CatalogFile, _ format: CatalogFormat
  ) throws -> [LocaleIdentifier] {
    // A file with both texts is a translation: nobody corrects the source in it.
    let hasBoth = format.carriesSource || format.holdsManyLocales
    let targets = hasBoth ? loaded.site.targets : loaded.site.locales
    let named = format.languages?(file)?.locales ?? []
    let own = named.compactMap { site(locale: $0, among: targets) }
    if let locale {
      guard targets.contains(locale) else {
        throw Failure(
          "`\(locale)` is the source, which a file of `\(format.name)` has beside a translation; "
            + "correct it in its own catalogues, or import it from a format of one language")
      }
      if let first = own.first, !own.contains(locale) {
        throw Failure(
          "`\(file.path)` says that it is in `\(first)`, not in `\(locale)`; import it without "
            + "--locale, or correct what it says")
      }
      return [locale]
    }
    if format.holdsManyLocales, !own.isEmpty { return own }
    if let first = own.first { return [first] }
    let ending = format.fileEndings.first { file.path.hasSuffix("." + $0) } ?? ""
    let names = try icu { () throws(ICUError) in try DisplayNames(locale: "en") }
    let places = LocaleInPath.candidates(file.path, ending: ending, names)
    if let found = places.lazy.compactMap({ site(locale: $0.locale, among: targets) }).first {
      return [found]
    }
    throw Failure(
      "`\(file.path)`: neither the file nor its name says a language of the site; say it with --locale"
    )
  }

  /// The site's locale of the same language, script and region, as likely as they are: `zh-CN` is
  /// `zh-Hans`.
  private func site(
    locale: LocaleIdentifier, among targets: [LocaleIdentifier]
  ) -> LocaleIdentifier? {
    targets.first { $0 == locale } ?? targets.first { $0.maximized == locale.maximized }
  }
}
