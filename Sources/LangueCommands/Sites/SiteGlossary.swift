import CatalogChecks
import Diagnostics
import StringCatalogs

/// The site's glossary, `Locales/glossary.json`; a site need not have one.
enum SiteGlossary {
  static func load(_ site: Site) throws -> Glossary {
    let path = Glossary.path
    guard FolderContents.kind(of: "\(site.root)/\(path)") != nil else { return Glossary() }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileContents.read("\(site.root)/\(path)")
    } catch {
      throw Failure(error.message)
    }
    do throws(Diagnostic) {
      return try Glossary(parsing: bytes)
    } catch {
      throw Failure([
        Finding(
          rule: error.code, severity: .error, file: path,
          range: LineIndex(bytes).range(error.span), message: error.message, help: error.help)
      ])
    }
  }
}
