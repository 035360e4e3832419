import Glibc

/// The path of a folder below `Sources`, found from this file's own place.
func sourceFolder(_ path: String, file: String = #filePath) -> String {
  let parts = file.split(separator: "/", omittingEmptySubsequences: false)
  return parts.dropLast(3).joined(separator: "/") + "/Sources/" + path
}

/// The Swift files in the folders below a folder, by folder.
func folders(below path: String) -> [(group: String, name: String)] {
  names(in: path).flatMap { group in
    names(in: path + "/" + group).filter { $0.hasSuffix(".swift") }
      .map { (group: group, name: String($0.dropLast(6))) }
  }
}

/// The paths of all Swift files below a folder.
func swiftFiles(below path: String) -> [String] {
  names(in: path).flatMap { name in
    name.hasSuffix(".swift") ? [path + "/" + name] : swiftFiles(below: path + "/" + name)
  }
}

private func names(in path: String) -> [String] {
  guard let directory = opendir(path) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let item = readdir(directory) {
    let name = withUnsafePointer(to: item.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted()
}
