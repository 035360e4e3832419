import StringCatalogs

/// Where a site stands in its repository: build services name files from the repository's folder on.
enum RepositoryFolder {
  /// What leads from the repository's folder to the site's: empty, or a path that ends with `/`.
  ///
  /// The repository's folder is the one that GitHub or GitLab says they work in, else the nearest, going
  /// up, that has a `.git`; where there is none, the site's own.
  static func prefix(of root: String) -> String {
    let services = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"].compactMap {
      Environment.value($0).flatMap(FolderContents.absolutePath)
    }
    let folder = services.first { isIn(root, $0) } ?? nearest(above: root) ?? root
    let rest = root.dropFirst(folder.count).drop { $0 == "/" }
    return rest.isEmpty ? "" : rest + "/"
  }

  private static func isIn(_ path: String, _ folder: String) -> Bool {
    path == folder || path.hasPrefix(folder == "/" ? folder : folder + "/")
  }

  private static func nearest(above root: String) -> String? {
    var current = root[...]
    while true {
      if FolderContents.kind(of: current + "/.git") != nil { return String(current) }
      guard let slash = current.lastIndex(of: "/") else { return nil }
      current = current[..<slash]
    }
  }
}
