import StringCatalogs
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Writing a file as a whole")
struct AtomicFileTests {
  @Test("a file is made, and replaced with its permissions kept")
  func writing() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.json"
    try AtomicFile.write(Array("one".utf8), to: path)
    #expect(folder.text(of: "a.json") == "one")
    chmod(path, 0o600)
    try AtomicFile.write(Array("two".utf8), to: path)
    #expect(folder.text(of: "a.json") == "two")
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(folder.names() == ["a.json"])
  }

  @Test("what a killed run left of the file is swept away, other files are not")
  func sweeping() throws {
    let folder = try TemporaryFolder()
    folder.write("half", to: ".a.json.langue-Ab12Cd")
    folder.write("half", to: ".b.json.langue-Ab12Cd")
    folder.write("mine", to: ".a.json")
    try AtomicFile.write(Array("x".utf8), to: folder.path + "/a.json")
    #expect(folder.names() == [".a.json", ".b.json.langue-Ab12Cd", "a.json"])
  }

  @Test("a folder in the way and a folder that does not exist are errors, and nothing is left")
  func errors() throws {
    let folder = try TemporaryFolder()
    folder.makeFolders(["a.json"])
    #expect(throws: FileError(path: folder.path + "/a.json", reason: .folder)) {
      try AtomicFile.write([1], to: folder.path + "/a.json")
    }
    #expect(throws: FileError(path: folder.path + "/no/b.json", reason: .missing)) {
      try AtomicFile.write([1], to: folder.path + "/no/b.json")
    }
    #expect(folder.names() == ["a.json"])
  }

  @Test("a folder that does not exist is made where that is asked for")
  func makesFolder() throws {
    let folder = try TemporaryFolder()
    for text in ["one", "two"] {
      try AtomicFile.write(Array(text.utf8), to: folder.path + "/pl/a.json", makesFolder: true)
      #expect(folder.text(of: "pl/a.json") == text)
    }
    #expect(throws: FileError(path: folder.path + "/x/y", reason: .missing)) {
      try AtomicFile.write([1], to: folder.path + "/x/y/a.json", makesFolder: true)
    }
  }

  @Test("of several files all are written, or none where the last one cannot be")
  func several() throws {
    let folder = try TemporaryFolder()
    let paths = ["a.json", "b.json"].map { folder.path + "/" + $0 }
    try AtomicFile.write(paths.map { ($0, Array("one".utf8)) })
    #expect(["a.json", "b.json"].map { folder.text(of: $0) } == ["one", "one"])
    folder.makeFolders(["c.json"])
    let blocked = folder.path + "/c.json"
    let error = PartialWriteError(error: FileError(path: blocked, reason: .folder), changed: 0)
    #expect(throws: error) {
      try AtomicFile.write((paths + [blocked]).map { ($0, Array("two".utf8)) })
    }
    #expect(["a.json", "b.json"].map { folder.text(of: $0) } == ["one", "one"])
    #expect(folder.names() == ["a.json", "b.json", "c.json"])
  }
}
