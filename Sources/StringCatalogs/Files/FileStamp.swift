#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a file looks like from outside at one moment: another stamp, another content.
///
/// It differs too where an editor puts a new file in the place of the old one.
package struct FileStamp: Hashable, Sendable {
  /// When a file was written.
  package struct Time: Hashable, Comparable, Sendable {
    var seconds: Int
    var nanoseconds: Int

    /// What files bear that are written from now on; file systems may be a tick of the clock behind it.
    package static var now: Time {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      let tick = 10_000_000
      return time.tv_nsec >= tick
        ? Time(seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec) - tick)
        : Time(seconds: Int(time.tv_sec) - 1, nanoseconds: 999_999_999)
    }

    package static func < (left: Time, right: Time) -> Bool {
      (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
  }

  private var inode: UInt64
  private var size: Int
  package private(set) var time: Time

  /// The stamp of a file or folder; nil where there is none.
  package init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    self.time = Time(seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
  }
}
