import StringCatalogs
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Replacing a folder as a whole")
struct StagedFolderTests {
  private struct Interruption: Error {}

  private func replace(_ folder: TemporaryFolder, _ files: [String: String]) throws {
    try StagedFolder.replace(folder.path + "/dist") { staged in
      for (name, text) in files { try staged.write(Array(text.utf8), to: name) }
    }
  }

  @Test("a new set is put where there was none, and takes the place of an old one")
  func replacing() throws {
    let folder = try TemporaryFolder()
    try replace(folder, ["a": "1", "fr/index.html": "x"])
    #expect(folder.text(of: "dist/fr/index.html") == "x")
    try replace(folder, ["b": "2"])
    #expect(folder.names(in: "dist") == ["b"])
    #expect(folder.text(of: "dist/b") == "2")
    #expect(folder.names() == ["dist"])
  }

  @Test("many files may be written in any order, and one that cannot be written stops the rest")
  func sharing() throws {
    let folder = try TemporaryFolder()
    let files = Dictionary(uniqueKeysWithValues: (0..<40).map { ("\($0 % 7)/\($0)", [UInt8($0)]) })
    let backwards: StagedFolder.Map = { names, body in names.reversed().map(body).reversed() }
    for _ in 0..<2 {
      try StagedFolder.replace(folder.path + "/dist", map: backwards) { try $0.write(files) }
      for (name, bytes) in files {
        #expect(folder.text(of: "dist/" + name)?.utf8.first == bytes[0])
      }
      #expect(folder.names(in: "dist") == (0..<7).map(String.init))
      #expect(folder.names() == ["dist"])
    }
    #expect(throws: FileError.self) {
      try StagedFolder.replace(folder.path + "/dist", map: backwards) {
        try $0.write(["a": [1], "b/c": [2], "b": [3]])
      }
    }
    #expect(folder.names(in: "dist") == (0..<7).map(String.init))
    #expect(folder.names() == ["dist"])
  }

  @Test("if writing fails, the old set stays and nothing is left beside it")
  func failing() throws {
    let folder = try TemporaryFolder()
    try replace(folder, ["a": "1"])
    #expect(throws: Interruption.self) {
      try StagedFolder.replace(folder.path + "/dist") { staged in
        try staged.write([1], to: "b")
        throw Interruption()
      }
    }
    #expect(folder.names(in: "dist") == ["a"])
    #expect(folder.names() == ["dist"])
  }

  @Test("where the folder around is missing, that one is named")
  func missingParent() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: FileError.self) {
      try StagedFolder.replace(folder.path + "/nowhere/dist") { _ in }
    }
    #expect(error == FileError(path: folder.path + "/nowhere", reason: .missing))
  }

  @Test("while the new set is written, the old one can be read")
  func reading() throws {
    let folder = try TemporaryFolder()
    try replace(folder, ["a": "old"])
    try StagedFolder.replace(folder.path + "/dist/") { staged in
      try staged.write(Array("new".utf8), to: "a")
      #expect(folder.text(of: "dist/a") == "old")
    }
    #expect(folder.text(of: "dist/a") == "new")
  }

  @Test("what killed runs left is swept away; a run that goes on is left alone")
  func sweeping() throws {
    let folder = try TemporaryFolder()
    folder.write("half", to: ".dist.langue-Ab12Cd/fr/index.html")
    folder.write("half", to: ".other.langue-Ab12Cd/a")
    try StagedFolder.replace(folder.path + "/dist") { outer in
      try outer.write(Array("outer".utf8), to: "a")
      try replace(folder, ["a": "inner"])
      #expect(FolderContents.kind(of: outer.path) == .folder)
    }
    #expect(folder.text(of: "dist/a") == "outer")
    #expect(folder.names() == [".other.langue-Ab12Cd", "dist"])
  }

  @Test("an old set that a killed run had moved away is put back")
  func putBack() throws {
    let folder = try TemporaryFolder()
    folder.write("old", to: ".dist.langue-Ab12Cd.old/a")
    folder.write("half", to: ".dist.langue-Ab12Cd/a")
    #expect(throws: Interruption.self) {
      try StagedFolder.replace(folder.path + "/dist") { _ in throw Interruption() }
    }
    #expect(folder.text(of: "dist/a") == "old")
    #expect(folder.names() == ["dist"])
  }

  @Test("a link stays a link: what it leads to is replaced")
  func links() throws {
    let folder = try TemporaryFolder()
    folder.write("old", to: "real/a")
    symlink("real", folder.path + "/dist")
    try replace(folder, ["a": "new"])
    #expect(folder.text(of: "real/a") == "new")
    #expect(folder.names() == ["dist", "real"])
  }

  @Test(
    "a name never leads out of the folder", arguments: ["../a", "/a", "a/../../b", "a//b", "", "."])
  func names(name: String) throws {
    let folder = try TemporaryFolder()
    #expect(throws: FileError.self) { try replace(folder, [name: "x"]) }
    #expect(folder.names() == [])
  }

  @Test("an error names the file where it would stand, not where it is staged")
  func errorPaths() throws {
    let folder = try TemporaryFolder()
    let long = String(repeating: "n", count: 300)
    do {
      try replace(folder, ["fr/\(long)": "x"])
      Issue.record("a name of 300 bytes was written")
    } catch {
      let path = (error as? FileError)?.path
      #expect(path?.hasSuffix("/dist/fr/\(long)") == true)
    }
    #expect(folder.names() == [])
  }

  @Test("a file in the folder's place is an error")
  func fileInTheWay() throws {
    let folder = try TemporaryFolder()
    folder.write("x", to: "dist")
    #expect(throws: FileError.self) { try replace(folder, ["a": "1"]) }
    #expect(folder.text(of: "dist") == "x")
  }
}
