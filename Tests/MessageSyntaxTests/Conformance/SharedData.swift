import FoundationEssentials

/// Data for tests that stands beside the repository, not in it: `../shared`, or where
/// `LANGUE_SHARED` says.
enum SharedData {
  static let root: String? = {
    let environment = ProcessInfo.processInfo.environment["LANGUE_SHARED"]
    var root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    root.removeLast(4)
    let beside = root.dropLast().joined(separator: "/") + "/shared"
    for candidate in [environment, beside].compactMap({ $0 })
    where FileManager.default.fileExists(atPath: candidate + "/conformance") {
      return candidate
    }
    print(
      "SKIPPED: no shared test data; set LANGUE_SHARED or put it at \(beside)")
    return nil
  }()

  static func bytes(_ path: String) throws -> [UInt8] {
    guard let root else { return [] }
    return Array(try Data(contentsOf: URL(filePath: root + "/" + path)))
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  static func files(below path: String) -> [String] {
    guard let root,
      let names = try? FileManager.default.subpathsOfDirectory(atPath: root + "/" + path)
    else { return [] }
    return names.sorted().map { path + "/" + $0 }
  }
}
