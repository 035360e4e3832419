import CatalogChecks
import StringCatalogs

/// Files that `check --fix` mends, before they are written.
struct SiteFixes {
  let root: String
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

  /// Writes the files, each as a whole.
  func write() throws {
    do throws(FileError) {
      for catalog in catalogs {
        try AtomicFile.write(catalog.bytes, to: "\(root)/\(catalog.path)")
      }
    } catch {
      throw Failure(error.message)
    }
  }

  /// `3 messages in 2 files; 1 waits for a translator`
  var summary: String {
    let messages = catalogs.flatMap(\.messages)
    let waiting = messages.count { $0.needsTranslation }
    var text = "\(messages.count) message\(messages.count == 1 ? "" : "s") in "
    text += "\(catalogs.count) file\(catalogs.count == 1 ? "" : "s")"
    if waiting > 0 {
      text += "; \(waiting) of them wait\(waiting == 1 ? "s" : "") for a translator (`initial`)"
    }
    return text
  }

  private func read(_ path: String) throws -> String {
    do throws(FileError) {
      return String(decoding: try FileContents.read("\(root)/\(path)"), as: UTF8.self)
    } catch {
      throw Failure(error.message)
    }
  }
}
