import FoundationEssentials
import Testing

/// Test data that stands beside the repository (`../shared`) or where `LANGUE_SHARED` says.
enum SharedData {
  static let root: String? = {
    let beside = #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/shared"
    let candidates = [ProcessInfo.processInfo.environment["LANGUE_SHARED"], "/" + beside]
    return candidates.compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: $0 + "/conformance")
    }
  }()

  static let whySkipped: Comment = "SKIPPED: no shared test data; set LANGUE_SHARED"

  static func data(_ path: String) throws -> Data {
    try Data(contentsOf: URL(filePath: try #require(root) + "/" + path))
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try data(path), as: UTF8.self)
  }

  static func files(below path: String) -> [String] {
    guard let root,
      let names = try? FileManager.default.subpathsOfDirectory(atPath: root + "/" + path)
    else { return [] }
    return names.sorted().map { path + "/" + $0 }
  }
}
