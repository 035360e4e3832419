import CatalogChecks
import Diagnostics
import StringCatalogs

/// The file of findings that a site has yet to work off.
struct BaselineFile {
  let path: String

  /// What it holds; nil where there is no such file.
  func read() throws -> Baseline? {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileContents.read(path)
    } catch {
      if error.reason == .missing { return nil }
      throw Failure(error.message)
    }
    do throws(Diagnostic) {
      return try Baseline(parsing: bytes)
    } catch {
      throw Failure([Finding(error, file: path, lines: LineIndex(bytes))])
    }
  }

  /// Writes it anew: with all findings where it is made, else with what is left of it.
  ///
  /// - Returns: The baseline as it is now.
  func update(_ old: Baseline?, with findings: [Finding]) throws -> Baseline {
    let new = old?.shrunk(to: findings) ?? Baseline(findings)
    guard new != old else { return new }
    do throws(FileError) {
      try AtomicFile.write(Array(new.text.utf8), to: path)
    } catch {
      throw Failure(error.message)
    }
    let change = old.map { "\(path): \($0.count) findings before, \(new.count) now" }
    StandardStreams.log(change ?? "\(path): \(new.count) findings to work off")
    return new
  }
}
