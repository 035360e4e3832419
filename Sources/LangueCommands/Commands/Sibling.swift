#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that is built beside this one, and takes its place.
struct Sibling {
  let name: String
  /// The environment variable that may say where the program is.
  let variable: String

  /// Turns this process into the other program; returns only by an error.
  func become(_ arguments: [String]) throws {
    let path = getenv(variable).map { String(cString: $0) } ?? Self.folder + "/" + name
    guard access(path, X_OK) == 0 else {
      throw Failure(
        "`\(name)` is not built: start the tool by Scripts/langue, which builds it, or name it in "
          + variable)
    }
    var pointers: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    pointers.append(nil)
    execv(path, pointers)
    let reason = String(cString: strerror(errno))
    for pointer in pointers { free(pointer) }
    throw Failure("`\(path)` cannot be started: \(reason)")
  }

  /// The folder that this program stands in.
  private static var folder: String {
    #if os(Linux)
      let own = realpath("/proc/self/exe", nil)
    #else
      let own = realpath(CommandLine.arguments.first ?? "", nil)
    #endif
    guard let own else { return "." }
    defer { free(own) }
    let path = String(cString: own)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
