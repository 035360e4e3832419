import CatalogExchange
import StringCatalogs
import Testing

@testable import CatalogFormats

@Suite struct CatalogFormatListTests {
  @Test func `the list names every folder of formats`() throws {
    let folder =
      "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
      + "/Sources/CatalogFormats/Formats"
    let folders = try FolderContents.list(folder).filter(\.isFolder).map(\.name)
    let listed = CatalogFormatList.all.map { $0.name.replacing("-", with: "") }
    #expect(folders.map { $0.lowercased() }.sorted() == listed.sorted())
  }

  @Test func `names are unique`() {
    let names = CatalogFormatList.all.map(\.name)
    #expect(Set(names).count == names.count)
  }
}
