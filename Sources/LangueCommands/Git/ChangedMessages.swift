import Diagnostics
import LocaleIdentifiers
import StringCatalogs

/// The messages that differ from those of another commit, key by key, whatever else moved in their files.
///
///     let changed = try ChangedMessages(loaded, since: "main", workers: workers)
///     findings.filter(changed.concern)
struct ChangedMessages {
  private let site: Site
  private let earlier: EarlierSite
  /// By the locale's tag.
  private let keys: [String: Set<String>]

  init(_ loaded: LoadedSite, since revision: String, workers: Workers) throws {
    site = loaded.site
    earlier = try EarlierSite(of: loaded, at: revision)
    let loader = loaded.loader.moved(to: earlier.root)
    // What could not be read then has no message: all that is there now is new.
    let changes: @Sendable (LocaleCatalogs) -> Set<String> = { now in
      let empty = LocaleCatalogs(locale: now.locale, catalogs: [])
      return Self.differences((try? loader.load(now.locale)) ?? empty, now)
    }
    var keys = [site.source.tag: changes(loaded.source)]
    let found = try loaded.map(site.targets, workers: workers) { ($0.locale.tag, changes($0)) }
    for (tag, changed) in found { keys[tag] = changed }
    self.keys = keys
  }

  private static func differences(
    _ before: LocaleCatalogs, _ now: LocaleCatalogs
  ) -> Set<String> {
    var keys: Set<String> = []
    for entry in now.entries {
      // By bytes: for Swift a text and its NFC are equal.
      guard let old = before[entry.key], old.text.utf8.elementsEqual(entry.text.utf8),
        old.syntax == entry.syntax, old.metadata == entry.metadata
      else {
        keys.insert(entry.key)
        continue
      }
    }
    for entry in before.entries where now[entry.key] == nil { keys.insert(entry.key) }
    return keys
  }

  /// Whether a finding is about a message that changed, in its locale or in the source. One that is about
  /// no message (a label, a template, a broken file) is, where its line is new.
  func concern(_ finding: Finding) -> Bool {
    guard let key = finding.key, let locale = finding.locale,
      finding.file != site.manifest.path
    else { return isNewLine(finding) }
    if keys[site.source.tag]?.contains(key) ?? false { return true }
    let locales = finding.locales.isEmpty ? [locale] : finding.locales
    return locales.contains { keys[$0]?.contains(key) ?? false }
  }

  private func isNewLine(_ finding: Finding) -> Bool {
    guard let now = try? FileContents.read("\(site.root)/\(finding.file)"),
      let before = try? FileContents.read("\(earlier.root)/\(finding.file)")
    else { return true }
    guard let line = finding.range?.start.line else { return now != before }
    let text = LineIndex(now).text(ofLine: line).utf8
    return !before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .contains { $0.elementsEqual(text) || ($0.last == 0x0D && $0.dropLast().elementsEqual(text)) }
  }
}
