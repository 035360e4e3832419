import LocaleIdentifiers
import MessageFormat

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder that `langue export --format bundle` wrote.
enum BundleFolder {
  static let suffix = ".langue"

  /// Opens and verifies every bundle of a folder, in the order of their names.
  ///
  /// The folder is opened once, so that all files come from the same export, also when another takes its
  /// place meanwhile.
  static func bundles(
    in path: String, functions: MessageFunctionRegistry, timeZone: String
  ) throws(BundleError) -> [MessageBundle] {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
    guard let folder = fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      throw .unreadable(path: path, code: code)
    }
    // Closes the descriptor too.
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(suffix), !name.hasPrefix(".") { names.append(name) }
    }
    guard !names.isEmpty else { throw .noBundles(path: path) }
    var bundles: [MessageBundle] = []
    var known: Set<String> = []
    for name in names.sorted() {
      let file = try BundleFile(path: name, in: descriptor)
      let bundle = try MessageBundle(file, functions: functions, timeZone: timeZone)
      guard known.insert(bundle.locale.tag).inserted else {
        throw .duplicateLocale(bundle.locale.tag)
      }
      try bundle.verify()
      bundles.append(bundle)
    }
    return bundles
  }
}
