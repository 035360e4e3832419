import Diagnostics
import StringCatalogs
import Testing

/// N. Seriot's JSONTestSuite: what a parser of RFC 8259 must accept and must refuse.
@Suite("JSONTestSuite", .enabled(if: SharedFolder.path != nil))
struct JSONTestSuiteTests {
  private let folder =
    (SharedFolder.path ?? "") + "/corpora/hostile/nst__JSONTestSuite/test_parsing"

  private func files(_ prefix: String) throws -> [String] {
    try FolderContents.list(folder).map(\.name).filter { $0.hasPrefix(prefix) }
  }

  @Test("all that must be accepted is accepted")
  func accepted() throws {
    let files = try files("y_")
    #expect(files.count == 95)
    for name in files {
      let bytes = try FileContents.read(folder + "/" + name)
      #expect(throws: Never.self, "\(name)") { try JSONDocument(parsing: bytes) }
    }
  }

  @Test("all that must be refused is refused, with a place inside the file")
  func refused() throws {
    let files = try files("n_")
    #expect(files.count == 188)
    for name in files {
      let bytes = try FileContents.read(folder + "/" + name)
      do {
        _ = try JSONDocument(parsing: bytes)
        Issue.record("accepted: \(name)")
      } catch {
        #expect(error.span.upperBound <= max(bytes.count, error.span.lowerBound), "\(name)")
        #expect(!error.message.isEmpty)
      }
    }
  }

  @Test("where the standard leaves it open: large numbers and a byte order mark are accepted")
  func open() throws {
    var accepted: [String] = []
    for name in try files("i_") {
      let bytes = try FileContents.read(folder + "/" + name)
      if (try? JSONDocument(parsing: bytes)) != nil { accepted.append(name) }
    }
    #expect(
      accepted.allSatisfy {
        $0.hasPrefix("i_number_") || $0 == "i_structure_UTF-8_BOM_empty_object.json"
      })
    #expect(accepted.count == 11)
  }
}
