import FoundationEssentials
import Testing

/// Unicode's own test data, which stands beside the repository or at `LANGUE_SHARED`.
enum SharedData {
  static let root: String? = {
    let beside = #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/shared"
    let candidates = [ProcessInfo.processInfo.environment["LANGUE_SHARED"], "/" + beside]
    return candidates.compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0) }
  }()

  static let whySkipped: Comment = "SKIPPED: no shared test data; set LANGUE_SHARED"

  static func text(_ path: String) throws -> String {
    let root = try #require(root)
    let data = try Data(contentsOf: URL(filePath: root + "/" + path))
    return String(decoding: data, as: UTF8.self)
  }

  /// The lines of a table, each split at its tabs.
  static func rows(_ path: String) throws -> [[String]] {
    try text(path).split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
