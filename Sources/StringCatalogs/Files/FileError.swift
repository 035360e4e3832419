#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file or a folder could not be read or written.
///
///     do { try FileContents.read("Strings/fr/chrome.json") } catch { print(error.message) }
public struct FileError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// There is nothing of that name.
    case missing
    /// The user who runs the tool may not.
    case forbidden
    /// A folder stands where a file should be.
    case folder
    /// Something else, a file or a pipe, stands where a folder should be, or a file.
    case wrongKind(expected: String)
    /// The file's size and the greatest that is read, in bytes.
    case tooLarge(size: Int, limit: Int)
    case diskFull
    /// Another failure of the system, by its number.
    case system(Int32)
  }

  public var path: String
  public var reason: Reason

  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// The error of the system call that has just failed.
  static func last(_ path: String) -> FileError {
    switch errno {
    case ENOENT: FileError(path: path, reason: .missing)
    case EACCES, EPERM, EROFS: FileError(path: path, reason: .forbidden)
    case EISDIR: FileError(path: path, reason: .folder)
    case ENOTDIR: FileError(path: path, reason: .wrongKind(expected: "folder"))
    case ENOSPC, EDQUOT: FileError(path: path, reason: .diskFull)
    case let number: FileError(path: path, reason: .system(number))
    }
  }

  /// The rule that a finding about this error bears.
  public var rule: String {
    switch reason {
    case .missing: "missing-file"
    case .tooLarge: "too-large"
    default: "unreadable-file"
    }
  }

  public var message: String {
    switch reason {
    case .missing: "there is no `\(path)`"
    case .forbidden: "`\(path)` may not be opened"
    case .folder: "`\(path)` is a folder, not a file"
    case .wrongKind(let expected): "`\(path)` is not a \(expected)"
    case .tooLarge(let size, let limit):
      "`\(path)` has \(size) bytes, more than the \(limit) that are read"
    case .diskFull: "no room left on the disk for `\(path)`"
    case .system(let number): "`\(path)`: \(String(cString: strerror(number)))"
    }
  }

  public var help: String? {
    switch reason {
    case .missing: "check the name and the folder that the command runs in"
    case .forbidden: "check its permissions"
    case .folder, .wrongKind: "move it out of the way"
    case .tooLarge: "split it into several files"
    case .diskFull: "make room; nothing was changed"
    case .system: nil
    }
  }
}
