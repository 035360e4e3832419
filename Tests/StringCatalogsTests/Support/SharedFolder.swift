import StringCatalogs

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder of conformance data and corpora, which stands beside the repository.
///
/// It is `../shared`, or what the environment variable `LANGUE_SHARED` names; nil where neither is.
enum SharedFolder {
  static let path: String? = {
    let candidates = [
      getenv("LANGUE_SHARED").map { String(cString: $0) }, Repository.path + "/../shared",
    ]
    let found = candidates.compactMap(\.self).first { FolderContents.kind(of: $0) == .folder }
    if found == nil {
      print("SKIPPED: no ../shared and no LANGUE_SHARED, so the tests with real data do not run")
    }
    return found
  }()
}

/// The folder of this repository.
enum Repository {
  static let path: String = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/")
  }()
}
