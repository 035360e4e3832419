import Testing

@testable import CatalogFormats
@testable import StringCatalogs

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The catalogues of other projects that readers are tried on.
enum Corpora {
  /// The folder of the shared test input, or nil where there is none.
  static let folder: String? = {
    let repository = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let given = getenv("LANGUE_SHARED").map { String(cString: $0) }
    for candidate in [given, "/" + repository + "/../shared"] {
      if let candidate, access(candidate + "/corpora", R_OK) == 0 { return candidate + "/corpora" }
    }
    print("SKIPPED: no shared corpora; set LANGUE_SHARED to their folder")
    return nil
  }()

  static var isMissing: Bool { folder == nil }

  /// Whether tests that take long are asked for, and have what they read.
  static var isWhole: Bool { folder != nil && getenv("LANGUE_SLOW_TESTS") != nil }

  /// The paths of all files below a corpus with one of the endings, sorted.
  static func files(_ corpus: String, _ endings: [String]) throws -> [String] {
    guard let folder else { return [] }
    var found: [String] = []
    try add(folder + "/" + corpus, endings, &found)
    return found
  }

  private static func add(_ path: String, _ endings: [String], _ found: inout [String]) throws {
    for item in try FolderContents.list(path) {
      if item.isFolder {
        try add(path + "/" + item.name, endings, &found)
      } else if endings.contains(where: { item.name.hasSuffix("." + $0) }) {
        found.append(path + "/" + item.name)
      }
    }
  }
}
