public import StringCatalogs

/// The files of other tools' formats below a folder.
public enum ForeignFiles {
  /// What names of such files end with, besides `json`; a test holds it to the list of formats.
  ///
  /// Kept here, so that a program without the formats knows when it needs them.
  public static let endings = [
    "arb", "csv", "ftl", "po", "pot", "properties", "strings", "stringsdict", "xcstrings", "xlf",
    "xliff", "xml", "yaml", "yml",
  ]
  /// The greatest number of files and folders that are looked at.
  static let mostItems = 50_000
  /// How many folders in one another are looked into.
  static let deepest = 16
  /// Folders with other people's code, or with what was made of one's own.
  private static let passedOver: Set<String> = [
    "node_modules", "vendor", "Pods", "Carthage", "DerivedData", "__pycache__",
  ]

  /// The paths below a folder of all files with these endings or `json`, in the order of their names.
  public static func list(_ root: String) throws(FileError) -> [String] {
    var found: [String] = []
    var count = 0
    try list(root, below: "", depth: 0, &count, &found)
    return found
  }

  private static func list(
    _ root: String, below folder: String, depth: Int, _ count: inout Int, _ found: inout [String]
  ) throws(FileError) {
    for item in try FolderContents.list(folder.isEmpty ? root : root + "/" + folder) {
      count += 1
      guard count <= mostItems else { return }
      let path = folder.isEmpty ? item.name : folder + "/" + item.name
      if item.isFolder {
        guard depth < deepest, !passedOver.contains(item.name) else { continue }
        try list(root, below: path, depth: depth + 1, &count, &found)
      } else if isForeign(item.name) || item.name.hasSuffix(".json") {
        found.append(path)
      }
    }
  }

  /// Whether a name is one of another tool's files. JSON is the site's own.
  public static func isForeign(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(String(name[name.index(after: dot)...]))
  }
}
