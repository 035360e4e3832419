import CatalogChecks
import StringCatalogs

/// Files that `check --fix` mends, before they are written.
struct SiteFixes {
  let site: Site
  /// In the order in which they are written.
  let catalogs: [FixedCatalog]

  var isEmpty: Bool { catalogs.isEmpty }

  /// What changes, as `diff -u` shows it and `git apply` takes it.
  func diff(isPrintable: Bool) throws -> String {
    try catalogs.map { catalog in
      UnifiedDiff(
        path: catalog.path, before: try read(catalog.path),
        after: String(decoding: catalog.bytes, as: UTF8.self)
      ).text(isPrintable: isPrintable)
    }.joined()
  }

  /// Writes the files: all of them, or none where one cannot be written.
  func write() throws {
    try CatalogChange.write(
      catalogs.map { CatalogChange(file: CatalogFile(path: $0.path, bytes: $0.bytes)) }, to: site)
  }

  /// `3 messages in 2 files; 1 of them waits for a translator (`initial`)`
  var summary: String {
    let mended = catalogs.map { catalog in catalog.messages.filter { !$0.rules.isEmpty } }
      .filter { !$0.isEmpty }
    let messages = mended.joined()
    let waiting = messages.count { $0.needsTranslation }
    let followed = catalogs.flatMap(\.messages).count { $0.renewedSource != nil }
    var text = "\(messages.count) message\(messages.count == 1 ? "" : "s") in "
    text += "\(mended.count) file\(mended.count == 1 ? "" : "s")"
    if waiting > 0 {
      text += "; \(waiting) of them wait\(waiting == 1 ? "s" : "") for a translator (`initial`)"
    }
    if followed > 0 {
      text += "; \(followed) translation\(followed == 1 ? "" : "s") of mended source messages "
      text += "stay\(followed == 1 ? "s" : "") up to date"
    }
    return text
  }

  private func read(_ path: String) throws -> String {
    do throws(FileError) {
      return String(decoding: try FileContents.read("\(site.root)/\(path)"), as: UTF8.self)
    } catch {
      throw Failure(error.message)
    }
  }
}
