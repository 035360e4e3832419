import StringCatalogs
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder of conformance data, corpora and workloads: `../shared`, or what `LANGUE_SHARED` names.
enum SharedFolder {
  static let path: String? = {
    let repository = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let given = getenv("LANGUE_SHARED").map { String(cString: $0) }
    return [given, "/" + repository + "/../shared"].compactMap(\.self).first {
      FolderContents.kind(of: $0 + "/conformance") == .folder
    }
  }()

  static let whySkipped: Comment = "SKIPPED: no shared test data; set LANGUE_SHARED"

  static func bytes(_ name: String) throws -> [UInt8] {
    try FileContents.read(try #require(path) + "/" + name)
  }

  /// The lines of a table, each split at its tabs.
  static func rows(_ name: String) throws -> [[String]] {
    String(decoding: try bytes(name), as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
